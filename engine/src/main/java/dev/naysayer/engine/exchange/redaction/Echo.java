package dev.naysayer.engine.exchange.redaction;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/** A text that has to be there from its first character to its last. May be used from many threads. */
final class Echo {

    private static final BitSet THERE = BitSet.valueOf(new long[] {1});
    private static final BitSet NOT_THERE = new BitSet();

    private final SecretRuns runs = new SecretRuns();
    private final Searched searched = new Searched(50);
    private final int length;

    Echo(String text) {
        runs.add(text);
        this.length = text.length();
    }

    /** @param views the ways to read the text, for where they are needed */
    boolean isIn(String text, Supplier<List<TextView>> views) {
        BitSet known = searched.get(text, false);
        if (known == null) {
            known = runs.longestIn(views.get()) >= length ? THERE : NOT_THERE;
            searched.put(text, false, known);
        }
        return !known.isEmpty();
    }
}
