package dev.naysayer.engine.exchange.redaction;

import java.util.Arrays;

/**
 * A text as somebody reads it who takes it for encoded, and where each character of that stood in the text itself.
 *
 * <p>It is filled once, and not changed after.
 */
final class TextView {

    private static final int[] NOWHERE = {};

    private final boolean placed;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int size;

    private TextView(int capacity, boolean placed) {
        this.placed = placed;
        this.chars = new char[capacity];
        this.starts = placed ? new int[capacity] : NOWHERE;
        this.ends = placed ? new int[capacity] : NOWHERE;
    }

    private static TextView ofCapacity(int capacity, boolean placed) {
        return new TextView(Math.max(16, capacity), placed);
    }

    /** An empty one of what is read of this. */
    TextView inner(int capacity) {
        return ofCapacity(capacity, placed);
    }

    /** The same, where nobody asks for places: it costs a third. */
    static TextView unplaced(String text) {
        return unwrapped(text, false);
    }

    /** The text without line ends and without the blanks that a folded line begins with: a secret may be wrapped. */
    static TextView unwrapped(String text) {
        return unwrapped(text, true);
    }

    private static TextView unwrapped(String text, boolean placed) {
        TextView view = ofCapacity(text.length(), placed);
        boolean atStart = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                atStart = true;
            } else if (!atStart || (c != ' ' && c != '\t')) {
                atStart = false;
                view.add(c, i, i + 1);
            }
        }
        return view;
    }

    void add(char c, int start, int end) {
        if (size == chars.length) {
            chars = Arrays.copyOf(chars, size * 2);
            starts = placed ? Arrays.copyOf(starts, size * 2) : NOWHERE;
            ends = placed ? Arrays.copyOf(ends, size * 2) : NOWHERE;
        }
        chars[size] = c;
        if (placed) {
            starts[size] = start;
            ends[size] = end;
        }
        size++;
    }

    void cutTo(int shorter) {
        size = shorter;
    }

    int size() {
        return size;
    }

    char at(int index) {
        return chars[index];
    }

    /** The characters, and more room behind them. */
    char[] chars() {
        return chars;
    }

    /** Where the character begins in the text itself. */
    int start(int index) {
        return placed ? starts[index] : 0;
    }

    /** Where it ends there, exclusive. */
    int end(int index) {
        return placed ? ends[index] : 0;
    }
}
