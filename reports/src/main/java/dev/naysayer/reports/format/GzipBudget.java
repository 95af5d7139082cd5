package dev.naysayer.reports.format;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** How much of what is uploaded compressed has room. */
final class GzipBudget implements AutoCloseable {

    private final long most;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] out = new byte[64 * 1024];
    private long used;

    /** @param most in bytes */
    GzipBudget(long most) {
        this.most = most;
    }

    /** Whether there is room for one more text; the room is taken then. */
    boolean takes(String text) {
        if (used > most) {
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
