package dev.naysayer.examples.flaws;

import dev.naysayer.examples.orders.Refusal;
import java.util.function.UnaryOperator;

/** Ways to spoil a correct refusal that more than one flaw uses, or that need more than a line. */
final class Spoiling {

    private Spoiling() {}

    static UnaryOperator<Refusal> challenge(String other) {
        return refusal -> refusal.withHeader(Refusal.CHALLENGE, other);
    }

    /** Puts one text in the place of another within the challenge. */
    static UnaryOperator<Refusal> challenge(String text, String other) {
        return refusal -> refusal.withChallenge(challenge -> challenge.replace(text, other));
    }

    static UnaryOperator<Refusal> addToChallenge(String end) {
        return refusal -> refusal.withChallenge(challenge -> challenge + end);
    }

    static UnaryOperator<Refusal> problem(String member, Object value) {
        return refusal -> refusal.withProblem(problem -> problem.put(member, value));
    }

    static UnaryOperator<Refusal> body(String type, String text) {
        return refusal -> refusal.withContentType(type).withBody(text);
    }

    static UnaryOperator<Refusal> header(String name, String value) {
        return refusal -> refusal.withHeader(name, value);
    }

    static UnaryOperator<Refusal> contentType(String type) {
        return refusal -> refusal.withContentType(type);
    }

    /** Another status, told by the problem too: one flaw at a time. */
    static UnaryOperator<Refusal> status(int other) {
        return refusal -> refusal.withStatus(other).withProblem(problem -> problem.put("status", other));
    }

    static Refusal statusAsText(Refusal refusal) {
        return refusal.withProblem(problem -> problem.put("status", Integer.toString(refusal.status())));
    }

    static Refusal umlautInOauthBody(Refusal refusal) {
        return refusal.withProblem(problem -> {
            problem.put("error", "invalid_token");
            problem.put("error_description", "Das Token ist ungültig");
        });
    }

    static Refusal markByteOrder(Refusal refusal) {
        return refusal.withBody("\uFEFF" + refusal.body());
    }

    static Refusal hideScope(Refusal refusal) {
        return refusal.withChallenge(challenge -> challenge.replaceFirst(", scope=\".*\"", ""));
    }

    static Refusal hideError(Refusal refusal) {
        return refusal.withChallenge(challenge -> challenge.replaceFirst(", error=.*", ""));
    }

    static Refusal hideMetadata(Refusal refusal) {
        return refusal.withChallenge(challenge -> challenge.replaceFirst(", resource_metadata=\"[^\"]*\"", ""));
    }

    /** What many frameworks send when the code that reads a token throws. */
    static Refusal crash(Refusal refusal) {
        return refusal.without(Refusal.CHALLENGE)
                .withStatus(500)
                .withContentType("text/plain")
                .withBody("""
                        java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1
                        \tat com.example.orders.TokenFilter.doFilter(TokenFilter.java:42)
                        """);
    }

    static Refusal redirectToLogin(Refusal refusal) {
        return refusal.without(Refusal.CHALLENGE)
                .without("Content-Type")
                .withStatus(302)
                .withHeader("Location", "/login")
                .withBody("");
    }

    static Refusal hide(Refusal refusal) {
        return status(404).apply(refusal).without("Cache-Control");
    }

    static Refusal throttle(Refusal refusal) {
        return status(429)
                .apply(refusal)
                .withHeader("Cache-Control", "private, max-age=60")
                .withHeader("Retry-After", "60");
    }

    static Refusal tellPeopleOnly(Refusal refusal) {
        return refusal.withChallenge(challenge -> challenge.replaceFirst(", error=.*", ""))
                .withContentType("text/plain")
                .withBody("Access denied");
    }

    static Refusal tellOtherCode(Refusal refusal) {
        return refusal.withContentType("application/json")
                .withBody("{\"error\":\"Unauthorized\",\"message\":\"Token expired\",\"code\":\"403\"}");
    }

    static Refusal tellCodeInBodyAlone(Refusal refusal) {
        return hideError(refusal).withProblem(problem -> problem.put("error", "insufficient_scope"));
    }

    static Refusal showLogin(Refusal refusal) {
        return refusal.withContentType("text/html")
                .withBody(
                        "<form method=\"post\"><input name=\"user\"><input name=\"secret\" type=\"password\"></form>");
    }

    /** The credential without its scheme. */
    static String token(Refusal refusal) {
        return refusal.presented().substring(refusal.presented().lastIndexOf(' ') + 1);
    }

    /** The middle of a JWT: who it is for, readable by anyone. */
    static String payload(Refusal refusal) {
        return token(refusal).split("\\.", -1)[1];
    }
}
