package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** Whatever length is announced: of bytes behind the head each is too many. */
final class HeadWithoutContent implements Rule {

    private static final RuleInfo INFO = rule("head-without-content", MUST, rfc(9110, "9.3.2"))
            .summary("An answer to HEAD ends with its head")
            .why("Whoever reads on takes the bytes for the next answer: all answers of the connection are off by one.")
            .clients("They report a broken answer to the next request, or give it the content of this one.")
            .fix(
                    "Leave the writing of answers to the server, which knows the method; look for filters that write to the connection.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (!evidence.answersHead()) {
            return notApplicable("the method is " + evidence.method());
        }
        return evidence.response().body().isEmpty()
                ? passed()
                : violated(
                        "no content",
                        "%d bytes behind the head"
                                .formatted(evidence.response().body().bytes().length));
    }
}
