package dev.naysayer.engine.exchange;

import java.nio.charset.StandardCharsets;

/** The content of a response as bytes, since bytes that are no text are a finding and not an accident. */
public final class Body {

    private final byte[] bytes;
    private final boolean truncated;
    private final boolean endless;

    /**
     * @param bytes the content, at most as long as the client's limit
     * @param truncated whether there was more
     */
    public Body(byte[] bytes, boolean truncated) {
        this(bytes, truncated, false);
    }

    private Body(byte[] bytes, boolean truncated, boolean endless) {
        this.bytes = bytes.clone();
        this.truncated = truncated;
        this.endless = endless;
    }

    /** What had come of a content that did not end while it was waited for. */
    public static Body endless(byte[] bytes) {
        return new Body(bytes, true, true);
    }

    /** Other bytes in the place of these, cut off where these are. */
    public Body with(byte[] other) {
        return new Body(other, truncated, endless);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Whether more than this was, or would have been, sent. */
    public boolean truncated() {
        return truncated;
    }

    /** Whether it did not end while it was waited for: a stream, a watch, a poll. It is truncated, too. */
    public boolean endless() {
        return endless;
    }

    /** The content read as UTF-8; what is not UTF-8 shows as U+FFFD. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
