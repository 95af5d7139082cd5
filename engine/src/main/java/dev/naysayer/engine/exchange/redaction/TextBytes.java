package dev.naysayer.engine.exchange.redaction;

/**
 * Of bytes that were read as base64 or hex, those that are text.
 *
 * <p>Most of what looks like base64 is none, or was read from the wrong place, and comes out as noise. Noise holds no secret, and to
 * take escapes off it would cost most of the time.
 */
final class TextBytes {

    /** Between two stretches of text: no secret has it. */
    private static final char GAP = '\0';

    private final TextView from;
    private final TextView found;
    private int stretch;
    private int last = GAP;

    TextBytes(TextView from) {
        this.from = from;
        this.found = from.inner(64);
    }

    /** A byte that stood from one place to another, both inclusive. */
    void add(int value, int first, int end) {
        if (!isText(value)) {
            end();
            return;
        }
        found.add((char) value, from.start(first), from.end(end));
        last = value;
    }

    /** Printable ASCII; beyond it a byte alone (ISO-8859-1), or the later ones of a character in UTF-8. */
    private boolean isText(int value) {
        if (value < 0x80) {
            return value >= 0x20 && value < 0x7F;
        }
        boolean follows = last >= 0x80 && value < 0xC0;
        return follows || (last < 0x80 && value >= 0xA0);
    }

    /** No text goes on from here. */
    void end() {
        if (found.size() - stretch < SecretRuns.SHORTEST) {
            found.cutTo(stretch);
        } else {
            int end = found.end(found.size() - 1);
            found.add(GAP, end, end);
        }
        stretch = found.size();
        last = GAP;
    }

    TextView found() {
        return found;
    }
}
