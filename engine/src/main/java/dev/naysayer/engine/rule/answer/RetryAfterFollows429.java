package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MAY;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.standard.Clause;
import java.util.List;

/** Allowed by the standard, and told for information where it is left out; where it is there, its form is no matter of choice. */
final class RetryAfterFollows429 implements Rule {

    private static final RuleInfo INFO = rule("retry-after-follows-429", MAY, rfc(6585, "4"))
            .summary("A 429 says how long to wait")
            .why("A client that is not told guesses, and guesses too short when many are waiting.")
            .clients("They try again at once, or after a time of their own, and so keep the limit exceeded.")
            .fix("Send Retry-After with seconds or a date.");

    /** What matches no grammar must not be sent; that of the field is in section 10.2.3. */
    private static final Clause MALFORMED = Clause.must(rfc(9110, "2.2"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 429) {
            return notApplicable("the status is " + evidence.status());
        }
        List<String> values = evidence.response().headers("Retry-After");
        if (values.stream().anyMatch(RetryAfterFollows429::tellsWhen)) {
            return passed();
        }
        String expected = "a Retry-After field with seconds or a date";
        return values.isEmpty()
                ? violated(expected, "no Retry-After")
                : violated(expected, evidence.fieldText("Retry-After"), MALFORMED);
    }

    private static boolean tellsWhen(String value) {
        return value.matches("[0-9]+") || HttpDate.read(value) != null;
    }
}
