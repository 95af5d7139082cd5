package dev.naysayer.engine.rule.answer;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.SECURITY_ADVICE;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.CacheControl;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.Words;
import java.util.List;

/**
 * Caches that several people share keep no answer to a request with {@code Authorization}, unless the answer says they may.
 *
 * <p>Beside a directive that forbids it, the permission is void; frameworks send {@code no-store, must-revalidate}.
 */
final class NoSharedCacheEnablers implements Rule {

    private static final RuleInfo INFO = rule("no-shared-cache-enablers", SECURITY_ADVICE, rfc(9111, "3.5"))
            .summary("No refusal lets a shared cache keep it")
            .why("A shared cache gives what was meant for one client to all others.")
            .clients("They are refused by a proxy that never asked the API, though their own credential is good.")
            .fix("Send no public, s-maxage or must-revalidate with refusals; no-store is enough.");

    private static final List<String> ENABLERS = List.of("public", "s-maxage", "must-revalidate");

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
        CacheControl cacheControl = evidence.cacheControl();
        if (cacheControl.directives().isEmpty()) {
            return notApplicable("there is no Cache-Control");
        }
        return cacheControl.forbidsSharing() || ENABLERS.stream().noneMatch(cacheControl::has)
                ? passed()
                : violated("no " + Words.or(ENABLERS), evidence.fieldText("Cache-Control"));
    }
}
