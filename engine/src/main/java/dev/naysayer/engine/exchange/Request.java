package dev.naysayer.engine.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was really sent, redacted.
 *
 * @param method the HTTP method
 * @param uri the absolute URI
 * @param headers every field line in its order on the wire
 * @param body the body as text, or null where none was sent
 */
public record Request(
        String method,
        String uri,
        List<Header> headers,
        @Nullable String body) {}
