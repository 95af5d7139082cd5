package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.StatusLine;

/** Reads an answer whose head has come, within the limit. */
public final class AnswerReader {

    private static final List<String> GZIP = List.of("gzip", "x-gzip");

    private final BodyReader reader;

    public AnswerReader(int maxBodyBytes) {
        this.reader = new BodyReader(maxBodyBytes);
    }

    /**
     * Reads an answer that has to be whole.
     *
     * @param drop called when the limit is reached: closing would first drain what is left, however much that is
     */
    public WireAnswer read(ClassicHttpResponse response, Runnable drop) throws IOException {
        return answer(response, body(response, drop, trouble -> false));
    }

    /** Reads an answer whose body need not end. */
    public WireAnswer read(ClassicHttpResponse response, Runnable drop, Patience patience) throws IOException {
        if (!Patience.mayBeEndless(response)) {
            return read(response, drop);
        }
        try (Deadlines.Deadline soon = patience.startForStream(response, drop)) {
            return answer(response, body(response, drop, trouble -> patience.isOver(trouble, soon)));
        }
    }

    private static WireAnswer answer(ClassicHttpResponse response, Body body) {
        return new WireAnswer(
                response.getCode(), new StatusLine(response).toString(), headers(response.getHeaders()), body);
    }

    /** The same of an answer without content, with the bytes that came in spite of that. */
    public WireAnswer read(ClassicHttpResponse response, Body behind) {
        return new WireAnswer(
                response.getCode(), new StatusLine(response).toString(), headers(response.getHeaders()), behind);
    }

    private Body body(ClassicHttpResponse response, Runnable drop, Predicate<IOException> waitedEnough)
            throws IOException {
        HttpEntity entity = response.getEntity();
        InputStream content = entity == null ? null : entity.getContent();
        if (content == null) {
            return new Body(new byte[0], false);
        }
        Body body = reader.read(content, waitedEnough);
        if (body.truncated()) {
            drop.run();
        }
        return decoded(response, body);
    }

    /** Decodes gzip, within the limit. */
    public Body decoded(HttpResponse response, Body body) {
        org.apache.hc.core5.http.Header coding = response.getFirstHeader("Content-Encoding");
        boolean gzip = coding != null && GZIP.contains(coding.getValue().strip().toLowerCase(Locale.ROOT));
        return gzip ? reader.gunzipped(body) : body;
    }

    public static List<Header> headers(org.apache.hc.core5.http.Header[] headers) {
        return Arrays.stream(headers)
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
    }
}
