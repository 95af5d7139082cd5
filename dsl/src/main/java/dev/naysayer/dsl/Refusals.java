package dev.naysayer.dsl;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every refusal of a suite or of one operation has in common.
 *
 * @param promise what is declared of all of them
 * @param kinds what is declared of those that have a cause in common
 * @param resourceFirst whether the API may say that there is no such thing before it asks who wants it
 */
public record Refusals(Promise promise, Map<CauseKind, Promise> kinds, boolean resourceFirst) {

    /** Where nothing is said of refusals. */
    public static final Refusals UNDECLARED = new Refusals(Promise.NONE, Map.of(), false);

    public Refusals {
        kinds = Map.copyOf(kinds);
    }

    /** What is declared of those with this cause alone; of none it is nothing. */
    public Promise of(@Nullable CauseKind kind) {
        return kind == null ? Promise.NONE : kinds.getOrDefault(kind, Promise.NONE);
    }
}
