package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.ConformanceReport;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** All that the page's templates are given. */
record Page(OutcomeDocument document, ConformanceReport report, StyleSheet style) {

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** {@code 2 January 2026, 03:04 UTC}. */
    String finished() {
        return READABLE.format(document.finished()) + " UTC";
    }

    boolean severalSuites() {
        return report.suites().size() > 1;
    }

    boolean hasComparisons() {
        return report.suites().stream().anyMatch(suite -> !suite.comparisons().isEmpty());
    }

    /** The columns of the summary. */
    List<OutcomeKind> kinds() {
        return List.copyOf(report.counts().byKind().keySet());
    }
}
