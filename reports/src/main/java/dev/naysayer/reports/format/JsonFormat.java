package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.ReportFile;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Recorded;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded run itself, for other programs; described by {@code dev/naysayer/reports/report.schema.json}.
 *
 * <p>Each rule, suite, case, comparison and change stands on a line of its own, so that lines can be searched and compared.
 */
final class JsonFormat implements ReportFormat {

    static final String FILE_NAME = ReportFile.NAME;

    private static final JsonMapper JSON = JsonMapper.builder()
            // The records' order is the reading order; Jackson 3 would sort by the alphabet.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        try {
            new Lines(document, out).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** One document on its way to one writer. */
    private static final class Lines {

        private final RunDocument document;
        private final Writer out;
        private final Map<JsonForm.Suite, Integer> suites = new LinkedHashMap<>();
        private final Map<QuietRules, Integer> quiet = new LinkedHashMap<>();

        Lines(RunDocument document, Writer out) {
            this.document = document;
            this.out = out;
            document.cases().forEach(it -> {
                number(suites, suite(it));
                if (!it.outcome().quiet().none()) {
                    number(quiet, it.outcome().quiet());
                }
            });
            document.comparisons().forEach(it -> number(suites, suite(it)));
            document.waivers().forEach(it -> number(suites, suite(it)));
        }

        private static <T> void number(Map<T, Integer> numbers, T one) {
            numbers.putIfAbsent(one, numbers.size());
        }

        void write() throws IOException {
            out.write("{\n\"schemaVersion\": %d,\n\"generator\": %s,\n\"run\": %s,\n\"gate\": %s,\n\"changes\": "
                    .formatted(
                            ReportFile.NEWEST,
                            json(document.generator()),
                            json(document.run()),
                            json(document.gate())));
            write(document.changes());
            out.write(",\n\"rules\": {");
            lines(
                    document.rules().entrySet().stream(),
                    rule -> "%s: %s".formatted(json(rule.getKey()), json(rule.getValue())));
            out.write("},\n\"quiet\": [");
            lines(quiet.keySet().stream(), Lines::json);
            out.write("],\n\"suites\": [");
            lines(suites.keySet().stream(), Lines::json);
            out.write("],\n\"cases\": [");
            lines(document.cases().stream(), it -> json(form(it)));
            out.write("],\n\"comparisons\": [");
            lines(document.comparisons().stream(), it -> json(form(it)));
            out.write("],\n\"waivers\": [");
            lines(document.waivers().stream(), it -> json(form(it)));
            out.write("]\n}\n");
        }

        private void write(@Nullable Changes changes) throws IOException {
            if (changes == null) {
                out.write("null");
                return;
            }
            out.write("{\n\"baseline\": %s,\n\"findings\": %s,\n\"cases\": %s,\n\"notRun\": %d,\n\"all\": ["
                    .formatted(
                            json(changes.baseline()),
                            json(changes.findings()),
                            json(changes.cases()),
                            changes.notRun()));
            lines(changes.all().stream(), Lines::json);
            out.write("]}");
        }

        private <T> void lines(Stream<T> all, Function<T, String> line) throws IOException {
            for (Iterator<T> it = all.iterator(); it.hasNext(); ) {
                out.write("\n");
                out.write(line.apply(it.next()));
                out.write(it.hasNext() ? "," : "\n");
            }
        }

        private static String json(Object value) {
            return JSON.writeValueAsString(value);
        }

        private JsonForm.Case form(RecordedCase it) {
            CaseOutcome outcome = it.outcome();
            return new JsonForm.Case(
                    number(suite(it)),
                    outcome.line(),
                    outcome.operation(),
                    outcome.scenario(),
                    outcome.meaning(),
                    outcome.control(),
                    outcome.subject(),
                    outcome.owner(),
                    outcome.kind(),
                    outcome.reason(),
                    outcome.move(),
                    outcome.earlier(),
                    outcome.findings().stream().map(this::finding).toList(),
                    quiet.get(outcome.quiet()),
                    it.exchanges().transcripts().stream().findFirst().orElse(null));
        }

        private JsonForm.Comparison form(RecordedComparison it) {
            ComparisonOutcome outcome = it.outcome();
            return new JsonForm.Comparison(
                    number(suite(it)),
                    outcome.line(),
                    outcome.test(),
                    outcome.kind(),
                    outcome.move(),
                    finding(outcome.finding()),
                    it.exchanges().transcripts());
        }

        private JsonForm.Waiver form(RecordedWaiver it) {
            WaiverOutcome outcome = it.outcome();
            return new JsonForm.Waiver(
                    number(suite(it)),
                    outcome.rule(),
                    outcome.scenario(),
                    outcome.operation(),
                    outcome.waiver(),
                    outcome.removal(),
                    outcome.state(),
                    outcome.endsSoon(),
                    outcome.findings(),
                    outcome.reason());
        }

        private int number(JsonForm.Suite suite) {
            return suites.getOrDefault(suite, 0);
        }

        private FindingForm finding(Finding finding) {
            RuleWords words = document.rules().get(finding.rule());
            if (words == null) {
                throw new IllegalArgumentException("the document lacks the words of the rule " + finding.rule());
            }
            return FindingForm.of(finding, words);
        }

        private static JsonForm.Suite suite(Recorded it) {
            SuiteOrigin origin = it.origin();
            return new JsonForm.Suite(
                    it.outcome().suite(),
                    it.outcome().file(),
                    it.outcome().target(),
                    origin.className(),
                    origin.directory(),
                    origin.digest(),
                    origin.path());
        }
    }
}
