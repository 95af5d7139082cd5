package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/** GET, HEAD and POST need not be named. */
final class PreflightAllowsMethod extends PreflightRule {

    private static final RuleInfo INFO = rule(
                    "preflight-allows-method", ADVICE, SpecReference.fetch("CORS-preflight fetch"), PROFILE)
            .summary("The answer to a preflight allows the method")
            .why(
                    "The browser does not send a method that is not allowed, and an API that grew by PUT or DELETE forgets it.")
            .clients("The page can read, and is told of a network error where it writes.")
            .fix("Name each method in Access-Control-Allow-Methods, in upper case.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    boolean speaksOf(PageRequest page, Response preflight) {
        return PageRequest.isOk(preflight) && isAllowed(page, preflight);
    }

    @Override
    @Nullable
    String fault(PageRequest page, Response preflight) {
        return page.allowsMethod(preflight)
                        || (page.include() && PageRequest.hasAny(preflight, CorsFields.ALLOW_METHODS))
                ? null
                : AnswerAllowsOrigin.field(preflight, CorsFields.ALLOW_METHODS);
    }

    @Override
    String expected(PageRequest page) {
        return "%s with %s".formatted(CorsFields.ALLOW_METHODS, page.method());
    }
}
