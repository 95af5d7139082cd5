package dev.naysayer.reports.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteReport;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SARIF 2.1.0, as code hosts show it beside the line of the suite that a finding is about.
 *
 * <p>Each result stands on a line of its own. GitHub compares alerts by {@code primaryLocationLineHash} alone, which its uploading action
 * makes of the suite's line, and complains of every other value there; so it is left to that, and what a finding is called goes under a
 * key of ours.
 */
final class SarifFormat implements ReportFormat {

    static final String FILE_NAME = "report.sarif";

    /** Another way to name findings would be another key. */
    static final String FINGERPRINT = "naysayerFinding/v1";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final String ROOT = "%SRCROOT%";

    /** GitHub refuses a file of more than 10 MB of gzip; the rest is for what stands beside the results. */
    private static final long MOST_BYTES = 8_000_000;

    /** How many causes of cases that could not be judged are told. */
    private static final int MOST_REASONS = 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final long mostBytes;

    SarifFormat() {
        this(MOST_BYTES);
    }

    /** @param mostBytes of gzip that the results may have */
    SarifFormat(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    @Override
    public boolean tells(Run run) {
        return run.lacksNothing();
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        List<SarifRuns> runs;
        try (GzipBudget budget = new GzipBudget(mostBytes)) {
            runs = SarifRuns.of(report, finding -> budget.takes(json(result(finding, 0, null))));
        }
        out.write("{\n\"$schema\": \"%s\",\n\"version\": \"2.1.0\",\n\"runs\": [".formatted(SCHEMA));
        String joint = "\n";
        for (SarifRuns run : runs) {
            out.write(joint);
            write(document, run, out);
            joint = ",\n";
        }
        out.write("\n]\n}\n");
    }

    private static void write(RunDocument document, SarifRuns run, Writer out) throws IOException {
        Map<String, Integer> rules = new LinkedHashMap<>();
        run.findings().forEach(it -> rules.putIfAbsent(it.finding().rule(), rules.size()));
        out.write("{\"tool\": %s,\n".formatted(json(new SarifForm.Tool(driver(document, rules.keySet())))));
        out.write("\"automationDetails\": %s,\n".formatted(json(new SarifForm.AutomationDetails(run.id()))));
        out.write("\"invocations\": [%s],\n".formatted(json(invocation(document, run))));
        out.write("\"originalUriBaseIds\": {\"%s\": %s},\n\"columnKind\": \"utf16CodeUnits\",\n\"results\": ["
                .formatted(ROOT, json(new SarifForm.BaseId(SarifForm.Message.of("The root of the repository.")))));
        Changes changes = document.changes();
        Set<FindingId> added = changes == null
                ? Set.of()
                : changes.newFindings().stream().map(Change::findingId).collect(Collectors.toSet());
        String joint = "\n";
        for (ReportedFinding finding : run.findings()) {
            String state = changes == null ? null : added.contains(finding.id()) ? "new" : "unchanged";
            out.write(joint);
            out.write(json(result(finding, rules.getOrDefault(finding.finding().rule(), 0), state)));
            joint = ",\n";
        }
        out.write("\n]}");
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static SarifForm.Driver driver(RunDocument document, Iterable<String> rules) {
        List<SarifForm.Rule> descriptions = new ArrayList<>();
        rules.forEach(rule -> descriptions.add(
                rule(rule, Objects.requireNonNull(document.rules().get(rule), rule))));
        return new SarifForm.Driver("Naysayer", document.generator().replaceFirst("^Naysayer ", ""), descriptions);
    }

    private static SarifForm.Rule rule(String id, RuleWords words) {
        return new SarifForm.Rule(
                VisibleText.ofLine(id),
                message(words.summary()),
                message(words.why().isEmpty() ? words.summary() : words.why()),
                WebLink.orNull(words.link()),
                new SarifForm.Message(
                        plain("%s%n%nClients: %s%n%nTo mend: %s%n%n%s, %s"
                                .formatted(words.why(), words.clients(), words.fix(), words.source(), words.level())),
                        "%s%n%n**Clients:** %s%n%n**To mend:** %s%n%n%s, %s"
                                .formatted(
                                        Markdown.text(words.why()),
                                        Markdown.text(words.clients()),
                                        Markdown.text(words.fix()),
                                        Markdown.link(words.source(), words.link()),
                                        Markdown.text(words.level()))),
                new SarifForm.Configuration(level(words.level())),
                new SarifForm.RuleProperties(
                        List.of("security", "authentication", VisibleText.ofLine(words.profile())),
                        "very-high",
                        severity(words.level())));
    }

    private static SarifForm.Invocation invocation(RunDocument document, SarifRuns run) {
        List<SarifForm.Notification> told = new ArrayList<>();
        if (run.cut() > 0) {
            told.add(warning(
                    "%s left out, the least binding ones: code hosts take no more. The page beside this file has them all."
                            .formatted(Words.count(run.cut(), "finding") + (run.cut() == 1 ? " is" : " are"))));
        }
        Map<String, Long> reasons = run.suites().stream()
                .distinct()
                .map(SuiteReport::cases)
                .flatMap(List::stream)
                .filter(it -> it.outcome().kind().isUnjudged())
                .collect(Collectors.groupingBy(
                        it -> String.valueOf(it.outcome().shortReason()), LinkedHashMap::new, Collectors.counting()));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .forEach(it -> told.add(warning("%s could not be judged: %s"
                        .formatted(Words.count(Math.toIntExact(it.getValue()), "case"), it.getKey()))));
        return new SarifForm.Invocation(document.run().hasFinished(), told.isEmpty() ? null : told);
    }

    private static SarifForm.Notification warning(String text) {
        return new SarifForm.Notification("warning", message(text));
    }

    /** @param state how it is beside the run that this one is compared with; null where it is compared with none */
    private static SarifForm.Result result(ReportedFinding it, int rule, @Nullable String state) {
        return new SarifForm.Result(
                VisibleText.ofLine(it.finding().rule()),
                rule,
                level(it.finding().level()),
                message("%s: expected %s; actual: %s"
                        .formatted(
                                it.name(),
                                VisibleText.lines(String.valueOf(it.finding().expected())),
                                VisibleText.lines(String.valueOf(it.finding().actual())))),
                List.of(new SarifForm.Location(
                        new SarifForm.PhysicalLocation(
                                new SarifForm.ArtifactLocation(uri(it.path()), ROOT),
                                new SarifForm.Region(it.line(), 1, it.line())),
                        List.of(new SarifForm.LogicalLocation(
                                VisibleText.ofLine(it.suite().name() + " › " + it.name()))))),
                Map.of(FINGERPRINT, it.id().fingerprint()),
                state,
                it.finding().waiver() == null
                        ? null
                        : List.of(suppression(it.finding().waiver())));
    }

    private static SarifForm.Suppression suppression(Waived waiver) {
        return new SarifForm.Suppression(
                "external",
                "accepted",
                plain("%s, until %s, for %s%s (%s)"
                        .formatted(
                                waiver.reason(),
                                waiver.until(),
                                waiver.owner(),
                                waiver.link() == null ? "" : ", " + waiver.link(),
                                waiver.place())));
    }

    private static String level(String level) {
        return switch (Level.named(level)) {
            case MUST -> "error";
            case SHOULD, SECURITY_ADVICE -> "warning";
            case MAY, ADVICE -> "note";
        };
    }

    private static String severity(String level) {
        return level(level).equals("note") ? "recommendation" : level(level);
    }

    /** A plain message may hold links and places for arguments (SARIF 2.1.0 sections 3.11.5 and 3.11.6); what others wrote holds none. */
    private static String plain(String text) {
        String shown = VisibleText.of(text).replaceAll("\\{(\\d+)}", "{{$1}}");
        return shown.contains("](")
                ? shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
                : shown;
    }

    private static SarifForm.Message message(String text) {
        return SarifForm.Message.of(plain(text));
    }

    /** A path as a reference to it. */
    private static String uri(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
