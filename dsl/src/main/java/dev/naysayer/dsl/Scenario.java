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
 * @param declaredBy the profile that declares the two, or null where the suite itself does
 */
public record Scenario(
        Position at,
        String condition,
        @Nullable Statuses statuses,
        @Nullable List<String> errors,
        @Nullable String declaredBy) {

    /** What the suite itself says of a condition. */
    public Scenario(Position at, String condition, @Nullable Statuses statuses, @Nullable List<String> errors) {
        this(at, condition, statuses, errors, null);
    }

    /** The same, declared by a profile. */
    Scenario by(String profile) {
        return new Scenario(at, condition, statuses, errors, profile);
    }

    /** The same scenario, with another's word where it is silent itself. */
    Scenario completedBy(Scenario other) {
        boolean silent = (statuses == null && other.statuses != null) || (errors == null && other.errors != null);
        return new Scenario(
                at,
                condition,
                statuses == null ? other.statuses : statuses,
                errors == null ? other.errors : errors,
                silent ? other.declaredBy : declaredBy);
    }

    /** What this scenario expects, where the suite is silent as the condition says. */
    public Expectation expectation(Expectation byDefault) {
        return new Expectation(
                statuses == null ? byDefault.statuses() : statuses, errors == null ? byDefault.errors() : errors);
    }
}
