package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.ADVICE;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.Level.SHOULD;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.Promise;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.Registered;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the challenges uses the scheme of the suite.
 *
 * <p>RFC 6750 asks for it whenever the token does not enable access: on a 403 and a 400 too, where RFC 9110 is silent.
 */
final class ChallengeNamesScheme implements Rule {

    private static final RuleInfo INFO = rule("challenge-names-scheme", MUST, rfc(6750, "3"))
            .summary("A challenge names the scheme that the API accepts")
            .why(
                    "A client picks its credential by the scheme of the challenge; for a scheme it does not know it has none.")
            .clients(
                    "A client that holds a credential finds no challenge for it, so it neither renews it nor asks for more rights: it gives up.")
            .fix("Add a challenge of the scheme that the API takes, whatever else is offered beside it.");

    /** A 401 without any challenge is told by {@link ChallengeFollows401}; a 404 may hide that there is something. */
    private static final Set<Integer> CHALLENGED = Set.of(400, 403);

    /**
     * A MUST speaks of "all challenges defined by this specification", and another registered scheme has its challenge from another.
     *
     * <p>Problem: it reads either way. Choice: a warning; an invented scheme in its place stays a violation.
     */
    private static final Clause EITHER_WAY = new Clause(SHOULD, rfc(6750, "3"));

    /** One applicable challenge is enough: that the API takes another scheme as well, no standard makes it say. */
    private static final Clause NOT_OFFERED = new Clause(ADVICE, rfc(9110, "15.5.2"));

    /** Of all schemes by which the operation opens none is offered, so nobody learns how. */
    private static final Clause NONE_WORKS = new Clause(MUST, rfc(9110, "15.5.2"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.field() instanceof ChallengeField.Broken) {
            return notApplicable("the field does not parse");
        }
        String scheme = it.scheme().challengeScheme();
        if (scheme == null) {
            return notApplicable("no auth-scheme is registered for such a credential");
        }
        if (evidence.challenges().isEmpty()) {
            String silence = silence(it, evidence.status(), scheme);
            return silence == null
                    ? violated("a challenge with the scheme " + scheme, evidence.fieldText())
                    : notApplicable(silence);
        }
        if (!evidence.challenges(scheme).isEmpty()) {
            return passed();
        }
        String expected = "a challenge with the scheme " + scheme;
        List<Set<String>> alternatives = alternatives(it);
        if (alternatives.size() > 1) {
            return evidence.status() == 401 && alternatives.stream().noneMatch(other -> isOffered(other, evidence))
                    ? violated("a challenge with a scheme that opens the operation", evidence.fieldText(), NONE_WORKS)
                    : violated(expected, evidence.fieldText(), NOT_OFFERED);
        }
        if (!scheme.equals("Bearer")) {
            return violated(expected, evidence.fieldText(), NOT_OFFERED);
        }
        boolean another = evidence.challenges().stream().map(Challenge::scheme).allMatch(Registered::isScheme);
        return another
                ? violated(expected, evidence.fieldText(), EITHER_WAY)
                : violated(expected, evidence.fieldText());
    }

    /** The auth-schemes of each alternative by which the operation opens; none for one that has no registered one. */
    private static List<Set<String>> alternatives(ContractCase it) {
        return it.operation().requires().alternatives().stream()
                .filter(alternative -> !alternative.isNothing())
                .map(alternative -> it.suite().credentials().stream()
                        .filter(credential -> alternative.credentials().contains(credential.name()))
                        .map(credential ->
                                AuthSchemes.named(credential.scheme().name()).challengeScheme())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .toList();
    }

    /** What has no registered auth-scheme may be offered by any. */
    private static boolean isOffered(Set<String> alternative, Evidence evidence) {
        return alternative.isEmpty()
                || alternative.stream()
                        .anyMatch(scheme -> !evidence.challenges(scheme).isEmpty());
    }

    /** Why no challenge is demanded; null where one is. */
    private static @Nullable String silence(ContractCase it, int status, String scheme) {
        if (!scheme.equals("Bearer") || !CHALLENGED.contains(status)) {
            return "there is no challenge at all";
        }
        boolean lacksRight =
                it.condition().info().expectation().statuses().refusals().equals(List.of(403));
        if (lacksRight && it.declaresError() && it.expectation().expectsNoError()) {
            return "the suite declares that no error code is right";
        }
        Declared<Match> declared = it.promise().challenge().get(Promise.WHOLE_CHALLENGE);
        if (declared != null && declared.value() instanceof Match.Absent) {
            return "the suite declares that there is no challenge";
        }
        // The token enables access, and its owner has not the right: other scopes would not help.
        return lacksRight && it.operation().scopes().isEmpty()
                ? "the operation needs no scope, so no token could be asked for"
                : null;
    }
}
