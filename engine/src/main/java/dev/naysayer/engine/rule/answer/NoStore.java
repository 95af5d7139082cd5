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

/** The body of a refusal can tell of the user or of the resource. */
final class NoStore implements Rule {

    private static final RuleInfo INFO = rule("no-store", SECURITY_ADVICE, asvs("14.3.2"))
            .summary("No cache keeps what a refusal says")
            .why("A refusal can tell who asked and for what; a cache shows it to the next at the same screen.")
            .clients("Browsers keep a 404 or 410 without being told to, and show it after the rights have come.")
            .fix("Send Cache-Control: no-store with every refusal.");

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
            return notApplicable("there is no body to keep");
        }
        return evidence.cacheControl().has("no-store")
                ? passed()
                : violated("Cache-Control: no-store", Words.shown(evidence.fieldText("Cache-Control")));
    }
}
