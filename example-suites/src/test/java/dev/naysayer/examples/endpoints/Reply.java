package dev.naysayer.examples.endpoints;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the authorization server. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, String body) {
        return new Reply(
                status,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Cache-Control",
                        "no-store",
                        "X-Content-Type-Options",
                        "nosniff"),
                body);
    }

    static Reply error(int status, String code) {
        return json(status, "{\"error\":\"%s\",\"error_description\":\"The request was refused\"}".formatted(code));
    }

    Reply saying(String description) {
        return new Reply(status, headers, body.replace("The request was refused", description));
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    Reply without(String header) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.remove(header);
        return new Reply(status, all, body);
    }
}
