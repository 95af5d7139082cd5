package dev.naysayer.reports.benchmark;

import org.jspecify.annotations.Nullable;

/** What is presented, and how it is answered. */
enum Answer {
    NO_TOKEN(401, null),
    EXPIRED_TOKEN(401, "invalid_token"),
    WRONG_AUDIENCE(401, "invalid_token"),
    INSUFFICIENT_SCOPE(403, "insufficient_scope"),
    CONTROL(200, null);

    private static final String PROBLEM = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}";

    private final int status;
    private final @Nullable String error;

    Answer(int status, @Nullable String error) {
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    @Nullable
    String error() {
        return error;
    }

    boolean isRefusal() {
        return this != CONTROL;
    }

    String reason() {
        return status == 401 ? "Unauthorized" : status == 403 ? "Forbidden" : "OK";
    }

    String challenge() {
        String scope = this == INSUFFICIENT_SCOPE ? ", scope=\"%s\"".formatted(Tokens.SCOPE) : "";
        return "Bearer realm=\"things\"" + (error == null ? "" : ", error=\"%s\"%s".formatted(error, scope));
    }

    String body() {
        return isRefusal() ? PROBLEM.formatted(reason(), status) : "{\"id\":1,\"state\":\"open\"}";
    }
}
