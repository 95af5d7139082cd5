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
            return "%s is %s: %s".formatted(name, outcome.kind().name().toLowerCase(Locale.ROOT), outcome.reason());
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
        return String.valueOf(text).replace("\n", "\n            ");
    }
}
