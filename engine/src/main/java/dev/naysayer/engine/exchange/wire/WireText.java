package dev.naysayer.engine.exchange.wire;

import dev.naysayer.dsl.HttpToken;

/**
 * Refuses text that would not arrive as it was written.
 *
 * <p>REST Assured turns CR and LF in a header into blanks, and HttpClient 5 writes {@code ?} for what it cannot encode.
 * Either way the API would judge another credential than the suite names, so nothing is sent at all.
 */
public final class WireText {

    private WireText() {}

    /** A method or field name. */
    public static void requireToken(String what, String text) {
        if (!HttpToken.is(text)) {
            throw new NotSendable(what + " is no HTTP token" + naming(text) + "; nothing was sent");
        }
    }

    /** A field value: what HttpClient writes byte for byte, which is blanks, tabs, and printable ISO-8859-1. */
    public static void requireFieldValue(String name, String value) {
        if (!value.chars().allMatch(WireText::isWritable)) {
            throw new NotSendable("header " + name + " cannot be sent as written" + naming(value)
                    + "; nothing was sent. A header carries printable ISO-8859-1 only");
        }
    }

    /** What is sent verbatim: each character is a byte. */
    public static void requireBytes(String head) {
        if (!head.chars().allMatch(c -> c <= 0xFF)) {
            throw new NotSendable("the credential has a character that is no byte; nothing was sent. Put text into its"
                    + " UTF-8 or ISO-8859-1 bytes first");
        }
    }

    /** A path value: control characters would travel percent-encoded, which is never what a suite means. */
    static void requireNoControls(String what, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new NotSendable(what + " cannot be sent as written" + naming(value) + "; nothing was sent");
        }
    }

    private static boolean isWritable(int c) {
        return c == '\t' || (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0xFF);
    }

    private static String naming(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            return ": it contains a line break";
        }
        if (text.indexOf('\0') >= 0) {
            return ": it contains NUL";
        }
        return text.isEmpty() ? ": it is empty" : "";
    }
}
