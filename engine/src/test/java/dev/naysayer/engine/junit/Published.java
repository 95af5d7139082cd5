package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What the engine published in a run, as a listener reads it. */
final class Published {

    private Published() {}

    /** In the order in which the cases ran. */
    static List<CaseOutcome> outcomes(EngineExecutionResults results) {
        OutcomeReader reader = new OutcomeReader();
        return entries(results)
                .flatMap(entries -> reader.outcome(entries).stream())
                .toList();
    }

    /** In the order in which they were judged. */
    static List<ComparisonOutcome> comparisons(EngineExecutionResults results) {
        OutcomeReader reader = new OutcomeReader();
        return entries(results)
                .flatMap(entries -> reader.comparison(entries).stream())
                .toList();
    }

    private static Stream<Map<String, String>> entries(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs());
    }
}
