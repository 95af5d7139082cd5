package dev.naysayer.examples.orders;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the Orders API words a refusal: challenges after RFC 6750 section 3, bodies after RFC 9457. */
final class Refusals {

    static final String REALM = "Bearer realm=\"orders\"";
    // One sentence for every bad token: which claim was wrong helps only whoever forges them.
    private static final String BAD_TOKEN = "The access token is invalid or has expired";

    private Refusals() {}

    static Refusal because(Ground ground, String presented, String scope) {
        return switch (ground) {
            case REPEATED_CREDENTIALS ->
                refusal(ground, presented, 400, REALM + error("invalid_request", "Send one Authorization header"))
                        .withBody(problem(400, "invalid-request", "Invalid request", "Send one Authorization header."));
            case TOKEN_IN_TWO_PLACES ->
                refusal(ground, presented, 400, REALM + error("invalid_request", "Send the token in one place"))
                        .withBody(problem(400, "invalid-request", "Invalid request", "Send the token in one place."));
            case BROKEN_REQUEST ->
                refusal(ground, presented, 400, REALM + error("invalid_request", "The request cannot be read"))
                        .withBody(problem(400, "invalid-request", "Invalid request", "The request cannot be read."));
            case OVERSIZED ->
                refusal(ground, presented, 431, REALM)
                        .withBody(problem(431, "too-large", "Too large", "Send a shorter Authorization header."));
            // RFC 6750 section 3.1: a client that presented no token gets no error code.
            case NO_TOKEN, WRONG_SCHEME ->
                refusal(ground, presented, 401, REALM)
                        .withBody(problem(401, "credentials-required", "Credentials required", "Send a bearer token."));
            // RFC 9470 section 3
            case WEAK_LOGIN ->
                refusal(
                                ground,
                                presented,
                                401,
                                REALM + error("insufficient_user_authentication", "Log in again")
                                        + ", max_age=\"3600\"")
                        .withBody(problem(401, "log-in-again", "Log in again", "A fresh login is needed."));
            case INSUFFICIENT_SCOPE ->
                refusal(ground, presented, 403, REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"")
                        .withBody(problem(
                                403, "insufficient-scope", "Insufficient scope", "The scope " + scope + " is needed."));
            default ->
                refusal(ground, presented, 401, REALM + error("invalid_token", BAD_TOKEN))
                        .withBody(problem(401, "invalid-token", "Invalid token", BAD_TOKEN + "."));
        };
    }

    /** For a message that is not understood well enough to look for a token in it. */
    static Refusal unreadable() {
        return because(Ground.BROKEN_REQUEST, "", "");
    }

    private static Refusal refusal(Ground ground, String presented, int status, String challenge) {
        return new Refusal(ground, presented, status, Map.of(Refusal.CHALLENGE, challenge), "", false)
                .withContentType("application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader(Refusal.NOSNIFF, "nosniff");
    }

    private static String error(String code, String description) {
        return ", error=\"" + code + "\", error_description=\"" + description + "\"";
    }

    /** A problem document; its type is an example domain's, so it names a kind of problem and leads nowhere. */
    static String problem(int status, String type, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://orders.example/problems/" + type);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return JSONObjectUtils.toJSONString(problem);
    }
}
