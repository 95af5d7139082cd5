package dev.naysayer.engine.exchange.redaction;

/**
 * A set of 64-bit hashes that grows, and says of most others in one step that they are not in it.
 *
 * <p>Problem: a run of thousands of tokens has millions of hashes, and boxed in a {@code HashSet} they would take ten times the
 * room. Choice: one array, and in front of it a filter that a processor's cache can hold.
 */
final class GramTable {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int SMALLEST = 1 << 10;

    /** So many bits of the filter for each place in the table. */
    private static final int FILTER_BITS = 8;

    private long[] table = new long[SMALLEST];
    private long[] filter = new long[SMALLEST * FILTER_BITS / Long.SIZE];
    private int size;

    /** Whether it was not in it before. */
    boolean add(long hash) {
        if (size * 2 >= table.length) {
            grow();
        }
        boolean added = put(table, known(hash));
        if (added) {
            size++;
        }
        long bit = bit(known(hash));
        filter[(int) (bit >>> 6)] |= 1L << bit;
        return added;
    }

    boolean contains(long hash) {
        long bit = bit(known(hash));
        return (filter[(int) (bit >>> 6)] & 1L << bit) != 0 && isIn(table, known(hash));
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Zero is an empty place. */
    private static long known(long hash) {
        return hash == 0 ? GOLDEN : hash;
    }

    private long bit(long hash) {
        return (hash * GOLDEN) >>> (Long.numberOfLeadingZeros(filter.length * (long) Long.SIZE) + 1);
    }

    private static int place(long[] table, long hash) {
        return (int) ((hash * GOLDEN) >>> 20) & (table.length - 1);
    }

    private static boolean put(long[] table, long hash) {
        int place = place(table, hash);
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = hash;
        return true;
    }

    private static boolean isIn(long[] table, long hash) {
        int place = place(table, hash);
        while (table[place] != 0) {
            if (table[place] == hash) {
                return true;
            }
            place = (place + 1) & (table.length - 1);
        }
        return false;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        filter = new long[table.length / Long.SIZE * FILTER_BITS];
        for (long hash : old) {
            if (hash != 0) {
                put(table, hash);
                long bit = bit(hash);
                filter[(int) (bit >>> 6)] |= 1L << bit;
            }
        }
    }
}
