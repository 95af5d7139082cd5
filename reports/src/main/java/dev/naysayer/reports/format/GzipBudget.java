package dev.naysayer.reports.format;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** How much of what is uploaded compressed has room: GitHub refuses a file of more than 10 MB of gzip. */
final class GzipBudget implements AutoCloseable {

    /** In bytes; the rest is for what stands beside the results. */
    private static final long MOST = 8_000_000;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] out = new byte[64 * 1024];
    private long used;

    /** Whether there is room for one more text; the room is taken then. */
    boolean takes(String text) {
        if (used > MOST) {
            return false;
        }
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        while (!deflater.needsInput()) {
            used += deflater.deflate(out);
        }
        return true;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
