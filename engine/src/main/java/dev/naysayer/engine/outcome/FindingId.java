package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.Sha256;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a finding is called as long as suite and API live: names only, never a line number.
 *
 * @param suite the suite's name, {@code Orders API}
 * @param operation {@code GET /orders}; null for a rule over several answers
 * @param scenario {@code expired-token}; null for a rule over several answers
 * @param rule the rule's id
 */
public record FindingId(
        String suite, @Nullable String operation, @Nullable String scenario, String rule) {

    /** What a rule says of one case. */
    public static FindingId of(CaseOutcome outcome, Finding finding) {
        return new FindingId(outcome.suite(), outcome.operation(), outcome.scenario(), finding.rule());
    }

    /** What a rule says of several answers. */
    public static FindingId of(ComparisonOutcome outcome) {
        return new FindingId(outcome.suite(), null, null, outcome.finding().rule());
    }

    /** {@code Orders API › GET /orders › expired-token › challenge-follows-401}. */
    @Override
    public String toString() {
        return parts().collect(Collectors.joining(" › "));
    }

    /** 32 hexadecimal digits that stand for it where no name fits. */
    public String fingerprint() {
        // A name may hold anything but a line break.
        return Sha256.half(parts().collect(Collectors.joining("\n")));
    }

    private Stream<String> parts() {
        return Stream.of(suite, operation, scenario, rule).filter(Objects::nonNull);
    }
}
