package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
 * @param notKept how many bytes of fields and bodies are not kept, since the case conforms; 0 where all is kept
 * @param note what a reader has to know beside it, in one line: that the request was sent twice, and why; else null
 * @param took milliseconds from the first byte that was sent until the last that was read; null where none was read or that is not
 *     known
 * @param token what may be shown of the token that was sent, in one line: of a JWT its header and claims, without the signature and
 *     what is personal; null where there is none, or the case conforms
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
        int notKept,
        @Nullable String note,
        @Nullable Long took,
        @Nullable String token) {

    /** Of an answer that is right, what it says of credentials, what it is, and where it leads; all else every answer has. */
    private static final Set<String> TELLING = Set.of(
            "allow",
            "authentication-info",
            "content-type",
            "location",
            "proxy-authenticate",
            "retry-after",
            "set-cookie",
            "www-authenticate");

    /** So many characters of an answer's head are kept; a page of it is more than anybody reads. */
    private static final int HEAD = 64 * 1024;

    /** Of which all is kept. */
    public Transcript(
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
        this(
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
                0,
                note,
                null,
                null);
    }

    /** The same, and what may be shown of the token that was sent. */
    public Transcript showing(@Nullable String shown) {
        return with(note, shown);
    }

    /** The same with why earlier tries say nothing, in their order. */
    public Transcript after(List<String> earlier) {
        String words = Tries.words(earlier, null);
        return with(note == null ? words : words + "; " + note, token);
    }

    private Transcript with(@Nullable String otherNote, @Nullable String otherToken) {
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
                notKept,
                otherNote,
                took,
                otherToken);
    }

    /**
     * The same of a case that conforms: what presented the credential and what refused it.
     *
     * <p>Problem: nine of ten cases conform, and their fields and bodies are nine tenths of a record that nobody reads there. What is
     * left out is counted, so that nobody takes it for what was not on the wire.
     */
    Transcript brief() {
        List<Header> sent = requestHeaders.stream()
                .filter(header -> !header.everybodySends())
                .map(Transcript::brief)
                .toList();
        List<Header> back = responseHeaders.stream()
                .filter(header -> TELLING.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(Transcript::brief)
                .toList();
        int left = size(requestHeaders)
                + size(responseHeaders)
                - size(sent)
                - size(back)
                + size(requestBody)
                + size(responseBody);
        return new Transcript(
                method,
                uri,
                sent,
                null,
                status,
                back,
                null,
                withheld,
                truncated,
                endless,
                notKept + left,
                note,
                took,
                null);
    }

    private static Header brief(Header header) {
        String value = header.value();
        // What says how long it was has to be shorter than what it stands for.
        return value.length() <= VisibleText.LONGEST_VALUE + 50
                ? header
                : new Header(header.name(), VisibleText.value(value));
    }

    private static int size(List<Header> headers) {
        // As on the wire, with ": " and a line end.
        return headers.stream()
                .mapToInt(header -> size(header.name()) + size(header.value()) + 4)
                .sum();
    }

    private static int size(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where a server asks for no token beside it, whoever reads the id of a session goes on with it. */
    private static String shown(Header header) {
        return header.name().equalsIgnoreCase("Mcp-Session-Id") ? Redactor.MARK : header.value();
    }

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
                    VisibleText.cut(header.name(), VisibleText.LONGEST_VALUE), VisibleText.cut(shown(header), left)));
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
                    0,
                    exchange.note(),
                    answered.took() == null ? null : answered.took().toMillis(),
                    null);
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
