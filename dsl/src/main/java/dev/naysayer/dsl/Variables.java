package dev.naysayer.dsl;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ${NAME}} stands for.
 *
 * @param lookup a name's value, or null where it is unset
 * @param promised names whose values come only when the run has started; until then a suite that uses them is read as far
 *     as possible, and has to be read again
 */
public record Variables(UnaryOperator<@Nullable String> lookup, Set<String> promised) {

    /** Variables that are all known now. */
    public static Variables of(UnaryOperator<@Nullable String> lookup) {
        return new Variables(lookup, Set.of());
    }
}
