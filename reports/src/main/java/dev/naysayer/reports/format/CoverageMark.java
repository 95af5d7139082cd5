package dev.naysayer.reports.format;

import dev.naysayer.reports.model.CoverageCell;
import dev.naysayer.reports.model.SuiteCoverage;

/** How what rules came to shows, with how often. */
final class CoverageMark {

    private CoverageMark() {}

    /** One rule. */
    static Mark of(CoverageCell cell) {
        return switch (cell.state()) {
            case BROKEN -> new Mark("✕", "broken by %d of %d".formatted(cell.broken(), cell.answers()), "bad");
            case UNDECIDED ->
                new Mark("?", "undecided, %d of %d".formatted(cell.undecided(), cell.answers()), "unsure");
            case KEPT -> new Mark("✓", "kept by " + cell.kept(), "good");
            case UNTESTED -> new Mark("–", "not tried", "quiet");
        };
    }

    /** All rules of one heading. */
    static Mark of(SuiteCoverage.Group group) {
        String tried = "%d of %d".formatted(group.tested(), group.all());
        return group.broken() > 0
                ? new Mark("✕", "%s, %d broken".formatted(tried, group.broken()), "bad")
                : group.tested() > 0 ? new Mark("✓", tried, "good") : new Mark("–", "none of " + group.all(), "quiet");
    }
}
