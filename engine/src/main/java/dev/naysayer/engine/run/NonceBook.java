package dev.naysayer.engine.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nonce of one user, and how often it was used (RFC 7616 section 3.4, {@code nc}). Safe to use from several threads. */
final class NonceBook {

    /** One nonce. */
    static final class Page {

        private final Asked asked;
        private final AtomicLong count = new AtomicLong();
        private volatile boolean first;

        Page(Asked asked, boolean first) {
            this.asked = asked;
            this.first = first;
        }

        Asked asked() {
            return asked;
        }

        long next() {
            return count.incrementAndGet();
        }

        /** Whether an answer may have had it before. */
        boolean isWorn() {
            return count.get() > 1;
        }

        /** Whether whoever asks is the one who had it asked for. */
        boolean isFirst() {
            boolean was = first;
            first = false;
            return was;
        }
    }

    private @Nullable Page page;
    private boolean held;
    private boolean countsOnce;

    /** The nonce that holds, asked for where there is none; those who want it meanwhile wait. */
    synchronized Page page(Supplier<Asked> asking) {
        Page known = page;
        if (known == null || (countsOnce && known.count.get() > 0)) {
            known = new Page(asking.get(), true);
            page = known.asked().offered().isEmpty() ? null : known;
        }
        return known;
    }

    /** What follows when a nonce has not held; of several who come to it at once, one turns. */
    synchronized Page turn(Page worn, Asked next) {
        if (!held) {
            countsOnce = true;
        }
        if (page == worn || page == null) {
            page = new Page(next, false);
            return page;
        }
        return new Page(next, false);
    }

    /** What an answer says of the next nonce. */
    synchronized void learn(Page used, @Nullable String nextNonce, boolean refused) {
        if (!refused && used.isWorn()) {
            held = true;
        }
        if (nextNonce != null && page == used) {
            page = new Page(used.asked().withNonce(nextNonce), false);
        }
    }
}
