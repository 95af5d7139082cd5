package dev.naysayer.reports.format;

import dev.naysayer.dsl.Sha256;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.reports.model.BrokenRule;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Words;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A short text for a comment on a pull request, the same to the byte as long as the set of findings is the same.
 *
 * <p>Problem: a comment that is written anew with each run calls everybody each time. Choice: nothing stands here that one run has and
 * the next has not: no time, no number of a run, and of an answer nothing, since answers carry times and numbers of their own. The
 * first line is hidden: by its beginning a workflow finds the comment, and by the whole of it whether it is the same still.
 */
final class CommentFormat implements ReportFormat {

    /** What the first line begins with. */
    static final String MARKER = "<!-- naysayer comment ";

    /** GitHub refuses a comment of more than 65,536 characters, and nobody reads as many. */
    private static final int MOST_RULES = 30;

    private static final int MOST_CASES = 5;

    private static final int LONGEST_NAME = 120;

    @Override
    public String name() {
        return "comment";
    }

    @Override
    public String fileName() {
        return "comment.md";
    }

    @Override
    public boolean tells(Run run) {
        return run.lacksNothing();
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        List<ReportedFinding> findings = ReportedFinding.unwaived(report);
        List<String> unjudged = unjudged(report);
        int waived = ReportedFinding.of(report).size() - findings.size();
        String text = text(BrokenRule.of(findings), unjudged, waived);
        // Not all of the set is named below, and all of it counts.
        String set = Stream.concat(findings.stream().map(CommentFormat::name), unjudged.stream())
                .sorted()
                .collect(Collectors.joining("\n"));
        out.write(MARKER + Sha256.half(text + set) + " -->\n" + text);
    }

    private static List<String> unjudged(ConformanceReport report) {
        return report.suites().stream()
                .flatMap(suite -> suite.cases().stream()
                        .map(it -> it.outcome())
                        .filter(it -> it.kind().isUnjudged())
                        .map(it -> "%s › %s › %s".formatted(suite.name(), it.operation(), it.scenario())))
                .sorted()
                .toList();
    }

    private static String name(ReportedFinding it) {
        return "%s › %s".formatted(it.suite().name(), it.name());
    }

    private static String text(List<BrokenRule> rules, List<String> unjudged, int waived) {
        return "### Naysayer: %s\n".formatted(headline(rules, unjudged.size(), waived))
                + rules.stream().limit(MOST_RULES).map(CommentFormat::rule).collect(Collectors.joining())
                + (rules.size() > MOST_RULES
                        ? "\nand %s; the report has them all.\n"
                                .formatted(Words.count(rules.size() - MOST_RULES, "more rule"))
                        : "")
                + (unjudged.isEmpty()
                        ? ""
                        : "\n**%s not judged**\n\n%s".formatted(Words.count(unjudged.size(), "case"), cases(unjudged)));
    }

    private static String headline(List<BrokenRule> rules, int unjudged, int waived) {
        int violations = count(rules, true);
        int warnings = count(rules, false);
        List<String> parts = Stream.of(
                        violations == 0 ? "" : Words.count(violations, "violation"),
                        warnings == 0 ? "" : Words.count(warnings, "warning"),
                        unjudged == 0 ? "" : Words.count(unjudged, "case") + " not judged",
                        waived == 0 ? "" : Words.count(waived, "finding") + " waived")
                .filter(it -> !it.isEmpty())
                .toList();
        return parts.isEmpty() ? "nothing found" : String.join(", ", parts);
    }

    private static int count(List<BrokenRule> rules, boolean failing) {
        return rules.stream()
                .filter(it -> it.fails() == failing)
                .mapToInt(it -> it.findings().size())
                .sum();
    }

    private static String rule(BrokenRule rule) {
        Finding words = rule.findings().stream()
                .min(Comparator.comparing(CommentFormat::name))
                .orElseThrow()
                .finding();
        return "\n**%s** (%s, %s, %s): %s\n\n%s"
                .formatted(
                        Markdown.text(words.summary()),
                        words.level(),
                        // Where the suite declares it, the source has the number of a line, which moves.
                        words.link() == null ? "declared by the suite" : Markdown.link(words.source(), words.link()),
                        Markdown.code(words.rule()),
                        Markdown.text(String.valueOf(words.fix())),
                        cases(rule.findings().stream()
                                .map(CommentFormat::name)
                                .sorted()
                                .toList()));
    }

    private static String cases(List<String> names) {
        String first = names.stream()
                .limit(MOST_CASES)
                .map(it -> "- " + Markdown.code(VisibleText.cut(it, LONGEST_NAME)) + "\n")
                .collect(Collectors.joining());
        return names.size() <= MOST_CASES ? first : "%s- and %d more\n".formatted(first, names.size() - MOST_CASES);
    }
}
