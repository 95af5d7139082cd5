package dev.naysayer.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition with what the suite expects of it.
 *
 * @param at where the suite names it
 * @param condition the condition's name, {@code expired-token}
 * @param statuses the statuses the suite declares, or null to take the condition's own
 * @param errors the error codes the suite declares, with {@link Expectation#NO_ERROR} for none, or null to take the condition's own
 */
public record Scenario(
        Position at,
        String condition,
        @Nullable Statuses statuses,
        @Nullable List<String> errors) {

    /** What this scenario expects, where the suite is silent as the condition says. */
    public Expectation expectation(Expectation byDefault) {
        return new Expectation(
                statuses == null ? byDefault.statuses() : statuses, errors == null ? byDefault.errors() : errors);
    }
}
