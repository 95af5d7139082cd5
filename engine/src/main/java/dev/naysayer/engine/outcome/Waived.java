package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Waiver;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By which waiver a broken rule passes.
 *
 * @param owner who answers for it
 * @param until the last day on which it holds, in UTC
 * @param reason why the rule may be broken
 * @param link where it is told more of, or null
 * @param file the name of the file in which the waiver stands
 * @param line its line there, counted from 1
 */
public record Waived(
        String owner,
        LocalDate until,
        String reason,
        @Nullable String link,
        String file,
        int line) {

    static Waived by(Waiver it) {
        return new Waived(
                it.owner(),
                it.until(),
                it.reason(),
                it.link(),
                it.at().file(),
                it.at().line());
    }

    /** {@code orders.auth.yaml:34}. */
    public String place() {
        return file + ":" + line;
    }
}
