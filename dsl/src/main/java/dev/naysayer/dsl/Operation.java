package dev.naysayer.dsl;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method and path template of the API under test.
 *
 * @param at where the suite names it
 * @param method the HTTP method, in upper case
 * @param path the path template as written, beginning with a slash, perhaps with a query
 * @param pathParameters a value for every {@code {name}} of the path
 * @param scopes what a token must carry to be let in; empty when the operation asks for none
 * @param mutates whether the author allows requests that may change data
 * @param control what the suite says of the case with the good credential
 * @param tags what its tests can be selected by, beside those of the suite
 * @param body the request body as JSON text, or null to send none
 */
public record Operation(
        Position at,
        String method,
        String path,
        Map<String, String> pathParameters,
        List<String> scopes,
        boolean mutates,
        Control control,
        List<String> tags,
        @Nullable String body) {

    /** Methods that change nothing (RFC 9110 section 9.2.1), in the order in which they are listed to readers. */
    static final List<String> SAFE_METHODS = List.of("GET", "HEAD", "OPTIONS");

    /** Whether its method changes nothing. */
    public boolean isSafe() {
        return SAFE_METHODS.contains(method);
    }

    /** Method and path template, {@code GET /orders/{id}}: the operation's name everywhere. */
    public String name() {
        return method + " " + path;
    }
}
