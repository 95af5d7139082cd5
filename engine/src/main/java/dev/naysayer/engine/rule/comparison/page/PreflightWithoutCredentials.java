package dev.naysayer.engine.rule.comparison.page;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.ADVICE;

import dev.naysayer.engine.evidence.PageRequest;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A preflight never has a credential, so an API that asks for one is closed to every page. */
final class PreflightWithoutCredentials extends PreflightRule {

    private static final RuleInfo INFO = rule(
                    "preflight-without-credentials",
                    ADVICE,
                    SpecReference.fetch("CORS protocol and credentials"),
                    PROFILE)
            .summary("A preflight is answered without a credential")
            .why(
                    "A browser never adds a credential to a preflight, so pages of other origins are refused before they ask.")
            .clients("The page is told of a network error, whatever token it has.")
            .fix("Answer preflights before credentials are checked.");

    /** Other statuses say that somebody else stands in the way: of them the next rule speaks. */
    private static final Set<Integer> ASKING = Set.of(401, 407);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    /** Whether a credential is asked for. */
    static boolean asks(Response preflight) {
        return ASKING.contains(preflight.status());
    }

    @Override
    boolean speaksOf(PageRequest page, Response preflight) {
        return true;
    }

    @Override
    @Nullable
    String fault(PageRequest page, Response preflight) {
        return asks(preflight) ? String.valueOf(preflight.status()) : null;
    }

    @Override
    String expected(PageRequest page) {
        return "a 2xx without a credential";
    }
}
