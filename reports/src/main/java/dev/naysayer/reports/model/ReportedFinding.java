package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.standard.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A broken rule that fails or warns, with the place in the suite that brought it about: what every format tells of a run beside the page.
 *
 * @param suite whose it is
 * @param target the base URL requests went to, or null where none was known
 * @param line the line of the suite's file, counted from 1
 * @param id what it is called as long as suite and API live
 * @param name the case or comparison, {@code GET /orders › expired-token}
 * @param finding what the rule says
 */
public record ReportedFinding(
        SuiteReport suite, @Nullable String target, int line, FindingId id, String name, Finding finding) {

    /** Those of a run that no waiver lets pass, in the same order. */
    public static List<ReportedFinding> unwaived(ConformanceReport report) {
        return of(report).stream().filter(it -> !it.finding.isWaived()).toList();
    }

    /** All of a run: the most binding first, else in reading order. A MAY that is not taken up is none. */
    public static List<ReportedFinding> of(ConformanceReport report) {
        return report.suites().stream()
                .flatMap(suite -> Stream.concat(
                        suite.cases().stream().flatMap(it -> of(suite, it.outcome())),
                        suite.comparisons().stream().flatMap(it -> of(suite, it))))
                .filter(it -> it.level().fails(true))
                .sorted(Comparator.comparing(ReportedFinding::level))
                .toList();
    }

    private static Stream<ReportedFinding> of(SuiteReport suite, CaseOutcome outcome) {
        return outcome.violations().stream()
                .map(finding -> new ReportedFinding(
                        suite,
                        outcome.target(),
                        outcome.line(),
                        FindingId.of(outcome, finding),
                        outcome.operation() + " › " + outcome.scenario(),
                        finding));
    }

    private static Stream<ReportedFinding> of(SuiteReport suite, ReportedComparison comparison) {
        ComparisonOutcome outcome = comparison.outcome();
        return outcome.finding().violated()
                ? Stream.of(new ReportedFinding(
                        suite,
                        outcome.target(),
                        outcome.line(),
                        FindingId.of(outcome),
                        comparison.name(),
                        outcome.finding()))
                : Stream.empty();
    }

    /** Whether it is a MUST that is broken; else it warns. */
    public boolean fails() {
        return level() == Level.MUST;
    }

    /** The suite's file in its repository; its name alone where nobody knows where it lies. */
    public String path() {
        return Objects.requireNonNullElse(suite.origin().path(), suite.file());
    }

    /** How binding what is broken is. */
    Level level() {
        return Level.named(finding.level());
    }
}
