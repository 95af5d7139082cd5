package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a developer reads of a case that is not green: every broken rule with what was expected, what came, and why. */
public final class FailureText {

    /** So many characters are some hundred lines. */
    private static final int LONGEST = 8_000;

    private FailureText() {}

    /**
     * The whole message. What makes the case red comes first, then what only warns or is told for information, and in the end how
     * to mend the first.
     *
     * @param name what the case is called in its first line
     * @param red whether a finding makes it red
     */
    public static String of(String name, CaseOutcome outcome, Predicate<Finding> red) {
        return bounded(whole(name, outcome, red));
    }

    private static String whole(String name, CaseOutcome outcome, Predicate<Finding> red) {
        if (outcome.reason() != null) {
            String kind = outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String joint = outcome.kind() == OutcomeKind.NOT_OBTAINABLE ? ", " : ": ";
            return "%s is %s%s%s%s".formatted(name, kind, joint, visible(outcome.reason()), tried(outcome, "; %s"));
        }
        Map<Boolean, List<Finding>> violations = outcome.violations().stream()
                .filter(finding -> !finding.isWaived())
                .collect(Collectors.partitioningBy(red));
        return broken(
                name,
                violations.getOrDefault(true, List.of()),
                violations.getOrDefault(false, List.of()),
                waived(outcome.violations()),
                outcome.violations().size() + outcome.quiet().passed().size(),
                visible(PresentedText.of(outcome)) + tried(outcome, "  tried      %s%n"));
    }

    /** What came before the last try; empty where that was the only one. */
    private static String tried(CaseOutcome outcome, String form) {
        String tries = outcome.tries();
        return tries == null ? "" : form.formatted(visible(tries));
    }

    /** Dozens of rules may be broken at once; a reader of a console begins with the first of them, and a build server obeys none. */
    private static String bounded(String message) {
        return VisibleText.ofConsole(
                message.length() <= LONGEST
                        ? message
                        : "%s%n%nThe report has the rest.%n".formatted(VisibleText.cut(message, LONGEST)));
    }

    private static String broken(
            String name, List<Finding> red, List<Finding> others, String waived, long judged, String presented) {
        return "%s broke %d of %d rules%n%s%n".formatted(name, red.size(), judged, presented)
                + paragraphs(red)
                + (others.isEmpty() ? "" : "%n%s:%n%n%s".formatted(beside(others.size()), paragraphs(others)))
                + waived
                + red.stream().limit(1).map(FailureText::fix).collect(Collectors.joining());
    }

    /** One line each: who reads of a case that is red all the same wants to know what is not meant. */
    private static String waived(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.waiver())
                        .map(waiver -> "%nWaived [%s], %s: %s (%s, until %s, %s)"
                                .formatted(
                                        finding.rule(),
                                        finding.level(),
                                        visible(waiver.reason()),
                                        visible(waiver.owner()),
                                        waiver.until(),
                                        waiver.place())))
                .collect(Collectors.joining())
                .transform(lines -> lines.isEmpty() ? "" : lines + "%n".formatted());
    }

    private static long judged(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.violated() || finding.verdict().equals("passed"))
                .count();
    }

    private static String beside(int count) {
        return count == 1
                ? "One more is broken, which does not make it red"
                : "%d more are broken, which do not make it red".formatted(count);
    }

    private static String paragraphs(List<Finding> findings) {
        return findings.stream().map(FailureText::paragraph).collect(Collectors.joining("%n".formatted()));
    }

    private static String fix(Finding finding) {
        return "%nTo mend [%s]: %s%n".formatted(finding.rule(), finding.fix());
    }

    /**
     * The whole message of one or several rules over several answers.
     *
     * @param outcomes all that one test tells, at least one of them not green
     * @param isRed whether what is broken makes the test red
     */
    public static String of(List<ComparisonOutcome> outcomes, Predicate<ComparisonOutcome> isRed) {
        return bounded(whole(outcomes, isRed));
    }

    private static String whole(List<ComparisonOutcome> outcomes, Predicate<ComparisonOutcome> isRed) {
        String name = "%s › comparison › %s"
                .formatted(outcomes.get(0).suite(), outcomes.get(0).test());
        List<Finding> red = violations(outcomes, isRed);
        if (red.isEmpty()) {
            return outcomes.stream()
                    .filter(outcome -> outcome.kind().isUnjudged())
                    .map(FailureText::unjudged)
                    .distinct()
                    .collect(Collectors.joining("; ", name + " is ", ""));
        }
        return outcomes.size() == 1
                ? "%s is broken%n%n%s%s".formatted(name, paragraph(red.get(0)), fix(red.get(0)))
                : broken(
                        name,
                        red,
                        violations(outcomes, isRed.negate()).stream()
                                .filter(finding -> !finding.isWaived())
                                .toList(),
                        waived(violations(outcomes, all -> true)),
                        judged(outcomes.stream().map(ComparisonOutcome::finding).toList()),
                        "");
    }

    private static String unjudged(ComparisonOutcome outcome) {
        return "%s: %s"
                .formatted(
                        outcome.kind().name().toLowerCase(Locale.ROOT),
                        visible(String.valueOf(outcome.finding().reason())));
    }

    private static List<Finding> violations(List<ComparisonOutcome> outcomes, Predicate<ComparisonOutcome> some) {
        return outcomes.stream()
                .filter(some)
                .map(ComparisonOutcome::finding)
                .filter(Finding::violated)
                .toList();
    }

    private static String paragraph(Finding finding) {
        return "[%s] %s, %s%s%n%s  because   %s%n"
                .formatted(
                        finding.rule(),
                        finding.level(),
                        finding.source(),
                        by(finding.profile()),
                        difference(finding.expected(), finding.actual()),
                        finding.why());
    }

    /** Who else had a say, where it was not the standard alone. */
    private static String by(String profile) {
        if (profile.equals(RuleChoice.THE_SUITE)) {
            return ", level set by the suite";
        }
        return profile.equals(RuleChoices.BASE) ? "" : ", profile " + profile;
    }

    /** Two lines, of which the first says what would have been right and the second what came. */
    public static String difference(@Nullable String expected, @Nullable String actual) {
        return "  expected  %s%n  actual    %s%n".formatted(indented(expected), indented(actual));
    }

    private static String indented(@Nullable String text) {
        return visible(String.valueOf(text)).replace("\n", "\n            ");
    }

    /** A tab counts as a control here, since it may part what a blank should. */
    private static String visible(String text) {
        return VisibleText.of(text).replace('\t', '\u2409');
    }
}
