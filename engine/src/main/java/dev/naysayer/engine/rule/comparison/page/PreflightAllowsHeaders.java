package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.CorsFields;
import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/** The header that carries the credential is the first that a page needs. */
final class PreflightAllowsHeaders extends PreflightRule {

    private static final RuleInfo INFO = rule(
                    "preflight-allows-headers", ADVICE, SpecReference.fetch("CORS-preflight fetch"), PROFILE)
            .summary("The answer to a preflight names the headers that the page sends, Authorization by its name")
            .why(
                    "By Fetch '*' stands for any header but Authorization, so no token can be sent although all looks open.")
            .clients(
                    "Browsers that follow Fetch tell the page of a network error; one that lets '*' pass hides it in development.")
            .fix("List Authorization in Access-Control-Allow-Headers, and the other headers beside it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    boolean speaksOf(PageRequest page, Response preflight) {
        return PageRequest.isOk(preflight)
                && isAllowed(page, preflight)
                && !(page.headers().isEmpty() && page.allowsHeaders(preflight));
    }

    @Override
    @Nullable
    String fault(PageRequest page, Response preflight) {
        if (page.allowsHeaders(preflight)
                || (page.include() && PageRequest.hasAny(preflight, CorsFields.ALLOW_HEADERS))) {
            return null;
        }
        String field = AnswerAllowsOrigin.field(preflight, CorsFields.ALLOW_HEADERS);
        if (!PageRequest.isList(preflight, CorsFields.ALLOW_HEADERS)) {
            return field + ", which is no list of names";
        }
        return preflight.headers(CorsFields.ALLOW_HEADERS).isEmpty()
                ? field
                : "%s, which does not name %s".formatted(field, String.join(", ", page.notAllowed(preflight)));
    }

    @Override
    String expected(PageRequest page) {
        return page.headers().isEmpty()
                ? "a list of names in " + CorsFields.ALLOW_HEADERS
                : "%s with %s by name".formatted(CorsFields.ALLOW_HEADERS, String.join(", ", page.headers()));
    }
}
