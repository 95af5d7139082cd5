package dev.naysayer.engine.outcome;

import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The redacted exchange, for people to read.
 *
 * @param method the HTTP method
 * @param uri the absolute URI
 * @param requestHeaders every field line as it was sent
 * @param requestBody the body as text, or null
 * @param status the answer's status, or null where none came
 * @param responseHeaders every field line as it came back
 * @param responseBody the answer's body as text, or null where none came
 * @param truncated whether the answer's body was longer than what is kept
 * @param endless whether the answer's body had not ended when it was no longer waited for; it is truncated, too
 * @param note what a reader has to know beside it, in one line: that the request was sent twice, and why; else null
 */
public record Transcript(
        String method,
        String uri,
        List<Header> requestHeaders,
        @Nullable String requestBody,
        @Nullable Integer status,
        List<Header> responseHeaders,
        @Nullable String responseBody,
        boolean truncated,
        boolean endless,
        @Nullable String note) {

    /** There is nothing to know beside it. */
    public Transcript(
            String method,
            String uri,
            List<Header> requestHeaders,
            @Nullable String requestBody,
            @Nullable Integer status,
            List<Header> responseHeaders,
            @Nullable String responseBody,
            boolean truncated,
            boolean endless) {
        this(method, uri, requestHeaders, requestBody, status, responseHeaders, responseBody, truncated, endless, null);
    }

    /** What went over the wire, and what came back of it. */
    public static Transcript of(Exchange exchange) {
        var sent = exchange.request();
        if (exchange instanceof Exchange.Answered answered) {
            var back = answered.response();
            return new Transcript(
                    sent.method(),
                    sent.uri(),
                    sent.headers(),
                    sent.body(),
                    back.status(),
                    back.headers(),
                    back.body().text(),
                    back.body().truncated(),
                    back.body().endless(),
                    exchange.note());
        }
        return new Transcript(
                sent.method(),
                sent.uri(),
                sent.headers(),
                sent.body(),
                null,
                List.of(),
                null,
                false,
                false,
                exchange.note());
    }
}
