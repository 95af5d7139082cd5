package dev.naysayer.engine.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads at most so many bytes, and decodes gzip that was sent although identity was asked for. */
final class BodyReader {

    private final int limit;

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** Reads to the end or to the limit, and leaves the stream open: closing it would drain the rest. */
    Body read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        boolean more = bytes.length == limit && in.read() >= 0;
        return new Body(bytes, more);
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
        return new Body(decoded.toByteArray(), truncated);
    }
}
