package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param responseBody the answer's body as text, or null where none came or where it is withheld
 * @param withheld what stands for the body of an answer that let the credential in, which is somebody's data: size, media type,
 *     digest and shape in one line; null where the body is there
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
        @Nullable String withheld,
        boolean truncated,
        boolean endless,
        @Nullable String note) {

    /** The same with why earlier tries say nothing, in their order. */
    public Transcript after(List<String> earlier) {
        String words = Tries.words(earlier);
        return new Transcript(
                method,
                uri,
                requestHeaders,
                requestBody,
                status,
                responseHeaders,
                responseBody,
                withheld,
                truncated,
                endless,
                note == null ? words : words + "; " + note);
    }

    /** So many characters of an answer's head are kept; a page of it is more than anybody reads. */
    private static final int HEAD = 64 * 1024;

    /** As many field lines as fit, of a longer one its beginning; the last says how many more there were. */
    private static List<Header> kept(List<Header> headers) {
        List<Header> kept = new ArrayList<>();
        int left = HEAD;
        for (Header header : headers) {
            if (left <= 0) {
                kept.add(new Header(
                        "…",
                        String.format(Locale.ROOT, "%,d more field lines are not kept", headers.size() - kept.size())));
                return kept;
            }
            kept.add(new Header(
                    VisibleText.cut(header.name(), VisibleText.LONGEST_VALUE), VisibleText.cut(header.value(), left)));
            left -= header.name().length() + header.value().length() + 4;
        }
        return kept;
    }

    /**
     * What went over the wire, and what came back of it.
     *
     * @param keepBodies whether also the body of an answer that let the credential in is kept
     */
    public static Transcript of(Exchange exchange, boolean keepBodies) {
        return of(
                exchange,
                keepBodies ? List.of() : WithheldBody.of(exchange).stream().toList());
    }

    /** @param let the answer, where its body is withheld; else nothing */
    static Transcript of(Exchange exchange, List<Evidence> let) {
        var sent = exchange.request();
        if (exchange instanceof Exchange.Answered answered) {
            var back = answered.response();
            String withheld = let.isEmpty() ? null : WithheldBody.words(let.get(0));
            return new Transcript(
                    sent.method(),
                    sent.uri(),
                    sent.headers(),
                    sent.body(),
                    back.status(),
                    kept(back.headers()),
                    withheld == null ? back.body().text() : null,
                    withheld,
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
                null,
                false,
                false,
                exchange.note());
    }
}
