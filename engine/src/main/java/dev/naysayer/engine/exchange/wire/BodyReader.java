package dev.naysayer.engine.exchange.wire;

import dev.naysayer.engine.exchange.Body;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Reads at most so many bytes, and decodes gzip that was sent although identity was asked for. */
final class BodyReader {

    private static final int PIECE = 8 * 1024;

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /**
     * Reads to the end, to the limit, or until it was waited long enough, and leaves the stream open: closing it would drain the
     * rest.
     *
     * @param waitedEnough whether a reading that failed was broken off since the body does not end
     */
    Body read(InputStream in, Predicate<IOException> waitedEnough) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try {
            int read = in.read(piece, 0, Math.min(PIECE, limit));
            while (read >= 0 && bytes.size() + read < limit) {
                bytes.write(piece, 0, read);
                read = in.read(piece, 0, Math.min(PIECE, limit - bytes.size()));
            }
            bytes.write(piece, 0, Math.max(read, 0));
            return new Body(bytes.toByteArray(), read >= 0 && in.read() >= 0);
        } catch (IOException e) {
            if (!waitedEnough.test(e)) {
                throw e;
            }
            return Body.endless(bytes.toByteArray());
        }
    }

    /** The decoded body within the limit; bytes that are no gzip stay as they came, since that is the API's mistake. */
    Body gunzipped(Body encoded) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        boolean truncated = encoded.truncated();
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(encoded.bytes())))) {
            int next = in.read();
            while (next >= 0 && decoded.size() < limit) {
                decoded.write(next);
                next = in.read();
            }
            truncated |= next >= 0;
        } catch (EOFException e) {
            if (!encoded.truncated()) {
                return encoded;
            }
        } catch (IOException e) {
            return encoded;
        }
        return encoded.endless() ? encoded.with(decoded.toByteArray()) : new Body(decoded.toByteArray(), truncated);
    }
}
