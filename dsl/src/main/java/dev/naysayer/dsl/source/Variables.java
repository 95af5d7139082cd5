package dev.naysayer.dsl.source;

import java.util.Set;
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
 */
public record Variables(
        UnaryOperator<@Nullable String> lookup,
        Set<String> promised,
        @Nullable Commands commands) {

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
