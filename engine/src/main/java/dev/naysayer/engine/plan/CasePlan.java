package dev.naysayer.engine.plan;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.OperationKind;
import dev.naysayer.dsl.PathObjects;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.Subject;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Presents;
import dev.naysayer.engine.credential.Reach;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.condition.OwnConditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All cases of a suite, operation by operation, each between its controls. */
public final class CasePlan {

    private static final Expectation SERVED =
            new Expectation(new Statuses(true, List.of()), List.of(Expectation.NO_ERROR));

    private static final String NOT_OF_KIND =
            "the condition is about another kind of operation, and 'kind' says which one this is";

    private final Suite suite;
    private final OwnConditions conditions;
    private final Map<String, CredentialDeclaration> credentials;

    private CasePlan(Suite suite) {
        this.suite = suite;
        this.conditions = new OwnConditions(suite.conditions());
        this.credentials = new LinkedHashMap<>();
        suite.credentials().forEach(it -> credentials.put(it.name(), it));
    }

    /**
     * The cases in the order in which they run.
     *
     * <p>What has to wait for a token to expire comes last, behind all operations, so that most of the time has passed by then.
     */
    public static List<ContractCase> of(Suite suite) {
        CasePlan plan = new CasePlan(suite);
        List<ContractCase> cases = new ArrayList<>();
        List<ContractCase> late = new ArrayList<>();
        for (Operation operation : suite.operations()) {
            Subject first = suite.subjects().firstAllowed(operation);
            Alternatives alternatives = plan.alternatives(operation, first);
            List<ContractCase> waiting = plan.refusals(operation, alternatives, true);
            cases.addAll(plan.controls(operation, alternatives, CaseRole.CONTROL));
            cases.addAll(plan.subjects(operation, first));
            cases.addAll(plan.refusals(operation, alternatives, false));
            late.addAll(waiting);
            if (isControlledAfter(operation)) {
                (waiting.isEmpty() ? cases : late)
                        .addAll(plan.controls(operation, alternatives, CaseRole.CONTROL_AFTER));
            }
        }
        cases.addAll(late);
        return List.copyOf(cases);
    }

    /** A control that changes data is sent once only, and one that is off not at all. */
    private static boolean isControlledAfter(Operation operation) {
        Control control = operation.control();
        boolean harmless = operation.isSafe() || (control.status() != null && control.status() >= 400);
        return control.sent() && harmless;
    }

    private List<ContractCase> controls(Operation operation, Alternatives alternatives, CaseRole role) {
        return alternatives.ofControls().stream()
                .map(presents -> good(operation, presents, role))
                .toList();
    }

    private ContractCase good(Operation operation, Presents presents, CaseRole role) {
        CredentialCondition valid = CredentialConditions.CONTROL;
        return new ContractCase(
                suite,
                operation,
                presents,
                valid,
                valid.info().expectation(),
                Promise.NONE,
                operation.at(),
                role,
                operation.control().sent() ? null : "the suite says 'control: off'");
    }

    /** @param subject whose credentials stand in the place of the suite's, or null */
    private Alternatives alternatives(Operation operation, @Nullable Subject subject) {
        if (subject == null) {
            return new Alternatives(operation.requires(), credentials);
        }
        Map<String, CredentialDeclaration> theirs = new LinkedHashMap<>(credentials);
        subject.credentials().forEach(it -> theirs.put(it.name(), it));
        return new Alternatives(operation.requires(), theirs);
    }

    /** @param first whose credential the control has: sent once more, it would show nothing more */
    private List<ContractCase> subjects(Operation operation, @Nullable Subject first) {
        if (operation.requires().isPublic()) {
            return List.of();
        }
        return suite.subjects().all().stream()
                .flatMap(it -> objects(operation, it)
                        .filter(on -> !it.equals(first) || !on.equals(operation))
                        .flatMap(on -> alternatives(on, it)
                                .of(it)
                                .map(presents -> suite.subjects().allows(it, on)
                                        ? good(on, presents, CaseRole.ALLOWED)
                                        : denied(on, it, presents))))
                .toList();
    }

    /** What a subject asks for: their own and somebody else's, or the operation as it is where nothing in its path is anybody's. */
    private static Stream<Operation> objects(Operation operation, Subject subject) {
        PathObjects objects = operation.objects();
        if (objects.owner() == null) {
            return Stream.of(operation);
        }
        String foreign = objects.ownerForeignTo(subject.name());
        return Stream.concat(
                        objects.of(subject.name()).map(theirs -> subject.name()).stream(), Stream.ofNullable(foreign))
                .map(operation::onObjectOf);
    }

    private ContractCase denied(Operation operation, Subject subject, Presents presents) {
        CredentialCondition denied = denied(operation, subject);
        Promise promise = NearestPromise.ofDenied(suite, operation, denied.info(), presents);
        return new ContractCase(
                suite,
                operation,
                presents,
                denied,
                promise.expectation(denied.info().expectation(presents.traits())),
                promise,
                operation.at(),
                CaseRole.SCENARIO,
                null);
    }

    private static CredentialCondition denied(Operation operation, Subject subject) {
        if (operation.kind() == OperationKind.TOKEN_ENDPOINT) {
            return CredentialConditions.DENIED_GRANT;
        }
        return operation.objects().isForeignTo(subject.name())
                ? CredentialConditions.FOREIGN
                : CredentialConditions.DENIED;
    }

    private List<ContractCase> refusals(Operation operation, Alternatives alternatives, boolean waiting) {
        List<Presents> all = alternatives.varied();
        return all.stream()
                .flatMap(presents -> suite.scenarios().stream()
                        .filter(scenario -> waits(presents, scenario) == waiting)
                        .flatMap(scenario -> refusal(operation, scenario, presents, all)))
                .toList();
    }

    private boolean waits(Presents presents, Scenario scenario) {
        return Credentials.waitsFor(presents.varied(), conditions.named(scenario.condition()));
    }

    /** Nothing where the scenario is about another of the operation's credentials; what is about none of them is told once. */
    private Stream<ContractCase> refusal(
            Operation operation, Scenario scenario, Presents presents, List<Presents> all) {
        CredentialCondition condition = conditions.named(scenario.condition());
        if (condition.subject() != null) {
            return presents.equals(all.get(0))
                    ? ofSubject(operation, scenario, condition, condition.subject(), all)
                    : Stream.empty();
        }
        if (operation.requires().isPublic() && Credentials.presentsNothing(condition)) {
            Presents nothing = Presents.only(presents.varied());
            String why = notApplicable(condition, operation, nothing, all, SERVED);
            return presents.equals(all.get(0))
                    ? Stream.of(refusal(operation, scenario, condition, nothing, SERVED, Promise.NONE, why))
                    : Stream.empty();
        }
        if (!isAbout(condition, operation)) {
            return isAboutAny(condition) || !presents.equals(all.get(0))
                    ? Stream.empty()
                    : Stream.of(refusal(operation, scenario, condition, presents, all, NOT_OF_KIND));
        }
        if (fits(condition, presents)) {
            return Stream.of(refusal(operation, scenario, condition, presents, all, null));
        }
        if (!presents.equals(all.get(0)) || all.stream().anyMatch(other -> fits(condition, other))) {
            return Stream.empty();
        }
        return Stream.of(
                refusal(operation, scenario, condition, Presents.only(presents.varied()), all, unfit(condition, all)));
    }

    /** With each alternative of which they have a credential. */
    private Stream<ContractCase> ofSubject(
            Operation operation,
            Scenario scenario,
            CredentialCondition condition,
            Subject subject,
            List<Presents> all) {
        if (!subject.canAsk(operation.requires())) {
            String why = operation.requires().isPublic()
                    ? "nobody needs a credential here, so it does not matter whose it is"
                    : "'%s' has no credential that this operation asks for".formatted(subject.name());
            Presents any = Presents.only(all.get(0).varied());
            return Stream.of(refusal(operation, scenario, condition, any, all, why));
        }
        return alternatives(operation, subject)
                .of(subject)
                .map(presents -> refusal(operation, scenario, condition, presents, all, null));
    }

    /** @param unfit why it makes no sense whatever the operation, or null where it may */
    private ContractCase refusal(
            Operation operation,
            Scenario scenario,
            CredentialCondition condition,
            Presents presents,
            List<Presents> all,
            @Nullable String unfit) {
        Promise promise = NearestPromise.of(suite, operation, scenario, condition.info(), presents);
        Expectation expectation = expectation(operation, promise, condition, presents);
        String why = unfit == null ? notApplicable(condition, operation, presents, all, expectation) : unfit;
        return refusal(operation, scenario, condition, presents, expectation, promise, why);
    }

    /** That an operation needs no credential is nearer than what the suite says of a condition everywhere, and not nearer than what it says here. */
    private static Expectation expectation(
            Operation operation, Promise promise, CredentialCondition condition, Presents presents) {
        Expectation declared = promise.expectation(condition.info().expectation(presents.traits()));
        boolean saidHere = NearestPromise.here(operation, condition.info()).statuses() != null;
        if (saidHere || !ContractCase.isOpen(operation, condition)) {
            return declared;
        }
        return Credentials.presentsNothing(condition)
                ? SERVED
                : new Expectation(new Statuses(true, declared.statuses().refusals()), declared.errors());
    }

    private ContractCase refusal(
            Operation operation,
            Scenario scenario,
            CredentialCondition condition,
            Presents presents,
            Expectation expectation,
            Promise promise,
            @Nullable String notApplicable) {
        String left = operation.promises().except().get(scenario.condition());
        return new ContractCase(
                suite,
                operation,
                presents,
                condition,
                expectation,
                promise,
                scenario.at(),
                CaseRole.SCENARIO,
                left == null ? notApplicable : "the suite leaves it out here: " + left);
    }

    /**
     * What a suite gives itself makes sense, whatever the scheme. A condition of its own is about nothing else; where no credential has
     * it, as in one environment of several, it is not obtainable.
     */
    private boolean fits(CredentialCondition condition, Presents presents) {
        if (Credentials.isGiven(presents.varied(), condition)) {
            return true;
        }
        return condition.info().isOwn()
                ? suite.credentials().stream().noneMatch(it -> Credentials.isGiven(it, condition))
                : presents.traits().contains(condition.info().appliesTo());
    }

    /** A token endpoint has requests that nothing else has, and the other way round. */
    private static boolean isAbout(CredentialCondition condition, Operation operation) {
        ConditionGroup group = condition.info().group();
        return group == null || group.isAbout(operation.kind());
    }

    private boolean isAboutAny(CredentialCondition condition) {
        return suite.operations().stream().anyMatch(operation -> isAbout(condition, operation));
    }

    private static String unfit(CredentialCondition condition, List<Presents> all) {
        if (condition.info().isOwn()) {
            return "the suite gives it for none of the credentials that this operation asks for";
        }
        List<String> schemes =
                all.stream().map(it -> it.scheme().name()).distinct().toList();
        return "the %s %s, and this is about %s"
                .formatted(
                        schemes.size() == 1 ? "scheme is" : "schemes are",
                        String.join(" and ", schemes),
                        condition.info().appliesTo());
    }

    private static @Nullable String notApplicable(
            CredentialCondition condition,
            Operation operation,
            Presents presents,
            List<Presents> all,
            Expectation expectation) {
        ConditionInfo info = condition.info();
        if (info.unless() != null && all.stream().anyMatch(it -> it.traits().contains(info.unless()))) {
            return info.unless() == Trait.CSRF
                    ? "a token against forged requests is asked for, which no other site knows"
                    : "this is where the suite has its credential";
        }
        if (Credentials.changesNothing(presents, condition)) {
            return "this is how the suite's own credential travels";
        }
        // Refused for the one or for the other: nobody could tell, and two facts would be wrong.
        if (Credentials.partsSessionFromGuard(presents, condition)) {
            return "the token against forged requests beside it belongs to another session";
        }
        String displaced = Credentials.displaced(presents, condition);
        if (displaced != null) {
            return displaced;
        }
        // What may get through does what the operation does, and the author wants that not to happen.
        if (!operation.control().sent() && expectation.statuses().accepted()) {
            return "the suite says 'control: off', and this credential may get through";
        }
        if (info.reach() == Reach.OTHER_REQUEST
                && (operation.requires().isPublic() || operation.requires().isOptional())) {
            return "nobody needs a credential here, so there is no way around it";
        }
        if (info.reach() == Reach.OTHER_REQUEST && operation.endsSession()) {
            return "the path looks as if it ended a session, and is only asked for as the suite has it";
        }
        return Credentials.isGiven(presents.varied(), condition) ? null : condition.notApplicable(operation);
    }
}
