package dev.naysayer.engine.junit;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case that is not green; its message says all a developer needs, its only stack frame is the line of YAML. */
final class ContractFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    ContractFailure(CaseOutcome outcome) {
        super(message(outcome), null);
        setStackTrace(new StackTraceElement[] {
            new StackTraceElement(outcome.suite(), outcome.scenario(), outcome.file(), outcome.line())
        });
    }

    private static String message(CaseOutcome outcome) {
        String name = "%s › %s › %s".formatted(outcome.suite(), outcome.operation(), outcome.scenario());
        if (outcome.kind() != OutcomeKind.VIOLATION) {
            String kind = outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String joint = outcome.kind() == OutcomeKind.NOT_OBTAINABLE ? ", " : ": ";
            return "%s is %s%s%s".formatted(name, kind, joint, visible(String.valueOf(outcome.reason())));
        }
        List<Finding> violations = outcome.violations();
        long judged = outcome.findings().stream()
                .filter(finding -> finding.violated() || finding.verdict().equals("passed"))
                .count();
        return "%s broke %d of %d rules%n%n".formatted(name, violations.size(), judged)
                + violations.stream().map(ContractFailure::paragraph).collect(Collectors.joining("%n".formatted()));
    }

    private static String paragraph(Finding finding) {
        return "[%s] %s, %s%n  expected  %s%n  actual    %s%n  because   %s%n"
                .formatted(
                        finding.rule(),
                        finding.level(),
                        finding.source(),
                        indented(finding.expected()),
                        indented(finding.actual()),
                        finding.why());
    }

    private static String indented(@Nullable String text) {
        return visible(String.valueOf(text)).replace("\n", "\n            ");
    }

    /** An answer may hold what moves a cursor or rings a bell; a console would obey. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars()
                .map(c -> c < ' ' && c != '\n' && c != '\r' ? '\u2400' + c : c == 0x7F ? '\u2421' : c)
                .forEach(c -> shown.append((char) c));
        return shown.toString();
    }
}
