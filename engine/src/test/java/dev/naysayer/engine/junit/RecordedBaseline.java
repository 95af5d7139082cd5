package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import tools.jackson.databind.json.JsonMapper;

/** What a run left, as much of a report as a later run is compared with: reports themselves are written elsewhere. */
final class RecordedBaseline {

    private static final JsonMapper JSON = new JsonMapper();

    private RecordedBaseline() {}

    static Path write(EngineExecutionResults results, Path file) throws IOException {
        return write(Published.outcomes(results), Published.comparisons(results), "2026-01-02T03:04:05Z", file);
    }

    /** @param finished null where the run has not */
    static Path write(
            List<CaseOutcome> cases, List<ComparisonOutcome> comparisons, @Nullable String finished, Path file)
            throws IOException {
        Map<String, Object> run = new HashMap<>(Map.of(
                "stamp",
                "00000000-0000-4000-8000-000000000000",
                "ids",
                List.of("main"),
                "started",
                "2026-01-02T03:03:05Z"));
        run.put("finished", finished);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schemaVersion", ReportFile.NEWEST);
        report.put("generator", "Naysayer");
        report.put("run", run);
        report.put("gate", Map.of("rules", GateRules.DEFAULTS, "outcomes", List.of()));
        report.put("rules", rules(cases, comparisons));
        report.put("suites", List.of(Map.of("name", "Orders API")));
        report.put("cases", cases.stream().map(RecordedBaseline::form).toList());
        report.put(
                "comparisons", comparisons.stream().map(RecordedBaseline::form).toList());
        return Files.writeString(file, JSON.writeValueAsString(report));
    }

    private static Map<String, Object> rules(List<CaseOutcome> cases, List<ComparisonOutcome> comparisons) {
        Map<String, Object> rules = new HashMap<>();
        Stream.concat(
                        cases.stream().flatMap(it -> it.findings().stream()),
                        comparisons.stream().map(ComparisonOutcome::finding))
                .forEach(finding -> rules.put(finding.rule(), Map.of("level", finding.level())));
        return rules;
    }

    private static Map<String, Object> form(CaseOutcome it) {
        Map<String, Object> form = new HashMap<>();
        form.put("suite", 0);
        form.put("operation", it.operation());
        form.put("scenario", it.scenario());
        form.put("kind", it.kind());
        form.put("reason", it.reason());
        form.put("findings", it.findings().stream().map(RecordedBaseline::form).toList());
        form.put("transcript", it.transcript());
        return form;
    }

    private static Map<String, Object> form(ComparisonOutcome it) {
        return Map.of("suite", 0, "finding", form(it.finding()));
    }

    private static FindingForm form(Finding it) {
        return new FindingForm(it.rule(), it.verdict(), it.expected(), it.actual(), it.reason(), null, it.waiver());
    }
}
