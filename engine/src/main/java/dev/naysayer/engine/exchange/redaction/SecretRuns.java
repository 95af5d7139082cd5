package dev.naysayer.engine.exchange.redaction;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/**
 * Finds every run of ten characters of any of many secrets, however the text is encoded.
 *
 * <p>Problem: each case mints a token, answers repeat them cut, masked and encoded, and a body has a mebibyte. Choice: the hashes of
 * all runs of ten in one table, and one pass over each way to read the text ({@link TextViews}). To add a token costs some hundred
 * steps, and a place in a text one look-up.
 */
final class SecretRuns {

    /** So many characters in a row of a secret are shown nowhere. */
    static final int RUN = 10;

    /** A secret that is shorter than a run is searched for as a whole, but not below this: a password {@code orders} is also a word. */
    static final int SHORTEST = 8;

    /** Texts that were searched last. */
    private static final int REMEMBERED = 1000;

    private static final Grams RUNS = new Grams(RUN, true);
    private static final BitSet NO_PLACE = new BitSet();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final GramTable runs = new GramTable();
    private final GramTable publicRuns = new GramTable();
    private final GramTable ownRuns = new GramTable();
    private volatile Searched searched = new Searched(REMEMBERED);
    private final List<Whole> wholes = List.of(new Whole(SHORTEST), new Whole(SHORTEST + 1));

    /** Secrets of one length below a run; case makes a difference, or they would be found in innocent words. */
    private record Whole(Grams grams, GramTable table, GramTable own) {
        Whole(int length) {
            this(new Grams(length, false), new GramTable(), new GramTable());
        }
    }

    /** From now on runs of this text are found, but those that are known to be public. */
    void add(String text) {
        TextView view = TextView.unwrapped(text);
        lock.writeLock().lock();
        try {
            int[] added = new int[1];
            RUNS.visit(view.chars(), view.size(), (start, hash) -> {
                if (!publicRuns.contains(hash) && runs.add(hash)) {
                    added[0]++;
                }
            });
            for (Whole it : wholes) {
                if (it.grams().length() == view.size()) {
                    it.grams()
                            .visit(
                                    view.chars(),
                                    view.size(),
                                    (start, hash) -> added[0] += it.table().add(hash) ? 1 : 0);
                }
            }
            searchAnewIf(added[0] > 0);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** From now on no secret is known by what it has in common with this text. */
    void addPublic(String text) {
        TextView view = TextView.unwrapped(text);
        lock.writeLock().lock();
        try {
            RUNS.visit(view.chars(), view.size(), (start, hash) -> publicRuns.add(hash));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** From now on what a secret has in common with this text is found in what others say only. */
    void addOwn(String text) {
        TextView view = TextView.unwrapped(text);
        lock.writeLock().lock();
        try {
            RUNS.visit(view.chars(), view.size(), (start, hash) -> ownRuns.add(hash));
            for (Whole it : wholes) {
                it.grams()
                        .visit(
                                view.chars(),
                                view.size(),
                                (start, hash) -> it.own().add(hash));
            }
            searchAnewIf(true);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Called with the lock held: who searches meanwhile keeps what was found with what is not asked any more. */
    private void searchAnewIf(boolean changed) {
        if (changed) {
            searched = new Searched(REMEMBERED);
        }
    }

    /**
     * The places of a text that are of a secret.
     *
     * @param own whether the text is ours, so that words of ours are no secret's
     */
    private BitSet in(String text, boolean own) {
        BitSet found = new BitSet();
        if (text.length() >= SHORTEST && !isEmpty()) {
            TextViews.of(text).forEach(view -> search(view, own, found));
        }
        return found;
    }

    /** @param own whether the text is ours, so that words of ours are no secret's */
    boolean isIn(String text, boolean own) {
        if (text.length() < SHORTEST || isEmpty()) {
            return false;
        }
        Searched now = searched;
        BitSet known = now.get(text, own);
        if (known != null) {
            return !known.isEmpty();
        }
        boolean found = TextViews.unplaced(text).stream().anyMatch(view -> isIn(view, own));
        if (!found) {
            now.put(text, own, NO_PLACE);
        }
        return found;
    }

    private boolean isIn(TextView view, boolean own) {
        // Where it stands nobody asks, so one place stands for all.
        BitSet found = new BitSet();
        search(view, own, found);
        return !found.isEmpty();
    }

    /** The longest run that is found, in characters of the secret. */
    int longestIn(List<TextView> views) {
        return views.stream().mapToInt(this::longest).max().orElse(0);
    }

    private int longest(TextView view) {
        int[] longest = new int[1];
        lock.readLock().lock();
        try {
            for (Whole it : wholes) {
                it.grams().visit(view.chars(), view.size(), (start, hash) -> {
                    if (it.table().contains(hash)) {
                        longest[0] = it.grams().length();
                    }
                });
            }
            int[] inARow = new int[1];
            RUNS.visit(view.chars(), view.size(), (start, hash) -> {
                inARow[0] = runs.contains(hash) ? inARow[0] + 1 : 0;
                longest[0] = inARow[0] == 0 ? longest[0] : Math.max(longest[0], inARow[0] + RUN - 1);
            });
        } finally {
            lock.readLock().unlock();
        }
        return longest[0];
    }

    private boolean isEmpty() {
        lock.readLock().lock();
        try {
            return runs.isEmpty() && wholes.stream().allMatch(it -> it.table().isEmpty());
        } finally {
            lock.readLock().unlock();
        }
    }

    private void search(TextView view, boolean own, BitSet found) {
        lock.readLock().lock();
        try {
            search(RUNS, view, hash -> runs.contains(hash) && !(own && ownRuns.contains(hash)), found);
            for (Whole it : wholes) {
                if (!it.table().isEmpty()) {
                    search(
                            it.grams(),
                            view,
                            hash -> it.table().contains(hash)
                                    && !(own && it.own().contains(hash)),
                            found);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private static void search(Grams grams, TextView view, LongPredicate secret, BitSet found) {
        grams.visit(view.chars(), view.size(), (start, hash) -> {
            if (secret.test(hash)) {
                found.set(view.start(start), Math.max(1, view.end(start + grams.length() - 1)));
            }
        });
    }

    /**
     * The text with the places of secrets replaced, those without anything between them once.
     *
     * @param own whether the text is ours, so that words of ours are no secret's
     */
    String replaceIn(String text, boolean own, String replacement) {
        Searched now = searched;
        BitSet known = now.get(text, own);
        if (known != null) {
            return replaced(text, known, replacement);
        }
        BitSet found = in(text, own);
        now.put(text, own, found);
        return replaced(text, found, replacement);
    }

    static String replaced(String text, BitSet places, String replacement) {
        if (places.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        for (int start = places.nextSetBit(0); start >= 0; start = places.nextSetBit(copied)) {
            replaced.append(text, copied, start).append(replacement);
            copied = places.nextClearBit(start);
        }
        return replaced.append(text, copied, text.length()).toString();
    }
}
