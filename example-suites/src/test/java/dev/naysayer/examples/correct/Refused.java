package dev.naysayer.examples.correct;

import dev.naysayer.examples.orders.Ground;
import dev.naysayer.examples.orders.Refusal;
import java.util.Map;

/**
 * The words in which the Stock API refuses.
 *
 * @param challenge the challenge of its scheme (RFC 9110 section 11.6.1)
 */
record Refused(String challenge) {

    private static final String PROBLEM =
            "{\"type\":\"https://stock.example/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";

    /** Whatever is missing or wrong: who is asked is not told. */
    Refusal unauthorized() {
        return refusal(Ground.NO_TOKEN, 401, "unauthorized", "Unauthorized", "Send valid credentials.")
                .withHeader(Refusal.CHALLENGE, challenge);
    }

    Refusal repeated() {
        return refusal(
                Ground.REPEATED_CREDENTIALS, 400, "repeated", "Repeated credentials", "Send one set of credentials.");
    }

    Refusal unreadable() {
        return refusal(Ground.BROKEN_REQUEST, 400, "unreadable", "Unreadable request", "The request cannot be read.");
    }

    Refusal tooLarge() {
        return refusal(Ground.OVERSIZED, 431, "too-large", "Too large", "Send shorter credentials.");
    }

    Refusal tooMany() {
        return refusal(Ground.NO_TOKEN, 429, "too-many", "Too many attempts", "Try again later.")
                .withHeader("Retry-After", "60");
    }

    Refusal withoutTls() {
        return refusal(Ground.NO_TOKEN, 403, "tls-required", "TLS required", "Send the request by https.");
    }

    private static Refusal refusal(Ground ground, int status, String type, String title, String detail) {
        return new Refusal(ground, "", status, Map.of(), PROBLEM.formatted(type, title, status, detail), false)
                .withContentType("application/problem+json")
                .withHeader("Cache-Control", "no-store")
                .withHeader(Refusal.NOSNIFF, "nosniff");
    }
}
