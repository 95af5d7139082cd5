package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.RequestFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was really sent, redacted.
 *
 * @param method the HTTP method
 * @param uri the absolute URI
 * @param headers every field line in its order on the wire
 * @param body the body as text, or null where none was sent
 * @param accept what kinds of answer were asked for, as it was sent; null where that is not known
 */
public record Request(
        String method,
        String uri,
        List<Header> headers,
        @Nullable String body,
        @Nullable String accept) {

    /** What was asked for is as it is shown. */
    public Request(String method, String uri, List<Header> headers, @Nullable String body) {
        this(method, uri, headers, body, Header.value(headers, RequestFields.ACCEPT));
    }
}
