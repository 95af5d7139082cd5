package dev.naysayer.reports.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one rule came to at one operation, or at several.
 *
 * @param broken how many answers break it
 * @param undecided of how many it could not decide
 * @param kept how many keep it
 * @param because why it had nothing to judge; null where it had
 */
public record CoverageCell(
        int broken, int undecided, int kept, @Nullable String because) {

    private static final String SEVERAL_REASONS = "each has a reason of its own";

    static CoverageCell untested(String because) {
        return new CoverageCell(0, 0, 0, because);
    }

    /** The worst of it. */
    public RuleState state() {
        return broken > 0
                ? RuleState.BROKEN
                : undecided > 0 ? RuleState.UNDECIDED : kept > 0 ? RuleState.KEPT : RuleState.UNTESTED;
    }

    public boolean tested() {
        return because == null;
    }

    /** How many answers it judged, or could not decide. */
    public int answers() {
        return broken + undecided + kept;
    }

    /** The same without how often. */
    CoverageCell look() {
        return switch (state()) {
            case BROKEN -> new CoverageCell(1, 0, 0, null);
            case UNDECIDED -> new CoverageCell(0, 1, 0, null);
            case KEPT -> new CoverageCell(0, 0, 1, null);
            case UNTESTED -> this;
        };
    }

    /** Both together. */
    CoverageCell and(CoverageCell other) {
        String both = because == null || other.because == null
                ? null
                : Objects.equals(because, other.because) ? because : SEVERAL_REASONS;
        return new CoverageCell(broken + other.broken, undecided + other.undecided, kept + other.kept, both);
    }
}
