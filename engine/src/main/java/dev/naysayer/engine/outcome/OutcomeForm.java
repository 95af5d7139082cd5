package dev.naysayer.engine.outcome;

import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is written down.
 *
 * @param shared what this outcome is the first to share with others, or null where that is nothing
 * @param outcome a case's, or null
 * @param comparison a comparison's, or null
 * @param waiver a waiver's, or null
 */
public record OutcomeForm(
        @Nullable SharedForm shared,
        @Nullable CaseForm outcome,
        @Nullable ComparisonForm comparison,
        @Nullable WaiverOutcome waiver) {

    /** Which form it is; raised when a reader of the former one could misread the new one. */
    public static final int VERSION = 4;
}
