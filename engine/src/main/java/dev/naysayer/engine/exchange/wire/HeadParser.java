package dev.naysayer.engine.exchange.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads the heads of the answers on one connection, within limits.
 *
 * <p>Problem: HttpClient limits a line and the number of fields, and its own parser skips what is no status line, so that an
 * endless head fills the memory, and garbage is reported as silence. Choice: HttpCore's strict parser, with all of a head counted.
 */
public final class HeadParser implements HttpMessageParser<ClassicHttpResponse> {

    /** One more field than the limit has to be read to see that there is one. */
    public static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(HeadTooLong.LONGEST_LINE)
            .setMaxHeaderCount(HeadTooLong.MOST_FIELDS + 1)
            .build();

    private final DefaultHttpResponseParser parser = new DefaultHttpResponseParser(LIMITS);
    private boolean answered;
    private int interim;

    /** A parser for each connection. */
    public static final class Factory implements HttpMessageParserFactory<ClassicHttpResponse> {

        @Override
        @SuppressWarnings("deprecation") // It is deprecated, and the only method without a body.
        public HttpMessageParser<ClassicHttpResponse> create(Http1Config config) {
            return new HeadParser();
        }
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        if (answered && buffer.length() > 0) {
            throw new LeftOver();
        }
        try {
            Counted counted = new Counted(in);
            ClassicHttpResponse head = parser.parse(buffer, counted);
            if (head != null && counted.ended) {
                // HttpCore takes what came so far for the whole, and a field that was cut off for what the server meant
                // to say.
                throw new ConnectionClosedException();
            }
            count(head);
            return head;
        } catch (MessageConstraintException e) {
            throw String.valueOf(e.getMessage()).contains("line length") ? HeadTooLong.line() : HeadTooLong.fields();
        }
    }

    private void count(ClassicHttpResponse head) throws HeadTooLong {
        answered = head != null && head.getCode() >= 200;
        interim = answered ? 0 : interim + 1;
        if (interim > HeadTooLong.MOST_INTERIM) {
            throw HeadTooLong.interim();
        }
    }

    /** Bytes came behind an earlier answer, and would be taken for this one. */
    public static final class LeftOver extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** Counts what is read of one head. */
    private static final class Counted extends FilterInputStream {

        private int count;
        private boolean ended;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            ended = read < 0;
            count += Math.max(read, 0);
            if (count > HeadTooLong.MOST_BYTES) {
                throw HeadTooLong.bytes();
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            ended = next < 0;
            count += next < 0 ? 0 : 1;
            if (count > HeadTooLong.MOST_BYTES) {
                throw HeadTooLong.bytes();
            }
            return next;
        }
    }
}
