package example.orders;

/** Words of a refusal: RFC 6750 section 3 in the challenge, RFC 9457 in the body. */
record Refusal(String reason, int status, String challenge, String body) {

    static Refusal noToken() {
        return of("no token", 401, "", "credentials-required", "Send a bearer token.");
    }

    static Refusal badRequest() {
        return of("request", 400, ", error=\"invalid_request\"", "invalid-request", "Send one Authorization line.");
    }

    static Refusal badToken(String reason) {
        return of(reason, 401, ", error=\"invalid_token\"", "invalid-token", "The token is invalid or has expired.");
    }

    static Refusal scope(String needed) {
        return of(
                "scope",
                403,
                ", error=\"insufficient_scope\", scope=\"" + needed + "\"",
                "insufficient-scope",
                "The token lacks a scope.");
    }

    private static Refusal of(String reason, int status, String error, String type, String detail) {
        String body =
                "{\"type\": \"https://orders.example/problems/%s\", \"title\": \"Refused\", \"status\": %d, \"detail\": \"%s\"}"
                        .formatted(type, status, detail);
        return new Refusal(reason, status, "Bearer realm=\"orders\"" + error, body);
    }
}
