package dev.naysayer.engine.run;

import dev.naysayer.engine.mover.Mover;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a suite is sent any more.
 *
 * @param mover whose move it is
 * @param because short, since one case tells all of it
 * @param told the name of that case; null where there is none
 */
record Stopped(Mover mover, String because, @Nullable String told) {

    /** {@code the host does not answer, see GET /orders › control}. */
    String words() {
        return told == null ? because : "%s, see %s".formatted(because, told);
    }
}
