package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.ChangeKind;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.BrokenRule;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteReport;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of Markdown for the summary of a build: GitHub Actions shows what is appended to {@code $GITHUB_STEP_SUMMARY}. */
final class SummaryFormat implements ReportFormat {

    /** GitHub shows nothing of a step's summary that is larger than 1 MiB; a step may have a few words of its own. */
    static final int MOST = 1_000_000;

    /** How many cases of one rule are named. */
    private static final int MOST_CASES = 20;

    /** How many suites have a row; a table of more is read by nobody here. */
    private static final int MOST_SUITES = 100;

    private static final Set<OutcomeKind> UNJUDGED =
            EnumSet.of(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED, OutcomeKind.NOT_OBTAINABLE);

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        String head = "## Naysayer: %s\n".formatted(Markdown.text(report.headline()));
        String changes = document.changes() == null ? "" : changes(document.changes());
        String foot = waived(report) + totals(report) + run(document);
        List<String> sections = Stream.concat(
                        BrokenRule.of(ReportedFinding.unwaived(report)).stream().map(SummaryFormat::section),
                        unjudged(report).entrySet().stream().map(it -> unjudged(it.getKey(), it.getValue())))
                .toList();
        out.write(head);
        out.write(changes);
        int left = MOST - bytes(head) - bytes(changes) - bytes(foot);
        int told = 0;
        while (told < sections.size() && bytes(sections.get(told)) < left) {
            left -= bytes(sections.get(told));
            out.write(sections.get(told++));
        }
        if (told < sections.size()) {
            out.write("\n**%s left out here**, since a summary may have 1 MiB: the report has the rest.\n"
                    .formatted(Words.count(sections.size() - told, "more cause") + " had to be"));
        }
        out.write(foot);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String section(BrokenRule rule) {
        Finding words = rule.words();
        return """

                ### %s %s

                %s, %s: %s, %s

                Expected:

                %s
                Actual:

                %s
                To mend: %s

                <details><summary>Where</summary>

                %s
                </details>
                """.formatted(
                rule.fails() ? "❌" : "⚠️",
                Markdown.text(words.summary()),
                Markdown.code(words.rule()),
                Words.count(rule.findings().size(), "finding"),
                words.level(),
                Markdown.link(words.source(), words.link()),
                Markdown.block(String.valueOf(words.expected())),
                Markdown.block(String.valueOf(words.actual())),
                Markdown.text(String.valueOf(words.fix())),
                listed(rule.findings().stream().map(SummaryFormat::where).toList()));
    }

    private static String where(ReportedFinding it) {
        return named("%s › %s".formatted(it.suite().name(), it.name())) + ", " + named(it.path() + ":" + it.line());
    }

    private static String named(String name) {
        return Markdown.code(VisibleText.value(name));
    }

    private static String listed(List<String> all) {
        String first =
                all.stream().limit(MOST_CASES).map(it -> "- " + it + "\n").collect(Collectors.joining());
        return all.size() <= MOST_CASES ? first : "%s- and %d more\n".formatted(first, all.size() - MOST_CASES);
    }

    /** Cases that say nothing of the API, by what stood in their way, those with the most cases first. */
    private static Map<String, List<String>> unjudged(ConformanceReport report) {
        Map<String, List<String>> reasons = report.suites().stream()
                .flatMap(suite -> suite.cases().stream()
                        .map(it -> it.outcome())
                        .filter(it -> UNJUDGED.contains(it.kind()))
                        .map(it -> Map.entry(
                                Words.of(it.kind()) + ": " + it.shortReason(),
                                named("%s › %s › %s".formatted(suite.name(), it.operation(), it.scenario())))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return reasons.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static String unjudged(String reason, List<String> cases) {
        return """

                ### ❔ %s not judged

                %s
                <details><summary>Which</summary>

                %s
                </details>
                """.formatted(Words.count(cases.size(), "case"), Markdown.block(reason), listed(cases));
    }

    /** What is new since the run that this one is compared with, and what is not any more. */
    private static String changes(Changes changes) {
        StringBuilder text =
                new StringBuilder("\n### Since the baseline: %s\n".formatted(Markdown.text(changes.sentence())));
        for (ChangeKind kind : ChangeKind.values()) {
            List<String> all = changes.of(kind).map(SummaryFormat::change).toList();
            if (!all.isEmpty()) {
                text.append("\n**%s**\n\n%s".formatted(word(kind), listed(all)));
            }
        }
        return text.toString();
    }

    private static String word(ChangeKind kind) {
        String word = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String change(Change it) {
        String name = Stream.of(it.suite(), it.operation(), it.scenario(), it.rule())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" › "));
        return "%s: %s".formatted(named(name), named(it.words()));
    }

    /** What passes although it is broken, by who answers for it. */
    private static String waived(ConformanceReport report) {
        Map<Waived, Long> waivers = ReportedFinding.of(report).stream()
                .map(it -> it.finding().waiver())
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting()));
        List<String> all = waivers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Waived::until)))
                .map(it -> "%s until %s, for %s, %s: %s"
                        .formatted(
                                Words.count(Math.toIntExact(it.getValue()), "finding"),
                                it.getKey().until(),
                                named(it.getKey().owner()),
                                named(it.getKey().place()),
                                named(it.getKey().reason())))
                .toList();
        return all.isEmpty() ? "" : "\n### Waived\n\n" + listed(all);
    }

    private static String totals(ConformanceReport report) {
        List<OutcomeKind> kinds = List.copyOf(report.counts().byKind().keySet());
        StringBuilder table = new StringBuilder("\n### Totals\n\n| suite | cases |");
        kinds.forEach(kind -> table.append(" %s |".formatted(Words.of(kind, 2))));
        table.append(" comparisons |\n|---|---:|")
                .append("---:|".repeat(kinds.size()))
                .append("---|\n");
        report.suites().stream().limit(MOST_SUITES).forEach(suite -> table.append(row(suite, kinds)));
        int more = report.suites().size() - MOST_SUITES;
        return table + (more > 0 ? "\nand " + Words.count(more, "more suite") + ".\n" : "");
    }

    private static String row(SuiteReport suite, List<OutcomeKind> kinds) {
        return "| %s | %d | %s | %s |\n"
                .formatted(
                        Markdown.cell(VisibleText.value(suite.name())),
                        suite.counts().total(),
                        kinds.stream()
                                .map(kind -> String.valueOf(suite.counts().of(kind)))
                                .collect(Collectors.joining(" | ")),
                        suite.comparisons().isEmpty() ? "–" : suite.comparisonCounts());
    }

    private static String run(RunDocument document) {
        String duration = document.run().finished() == null
                ? "not finished"
                : Duration.between(document.run().started(), document.run().finished())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toSeconds()
                        + " s";
        return "\nRun %s, %s, %s.\n"
                .formatted(
                        document.run().ids().stream().map(Markdown::code).collect(Collectors.joining(", ")),
                        duration,
                        Markdown.text(document.generator()));
    }
}
