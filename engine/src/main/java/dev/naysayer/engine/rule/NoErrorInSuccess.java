package dev.naysayer.engine.rule;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.rule.Verdict.notApplicable;
import static dev.naysayer.engine.rule.Verdict.passed;
import static dev.naysayer.engine.rule.Verdict.violated;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer means, its status says; a body cannot take it back.
 *
 * <p>Problem: where the credential may get through, the body may be data, and data may have an error of its own. Choice: there
 * only words of authentication count.
 */
final class NoErrorInSuccess implements Rule {

    private static final RuleInfo INFO = rule("no-error-in-success", MUST, rfc(9205, "4.6"))
            .summary("An answer whose body tells of an error has no status of success")
            .why(
                    "Clients, caches, proxies and monitors read the status, and all of them count the refusal as a success.")
            .clients("They take the error for data, and caches keep it.")
            .fix("Set the status where the error is written, also in handlers that wrap every answer.");

    private static final List<String> NUMBERS = List.of("status", "code", "statusCode");
    private static final Set<String> ABOUT_CREDENTIALS = Set.of("401", "403");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean speaksOfEveryAnswer() {
        return true;
    }

    @Override
    public boolean tellsFate() {
        return true;
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        if (evidence.status() < 200 || evidence.status() > 299) {
            return notApplicable("%d is no success".formatted(evidence.status()));
        }
        JsonNode body = evidence.body().object();
        if (body == null) {
            return notApplicable("the body is no JSON object");
        }
        String error = error(body, it.isAcceptable());
        if (error == null && evidence.body().claimsProblemDetails()) {
            error = "problem details";
        }
        return error == null ? passed() : violated("a 4xx", "%d with %s".formatted(evidence.status(), error));
    }

    private static @Nullable String error(JsonNode body, boolean maybeData) {
        for (String member : NUMBERS) {
            String number = body.path(member).asString("");
            if (maybeData ? ABOUT_CREDENTIALS.contains(number) : number.matches("[45]\\d\\d")) {
                return "'%s': %s".formatted(member, body.get(member));
            }
        }
        JsonNode error = body.path("error");
        if (Registered.ERRORS.contains(error.asString(""))) {
            return "'error': " + error;
        }
        if (maybeData) {
            return null;
        }
        JsonNode success = body.path("success");
        if (success.isBoolean() && !success.booleanValue()) {
            return "'success': false";
        }
        boolean tells = error.isObject() || !error.asString("false").matches("|0|false");
        return tells ? "an 'error'" : null;
    }
}
