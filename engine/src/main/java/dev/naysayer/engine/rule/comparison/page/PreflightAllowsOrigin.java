package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/** A 2xx alone allows nothing. */
final class PreflightAllowsOrigin extends PreflightRule {

    private static final RuleInfo INFO = rule(
                    "preflight-allows-origin", ADVICE, SpecReference.fetch("CORS check"), PROFILE)
            .summary("The answer to a preflight allows the origin of the page")
            .why("Without that the browser does not send the request itself, though the preflight got a 2xx.")
            .clients("The page is told of a network error.")
            .fix(
                    "Name the pages' origins in the CORS configuration, as browsers write them: without a slash at the end.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    boolean speaksOf(PageRequest page, Response preflight) {
        return PageRequest.isOk(preflight);
    }

    @Override
    @Nullable
    String fault(PageRequest page, Response preflight) {
        return isAllowed(page, preflight) ? null : AnswerAllowsOrigin.words(page, preflight);
    }

    @Override
    String expected(PageRequest page) {
        return AnswerAllowsOrigin.right(page);
    }
}
