package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.CacheControl;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;

/** The clause binds caches, which keep no 429 unasked: so an answer that says nothing is right, and one that allows it has them break it. */
final class ThrottlingNotStored implements Rule {

    private static final RuleInfo INFO = rule("throttling-not-stored", MUST, rfc(6585, "4"))
            .summary("No cache is allowed to keep a 429")
            .why("A kept 429 throttles those who never asked too often, and outlasts the limit.")
            .clients("They wait as told, ask again, and get the old 429 from the cache.")
            .fix("Send Cache-Control: no-store with a 429, and nothing that says how long it is fresh.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() != 429) {
            return notApplicable("the status is " + evidence.status());
        }
        CacheControl cacheControl = evidence.cacheControl();
        if (cacheControl.forbidsReuse()) {
            return passed();
        }
        if (cacheControl.has("public")) {
            return violated("no public", evidence.fieldText("Cache-Control"));
        }
        return Caching.isGivenTime(evidence) ? violated("no time to be kept for", given(evidence)) : passed();
    }

    private static String given(Evidence evidence) {
        return evidence.cacheControl().directives().isEmpty()
                ? "Expires: " + evidence.fieldText("Expires")
                : evidence.fieldText("Cache-Control");
    }
}
