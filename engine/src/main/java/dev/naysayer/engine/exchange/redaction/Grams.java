package dev.naysayer.engine.exchange.redaction;

import java.util.function.IntPredicate;

/** The hashes of all runs of one length in a text, each from the one before. */
final class Grams {

    /** Odd, so that no character is lost modulo 2^64. */
    private static final long BASE = 0x5851F42D4C957F2DL;

    private static final char[] FOLDED = folded();

    private final int length;
    private final boolean caseBlind;
    private final long leaving;

    /** @param caseBlind whether case, and the alphabet of base64, makes no difference */
    Grams(int length, boolean caseBlind) {
        this.length = length;
        this.caseBlind = caseBlind;
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= BASE;
        }
        this.leaving = power;
    }

    int length() {
        return length;
    }

    /** Told of each run, in order. */
    interface Visitor {
        void visit(int start, long hash);
    }

    void visit(char[] text, int size, Visitor visitor) {
        long hash = 0;
        for (int i = 0; i < size; i++) {
            hash = hash * BASE + value(text[i]);
            if (i >= length) {
                hash -= leaving * value(text[i - length]);
            }
            if (i >= length - 1) {
                visitor.visit(i - length + 1, hash);
            }
        }
    }

    private long value(char c) {
        return 1L + (caseBlind ? folded(c) : c);
    }

    /** In lower case, and base64url as base64. */
    private static char folded(char c) {
        return c < FOLDED.length ? FOLDED[c] : Character.toLowerCase(c);
    }

    private static char[] folded() {
        char[] folded = new char[0x100];
        IntPredicate upper = c -> c >= 'A' && c <= 'Z';
        for (int c = 0; c < folded.length; c++) {
            folded[c] = (char) (upper.test(c) ? c + ('a' - 'A') : c == '-' ? '+' : c == '_' ? '/' : c);
        }
        return folded;
    }
}
