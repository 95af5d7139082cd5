package dev.naysayer.engine.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The nonce of one user, and how often it was used (RFC 7616 section 3.4, {@code nc}). Safe to use from several threads. */
final class NonceBook {

    /** One nonce, with the challenges that it came with. */
    static final class Page {

        private final Asked asked;
        private final AtomicLong count = new AtomicLong();
        private final AtomicBoolean first;

        /** @param first whether it was asked for, and did not come with a refusal */
        Page(Asked asked, boolean first) {
            this.asked = asked;
            this.first = new AtomicBoolean(first);
        }

        Asked asked() {
            return asked;
        }

        long next() {
            return count.incrementAndGet();
        }

        /** Whether more than one answer has had it. */
        boolean isWorn() {
            return count.get() > 1;
        }

        /** Whether whoever asks is the one who had it asked for. */
        boolean isFirst() {
            return first.getAndSet(false);
        }
    }

    private @Nullable Page page;

    /** Whether a nonce has got through a second time. */
    private boolean held;

    /** Whether one has not, before any has. */
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
        countsOnce |= !held;
        Page turned = new Page(next, false);
        if (page == worn || page == null) {
            page = turned;
        }
        return turned;
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
