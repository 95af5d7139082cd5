package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/** A browser follows no redirect of a preflight, and takes an error for a no. */
final class PreflightOkStatus extends PreflightRule {

    private static final RuleInfo INFO = rule(
                    "preflight-ok-status", ADVICE, SpecReference.fetch("CORS-preflight fetch"), PROFILE)
            .summary("A preflight is answered with a 2xx")
            .why("Behind a redirect or an error the browser does not send the request itself.")
            .clients("The page is told of a network error, and its author finds it in the console only.")
            .fix("Answer preflights with 204, on each path, and let the pages' origins through the check of origins.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    boolean speaksOf(PageRequest page, Response preflight) {
        return !PreflightWithoutCredentials.asks(preflight);
    }

    @Override
    @Nullable
    String fault(PageRequest page, Response preflight) {
        return PageRequest.isOk(preflight) ? null : String.valueOf(preflight.status());
    }

    @Override
    String expected(PageRequest page) {
        return "a 2xx";
    }
}
