package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.ChangeKind;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.Cause;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Gate;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Sighting;
import dev.naysayer.reports.model.SuiteReport;
import dev.naysayer.reports.model.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of the summary, each in Markdown. */
final class SummaryText {

    /** How many of a list are named. */
    private static final int MOST_NAMED = 20;

    /** How many suites have a row; a table of more is read by nobody here. */
    private static final int MOST_SUITES = 100;

    private SummaryText() {}

    /** Whether this may be merged, and what is different. */
    static String head(RunDocument document, ConformanceReport report) {
        return "## %s Naysayer: %s\n".formatted(sign(document), Markdown.text(report.headline()))
                + gate(document.gate())
                + (document.changes() == null ? "" : changes(document.changes()));
    }

    private static String sign(RunDocument document) {
        return document.run().lacksNothing() && document.isGreen() ? "✅" : "❌";
    }

    private static String gate(Gate gate) {
        return gate.lines().isEmpty()
                ? ""
                : "\n"
                        + gate.lines().stream()
                                .map(line -> "- Gate %s\n".formatted(named(line)))
                                .collect(Collectors.joining());
    }

    private static String changes(Changes changes) {
        StringBuilder text =
                new StringBuilder("\n### Since the baseline: %s\n".formatted(Markdown.text(changes.sentence())));
        for (ChangeKind kind : ChangeKind.values()) {
            List<String> all = changes.of(kind).map(SummaryText::change).toList();
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

    /** One thing to mend, with where it is seen. */
    static String cause(Cause cause, ConformanceReport report) {
        Map<String, SuiteReport> suites = report.suites().stream()
                .collect(Collectors.toMap(SuiteReport::name, suite -> suite, (one, other) -> one));
        return "\n### %s %s\n\n%s%s.%s\n\n%s<details><summary>Where</summary>\n\n%s\n</details>\n"
                .formatted(
                        sign(cause.kind()),
                        cause.finding() == null ? Words.of(cause.kind()) : Markdown.text(cause.summary()),
                        cause.extent(),
                        cause.isNew() ? ", " + cause.fresh() + " new" : "",
                        cause.mover() == Mover.UNKNOWN
                                ? ""
                                : " The move is up to %s."
                                        .formatted(cause.mover().words()),
                        cause.finding() == null ? Markdown.block(cause.summary()) + "\n" : rule(cause, cause.finding()),
                        listed(cause.sightings().stream()
                                .map(it -> where(it, suites.get(it.suite())))
                                .toList()));
    }

    private static String sign(OutcomeKind kind) {
        return switch (kind) {
            case VIOLATION -> "❌";
            case WARNING -> "⚠️";
            default -> "❔";
        };
    }

    private static String rule(Cause cause, Finding words) {
        return "%s, %s, %s\n\n%s%sTo mend: %s\n\n"
                .formatted(
                        Markdown.code(words.rule()),
                        Markdown.text(words.level()),
                        Markdown.link(words.source(), words.link()),
                        part("Expected", cause.expected()),
                        part("Actual", cause.actual()),
                        Markdown.text(String.valueOf(words.fix())));
    }

    private static String part(String name, @Nullable String text) {
        return text == null ? "" : "%s:\n\n%s\n".formatted(name, Markdown.block(text));
    }

    private static String where(Sighting it, @Nullable SuiteReport suite) {
        String name = named("%s › %s".formatted(it.suite(), it.name()));
        return suite == null ? name : name + ", " + named(place(it, suite));
    }

    private static String place(Sighting it, SuiteReport suite) {
        String path = Objects.requireNonNullElse(suite.origin().path(), suite.file());
        int line = it.one() != null
                ? it.one().outcome().line()
                : it.comparison() == null ? 1 : it.comparison().outcome().line();
        return path + ":" + line;
    }

    private static String named(String name) {
        return Markdown.code(VisibleText.value(name));
    }

    private static String listed(List<String> all) {
        String first =
                all.stream().limit(MOST_NAMED).map(it -> "- " + it + "\n").collect(Collectors.joining());
        return all.size() <= MOST_NAMED ? first : "%s- and %d more\n".formatted(first, all.size() - MOST_NAMED);
    }

    /** What is waived, the numbers, and which run it was. */
    static String foot(RunDocument document, ConformanceReport report) {
        return waived(report) + totals(report) + run(document.run(), document.generator());
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

    private static String run(Run run, String generator) {
        String duration = run.finished() == null
                ? "not finished"
                : Duration.between(run.started(), run.finished()).toSeconds() + " s";
        return "\nRun %s, %s, %s.\n"
                .formatted(
                        run.ids().stream().map(SummaryText::named).collect(Collectors.joining(", ")),
                        duration,
                        Markdown.text(generator));
    }
}
