package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.ChallengeField;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Set;

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
                    "A client that holds a token finds no challenge for it, so it neither refreshes nor asks for more rights: it gives up.")
            .fix("Add a challenge of the scheme that the API takes, whatever else is offered beside it.");

    /** A 401 without any challenge is told by {@link ChallengeFollows401}; a 404 may hide that there is something. */
    private static final Set<Integer> CHALLENGED = Set.of(400, 403);

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
        boolean demanded = scheme.equals("Bearer") && CHALLENGED.contains(evidence.status());
        if (evidence.challenges().isEmpty() && !demanded) {
            return notApplicable("there is no challenge at all");
        }
        return evidence.challenges(scheme).isEmpty()
                ? violated("a challenge with the scheme " + scheme, evidence.fieldText())
                : passed();
    }
}
