package dev.naysayer.engine.fault;

import java.util.List;
import java.util.Set;

/** A part of a run in which something is asked for; a fault befalls no other. */
enum Phase {
    CONTROL("control", "/orders", 0, "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\"}", "no-token"),
    CASE("case", "/orders", 1, "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\"}", "no-token"),
    VERBATIM(
            "case sent byte by byte",
            "/orders",
            1,
            "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\"}",
            "illegal-characters"),
    TOKEN("token", "/token", 0, client("token-endpoint: %s/token"), "no-token"),
    METADATA("metadata", "/.well-known/", 0, client("issuer: %s"), "no-token"),
    KEYS(
            "keys",
            "/jwks",
            1,
            "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\", jwks: \"%s/jwks\"}",
            "hmac-public-key-pem"),
    PROBE("probe", "/naysayer-no-such-thing", 3, "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\"}", "no-token"),
    HTTP_2("case over HTTP/2", "PRI ", 1, "token: {good: \"${NAYSAYER_TEST_FAULT_TOKEN}\"}", "http2");

    /** All parts that go over HTTP/1.1. */
    static final List<Phase> OVER_HTTP_1 = List.of(CONTROL, CASE, VERBATIM, TOKEN, METADATA, KEYS, PROBE);

    private final String title;
    private final String path;
    private final int before;
    private final String source;
    private final String scenario;

    /**
     * @param title the column of the table
     * @param path a part of the request's target
     * @param before how many requests are answered before it
     * @param source where the credential comes from, in YAML, with {@code %s} for the server
     * @param scenario what is tested
     */
    Phase(String title, String path, int before, String source, String scenario) {
        this.title = title;
        this.path = path;
        this.before = before;
        this.source = source;
        this.scenario = scenario;
    }

    private static String client(String where) {
        return "client-credentials: {%s, client-id: tests, client-secret: \"${NAYSAYER_TEST_FAULT_SECRET}\"}"
                .formatted(where);
    }

    String title() {
        return title;
    }

    /** What the case is called whose outcome shows what is made of the fault; for the probe there is a comparison. */
    String shownBy() {
        return Set.of(CONTROL, TOKEN, METADATA).contains(this) ? "control" : scenario;
    }

    /** Whether a request belongs to this part; an empty one stands for a connection. */
    boolean isConcernedBy(String request, int answered) {
        if (request.isEmpty()) {
            return answered >= before;
        }
        String line = request.lines().findFirst().orElse("");
        if (!line.contains(path)) {
            return false;
        }
        // The header of the good token holds nothing that is illegal.
        boolean good = request.contains("\r\nAuthorization: Bearer ey");
        if (this == CONTROL) {
            return good;
        }
        return (this != CASE && this != VERBATIM) || !good;
    }

    String suite(String url) {
        return """
                suite: Orders API
                target: %s
                credentials:
                  bearer:
                    %s
                operations: [GET /orders]
                scenarios: [%s]
                %s
                """.formatted(url, source.formatted(url), scenario, this == PROBE ? "probes: [unknown-path]" : "");
    }
}
