package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.Level.SHOULD;
import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.SpecReference.rfc;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;

/** The code against the suite, or where the suite is silent, against the condition's own default. */
final class ErrorFitsCondition implements Rule {

    private static final RuleInfo INFO = rule("error-fits-condition", SHOULD, rfc(6750, "3.1"))
            .summary("The error code says what is wrong with the credential")
            .why("Clients decide from this code whether to refresh the token, ask for more rights, or give up.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        List<String> expected = it.expectation().errors();
        if (expected.isEmpty()) {
            return notApplicable("no error code is expected");
        }
        if (evidence.challenges(it.scheme().challengeScheme()).isEmpty()) {
            return notApplicable("there is no challenge of the scheme");
        }
        String error = evidence.error(it.scheme().challengeScheme());
        return error != null && expected.contains(error)
                ? passed()
                : violated(
                        Words.or(
                                expected.stream().map("error=\"%s\""::formatted).toList()),
                        evidence.fieldText());
    }
}
