package dev.naysayer.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has to look like.
 *
 * @param statuses the statuses that are right
 * @param errors the codes of the challenge that are right (RFC 6750 section 3.1), with {@link #NO_ERROR} for a challenge
 *     that carries none; at least one
 */
public record Expectation(Statuses statuses, List<String> errors) {

    /** Stands among the codes where a challenge without a code is right. */
    public static final String NO_ERROR = "none";

    public Expectation {
        errors = List.copyOf(errors);
    }

    /** Whether only a challenge without a code is right. */
    public boolean expectsNoError() {
        return errors.equals(List.of(NO_ERROR));
    }

    /** Whether an answer with this code, or with none for null, is right. */
    public boolean includesError(@Nullable String error) {
        return errors.contains(error == null ? NO_ERROR : error);
    }
}
