package dev.naysayer.engine.fault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of HTTP/2 (RFC 9113 section 4.1) as bytes, right or wrong. */
final class Http2Frame {

    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int GOAWAY = 7;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;
    static final int ACK = 0x1;

    private Http2Frame() {}

    static byte[] of(int type, int flags, int stream, byte[]... payload) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] piece : payload) {
            content.writeBytes(piece);
        }
        byte[] head = ByteBuffer.allocate(9)
                .putInt((content.size() << 8) | type)
                .put((byte) flags)
                .putInt(stream)
                .array();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** Literal, with the name of the static table's entry 8 (RFC 7541 appendix A). */
    static byte[] status(String status) {
        return joined(new byte[] {0x08}, text(status));
    }

    static byte[] field(String name, String value) {
        return joined(new byte[] {0}, text(name), text(value));
    }

    /** The same, kept by the decoder as the newest entry of its table (RFC 7541 section 6.2.1). */
    static byte[] indexed(String name, String value) {
        return joined(new byte[] {0x40}, text(name), text(value));
    }

    /** A length with a prefix of 7 bits (RFC 7541 section 5.1), and the text as it stands. */
    private static byte[] text(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = text.length();
        if (length < 127) {
            bytes.write(length);
        } else {
            bytes.write(127);
            for (length -= 127; length >= 128; length >>= 7) {
                bytes.write((length & 0x7F) | 0x80);
            }
            bytes.write(length);
        }
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
