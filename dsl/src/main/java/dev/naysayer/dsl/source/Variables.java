package dev.naysayer.dsl.source;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ${NAME}} stands for.
 *
 * @param lookup a name's value, or null where it is unset
 * @param promised names whose values come only when the run has started; until then a suite that uses them is read as far
 *     as possible, and has to be read again
 * @param commands runs a command and gives what it prints, or null while nothing may run; a suite that names a command is
 *     then read as far as possible, and has to be read again
 * @param again asks whoever gave a name's value for the one of now, by that name; null comes where that fails
 */
public record Variables(
        UnaryOperator<@Nullable String> lookup,
        Set<String> promised,
        @Nullable Commands commands,
        Map<String, Supplier<@Nullable String>> again) {

    public Variables {
        again = Map.copyOf(again);
    }

    /** Variables that keep their values. */
    public Variables(UnaryOperator<@Nullable String> lookup, Set<String> promised, @Nullable Commands commands) {
        this(lookup, promised, commands, Map.of());
    }

    /** Runs a command for a value. */
    public interface Commands {

        /**
         * What the command prints, without line ends at its end.
         *
         * @throws Failed if it fails, hangs or prints nothing
         */
        String run(String command) throws Failed;

        /** A command that gave no value; its message never quotes what the command printed. */
        final class Failed extends Exception {

            private static final long serialVersionUID = 1;

            public Failed(String message) {
                super(message);
            }
        }
    }

    /** Variables that are all known now. */
    public static Variables of(UnaryOperator<@Nullable String> lookup) {
        return new Variables(lookup, Set.of(), null);
    }
}
