package dev.naysayer.engine.exchange;

import java.nio.charset.StandardCharsets;

/** The content of a response as bytes, since bytes that are no text are a finding and not an accident. */
public final class Body {

    private final byte[] bytes;
    private final boolean truncated;

    /**
     * @param bytes the content, at most as long as the client's limit
     * @param truncated whether there was more
     */
    public Body(byte[] bytes, boolean truncated) {
        this.bytes = bytes.clone();
        this.truncated = truncated;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public boolean truncated() {
        return truncated;
    }

    /** The content read as UTF-8; what is not UTF-8 shows as U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
