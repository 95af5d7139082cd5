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

/** Neither the token nor a part of it stands in the body or in a header. */
final class TokenNotEchoed implements Rule {

    private static final RuleInfo INFO = rule("token-not-echoed", SECURITY_ADVICE, asvs("16.5.1"))
            .summary("The presented credential comes back nowhere")
            .why(
                    "Error bodies and headers end up in logs, traces and screenshots, where anybody may read a credential and use it.")
            .clients("They write the answer to logs and crash reports, where others read it.")
            .fix("Never put what was presented into an answer; log a hash or its id instead.");

    private static final String TOO_SHORT =
            "the credential, or its password, has fewer than 8 characters: innocent text may hold it as well, so nobody looked";

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
        if (evidence.response().echoes().isEmpty()) {
            return evidence.response().unsearched() ? notApplicable(TOO_SHORT) : passed();
        }
        String resource = Served.resource(it, evidence);
        return resource != null
                ? notApplicable(resource)
                : violated(
                        "the credential nowhere",
                        "the credential in "
                                + String.join(" and ", evidence.response().echoes()));
    }
}
