package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;

/** The one status of refusals that caches keep without being told to. */
final class HiddenResourceNotCached implements Rule {

    private static final RuleInfo INFO = rule("hidden-resource-not-cached", SECURITY_ADVICE, rfc(9110, "15.5.5"))
            .summary("A 404 that hides a resource is kept by no shared cache")
            .why("Caches keep a 404 unasked, and then hide the resource from those who may see it.")
            .clients("They are told that a thing does not exist, by a proxy that never asked the API.")
            .fix("Send Cache-Control: no-store or private with every 404.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 404) {
            return notApplicable("the status is " + evidence.status());
        }
        if (it.condition().info().expectation().statuses().refusals().contains(404)) {
            return notApplicable("what was asked for need not exist");
        }
        return evidence.cacheControl().forbidsSharing()
                ? passed()
                : violated("Cache-Control: no-store or private", Words.shown(evidence.fieldText("Cache-Control")));
    }
}
