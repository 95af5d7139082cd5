package dev.naysayer.engine.plan;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Subjects;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.standard.Clause;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Operation × scenario: one JUnit test.
 *
 * @param suite the suite it comes from
 * @param operation what is called
 * @param presents which credentials are presented, and which of them is varied
 * @param condition what is wrong with the credential
 * @param expectation which refusal is right
 * @param promise what suite and profiles declare of the answer, each part with its place
 * @param at the scenario's place in the suite; the operation's of a control, and where the scenario comes from a part
 * @param role what the case is there for
 * @param notApplicable why the condition makes no sense for this operation, or null where it does
 */
public record ContractCase(
        Suite suite,
        Operation operation,
        Presents presents,
        CredentialCondition condition,
        Expectation expectation,
        Promise promise,
        Position at,
        CaseRole role,
        @Nullable String notApplicable) {

    /** The condition under which nothing is presented. */
    private static final String NOBODY = "no-token";

    public ContractCase {
        // Reports know a case by the file of its suite, and build tools lead to its line there.
        at = at.file().equals(suite.at().file()) ? at : operation.at();
    }

    /** The credential with nothing wrong, for the condition to change. */
    public Blueprint good() {
        return presents.nothing()
                ? Blueprint.nothing(condition.info().name())
                : Blueprint.good(condition.info().name(), operation.scopes(), operation.login());
    }

    /** The same credential on something else. */
    public ContractCase on(Operation other) {
        return new ContractCase(suite, other, presents, condition, expectation, promise, at, role, notApplicable);
    }

    /** Another credential made of the same good one. */
    public ContractCase presenting(CredentialCondition other) {
        return new ContractCase(suite, operation, presents, other, expectation, promise, at, role, notApplicable);
    }

    /** The same without the credentials beside it. */
    public ContractCase alone() {
        return new ContractCase(
                suite,
                operation,
                Presents.only(presents.varied()),
                condition,
                expectation,
                promise,
                at,
                role,
                notApplicable);
    }

    /** Whether an answer with this status is right; a credential gets through as the operation's control does. */
    public boolean expects(int status) {
        return expectation.statuses().refusals().contains(status)
                || (isAcceptable() && letsIn(status) && isDeclaredSuccess(status));
    }

    private boolean isDeclaredSuccess(int status) {
        List<Integer> declared = expectation.statuses().successes();
        return declared.isEmpty() || declared.contains(status);
    }

    /** Whether an answer with this status shows that the credential got through: as the control does, or served all the same. */
    public boolean letsIn(int status) {
        return operation.control().accepts(status) || (status >= 200 && status < 300);
    }

    /** Whether a right refusal with this status looks like the control's answer: the credential may have got through. */
    public boolean looksLikeControl(int status) {
        return !isAcceptable()
                && condition.info().reach() != Reach.OTHER_REQUEST
                && Objects.equals(status, operation.control().status())
                && expects(status);
    }

    /** Whether the credential may get through. */
    public boolean isAcceptable() {
        return expectation.statuses().accepted();
    }

    /** {@code 401 or 400}; where the credential may get through, the control's status goes first. */
    public String expectedStatuses() {
        return Stream.concat(
                        isAcceptable() ? successes() : Stream.empty(),
                        expectation.statuses().refusals().stream().map(String::valueOf))
                .collect(Collectors.joining(" or "));
    }

    private Stream<String> successes() {
        List<Integer> declared = expectation.statuses().successes();
        return declared.isEmpty()
                ? Stream.of(operation.control().expected())
                : declared.stream().map(String::valueOf);
    }

    /** How the varied credential travels. */
    public AuthScheme scheme() {
        return presents.scheme();
    }

    /** What that scheme is like. */
    public Set<Trait> traits() {
        return presents.traits();
    }

    /** What an API breaks that lets the credential in or, of a good one in another spelling, refuses it. */
    public Clause admission() {
        return condition.info().admission().apply(traitsHere());
    }

    /** The scheme's, and what the kind of operation adds. */
    private Set<Trait> traitsHere() {
        Trait here = switch (operation.kind()) {
            case INTROSPECTION_ENDPOINT -> Trait.AT_INTROSPECTION;
            case REVOCATION_ENDPOINT -> Trait.AT_REVOCATION;
            case RESOURCE, TOKEN_ENDPOINT -> null;
        };
        if (here == null) {
            return traits();
        }
        Set<Trait> all = EnumSet.of(here);
        all.addAll(traits());
        return all;
    }

    /** What an API breaks that refuses the credential with another status than the condition's own. */
    public Clause statusClause() {
        return condition.info().status(traits());
    }

    /** Whether the suite, or a profile in its place, says that the credential may get through. */
    public boolean declaresAdmission() {
        return (promise.saysWhetherLetIn() || isOpen()) && isAcceptable();
    }

    /** Whether it is said whether the credential may get through, and not only how it is refused. */
    public boolean saysWhetherLetIn() {
        return promise.saysWhetherLetIn() || isServed();
    }

    /** Whether the operation is open to such a request, since nobody needs a credential that it would look at. */
    public boolean isOpen() {
        return isOpen(operation, condition);
    }

    static boolean isOpen(Operation operation, CredentialCondition condition) {
        boolean unseen = condition.info().reach() == Reach.NO_CREDENTIAL;
        return !condition.info().positive()
                && (operation.requires().isPublic() || (operation.requires().isOptional() && unseen));
    }

    /** Whether the suite itself says which error code is right; where it does not, the condition's default counts. */
    public boolean declaresError() {
        return promise.errors() != null;
    }

    /** Whether the suite itself says which statuses are right; where it does not, the condition's default counts. */
    public boolean declaresStatus() {
        return promise.statuses() != null || isServed();
    }

    private boolean isServed() {
        return isOpen() && expectation.statuses().refusals().isEmpty();
    }

    /** {@code GET /orders › expired-token}: unique in its suite, and stable, since it is made of names only. */
    public String name() {
        return operation.name() + " › " + scenario();
    }

    /** The name of the case in which the same credentials are good, before all others; of a subject that may, the case itself. */
    public String controlName() {
        return role == CaseRole.ALLOWED ? name() : operation.name() + " › " + controlScenario(CaseRole.CONTROL);
    }

    /** Whether a subject that may not presents a good credential of its own. */
    public boolean isDenied() {
        String name = condition.info().name();
        return name.equals(Subjects.DENIED) || name.equals(Subjects.FOREIGN);
    }

    /** Whether a subject that may not asks for what is somebody else's, and must not learn that it is there. */
    public boolean isHidden() {
        return condition.info().name().equals(Subjects.FOREIGN)
                && operation.objects().hidden() != null;
    }

    /**
     * Whether the suite says of the varied credential itself with which status it is refused, while others beside it stay good.
     *
     * <p>Who asks is proven by those: a token against request forgery, or the key of a gateway, is nothing to log in with, and a 403 asks
     * nobody to.
     */
    public boolean saysHowThisCredentialIsRefused() {
        Refusals refusals = presents.varied().refusals();
        return !presents.beside().isEmpty()
                && Stream.of(refusals.of(condition.info().kind()), refusals.promise())
                        .anyMatch(it -> it.statuses() != null);
    }

    /** Whether what guards against forged requests stands beside the varied credential, and stays good. */
    public boolean isGuarded() {
        return presents.isGuarded();
    }

    /** Whether it is about a subject, and not about what is wrong with a credential. */
    private boolean isOfSubject() {
        return isDenied() || role == CaseRole.ALLOWED;
    }

    /** Whose the good credential is that is presented; null where it is the suite's own, or where the credential is not good. */
    public @Nullable String subject() {
        return isOfSubject() || control() ? presents.subject() : null;
    }

    /** Whose the object is that the subject asks for; null where there is no subject, and where the object is nobody's. */
    public @Nullable String owner() {
        return subject() == null ? null : operation.objects().owner();
    }

    /** Whether a subject asks for what is somebody else's. */
    private boolean isForeign() {
        String subject = presents.subject();
        return isOfSubject() && subject != null && operation.objects().isForeignTo(subject);
    }

    /** The name of the case in which nothing stands in the place of the varied credential, or nothing at all where that is enough. */
    public String nobodyName() {
        return operation.requires().alternatives().stream()
                .filter(Requirement.Alternative::isNothing)
                .map(it -> prefixed(operation.requires().name(it), CaseRole.CONTROL.scenario()))
                .findFirst()
                .map(it -> operation.name() + " › " + it)
                .orElseGet(() -> operation.name() + " › " + scenario(NOBODY));
    }

    /** What is presented, in one line. */
    public String meaning() {
        if (presents.nothing()) {
            return "no credential, which is enough here";
        }
        return isOfSubject()
                ? "the good credential of '%s', who may%s do this%s"
                        .formatted(presents.subject(), isDenied() ? " not" : "", object())
                : condition.info().meaning();
    }

    private String object() {
        String owner = operation.objects().owner();
        if (owner == null) {
            return "";
        }
        return isForeign() ? " to what belongs to '%s'".formatted(owner) : " to what is their own";
    }

    /** Whether nothing stands in the place of the varied credential, and nothing else is special about the case. */
    public boolean isNobody() {
        return role == CaseRole.SCENARIO && condition.info().name().equals(NOBODY);
    }

    /** What the test can be selected by: the names of condition, group and varied credential, and the tags of suite and operation. */
    public Set<String> tags() {
        Set<String> tags = new LinkedHashSet<>();
        if (role == CaseRole.CONTROL || role == CaseRole.CONTROL_AFTER) {
            tags.addAll(List.of(role.scenario(), "control"));
        } else if (!isOfSubject()) {
            tags.add(condition.info().name());
            Stream.ofNullable(condition.info().group())
                    .map(ConditionGroup::yaml)
                    .forEach(tags::add);
        }
        if (subject() != null) {
            tags.addAll(List.of(subject(), "subject"));
        }
        if (isForeign()) {
            tags.add(Subjects.FOREIGN);
        }
        if (!presents.name().isEmpty()) {
            presented().forEach(it -> tags.add(it.name()));
        }
        tags.addAll(suite.tags());
        tags.addAll(operation.tags());
        return tags;
    }

    /** Of a control all that it presents, else what it varies. */
    private Stream<CredentialDeclaration> presented() {
        return control() ? presents.all() : Stream.of(presents.varied());
    }

    /**
     * {@code expired-token}; of a control, {@code control} or {@code control-after}. Where the operation asks for several credentials,
     * which of them it is stands before it: {@code gateway-key: unknown-key}. Of a subject, its name; behind it {@code foreign} where the
     * object is somebody else's, {@code alice: foreign}.
     */
    public String scenario() {
        if (isOfSubject()) {
            String subject = String.valueOf(presents.subject());
            return prefixed(presents.alternative(), isForeign() ? prefixed(subject, Subjects.FOREIGN) : subject);
        }
        if (condition.subject() != null) {
            return prefixed(presents.alternative(), condition.info().name());
        }
        return control() ? controlScenario(role) : scenario(condition.info().name());
    }

    private String scenario(String ofCondition) {
        return prefixed(presents.name(), ofCondition);
    }

    private String controlScenario(CaseRole ofControl) {
        return prefixed(presents.alternative(), ofControl.scenario());
    }

    private static String prefixed(String name, String scenario) {
        return name.isEmpty() ? scenario : name + ": " + scenario;
    }

    /** Whether this is a case with the good credential. */
    public boolean control() {
        return role.isControl();
    }
}
