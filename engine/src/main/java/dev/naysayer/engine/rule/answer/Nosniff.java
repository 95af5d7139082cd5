package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;

/** Where there is a body: without one there is nothing to guess. */
final class Nosniff implements Rule {

    private static final RuleInfo INFO = rule("nosniff", SECURITY_ADVICE, asvs("3.4.4"))
            .summary("Browsers are told not to guess what a refusal's body is")
            .why("A browser that guesses may run as a page or a script what an error repeats of the request.")
            .clients("Programs ignore the header; browsers obey it.")
            .fix("Send X-Content-Type-Options: nosniff with every answer.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean isToldOnce() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.body().isEmpty()) {
            return notApplicable("there is no body to guess at");
        }
        List<String> options = evidence.response().headers("X-Content-Type-Options");
        return !options.isEmpty() && options.stream().allMatch("nosniff"::equalsIgnoreCase)
                ? passed()
                : violated(
                        "X-Content-Type-Options: nosniff", Words.shown(evidence.fieldText("X-Content-Type-Options")));
    }
}
