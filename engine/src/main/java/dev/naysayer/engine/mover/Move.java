package dev.naysayer.engine.mover;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do something about, where no rule says so.
 *
 * @param mover who has to
 * @param because the reason by itself, in one line, where what is told of a case says more: which case it follows from, or was beside;
 *     null where the first line of that is it
 */
public record Move(
        Mover mover,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String because) {

    /** Where what is told of a case is the reason itself. */
    public static Move of(Mover mover) {
        return new Move(mover, null);
    }
}
