package dev.naysayer.engine.outcome;

import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.Waiver;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one waiver of a suite.
 *
 * @param suite the suite's name
 * @param file the suite's file name
 * @param target the base URL requests went to, or null where none was known
 * @param rule the id of the rule that it names, or null for every rule
 * @param scenario the condition that it names, or null for every one
 * @param operation the operations that it names, or null for all of them
 * @param waiver who answers for it, how long and why, and where it stands
 * @param removal how it is taken out of there, {@code delete line 34 of orders.auth.yaml}
 * @param state what it is worth
 * @param endsSoon whether its last day is near, by the setting {@code naysayer.waiver-notice}
 * @param findings how many that it names were found, also where it has expired
 * @param reason why it could not be judged; null where it was
 */
public record WaiverOutcome(
        String suite,
        String file,
        @Nullable String target,
        @Nullable String rule,
        @Nullable String scenario,
        @Nullable String operation,
        Waived waiver,
        String removal,
        WaiverState state,
        boolean endsSoon,
        int findings,
        @Nullable String reason)
        implements SuiteOutcome {

    static WaiverOutcome of(
            String suite,
            String file,
            @Nullable String target,
            Waiver it,
            WaiverState state,
            boolean endsSoon,
            int findings,
            @Nullable String reason) {
        return new WaiverOutcome(
                suite,
                file,
                target,
                it.rule(),
                it.scenario(),
                it.operation() == null ? null : it.operation().text(),
                Waived.by(it),
                it.removal(),
                state,
                endsSoon,
                findings,
                reason);
    }

    /** Whether it is of no use any more. */
    public boolean fails() {
        return state == WaiverState.EXPIRED || state == WaiverState.UNMATCHED;
    }

    /** What it names, {@code no-store › expired-token › GET /orders/*}. */
    public String names() {
        return Stream.of(rule == null ? "every rule" : rule, scenario, operation)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" › "));
    }

    /** Whether it names this rule, where it is broken by the answer to this case; as {@link Waiver#names(String, String, String)}. */
    public boolean covers(String brokenRule, String ofOperation, String underScenario) {
        return isOf(brokenRule) && covers(ofOperation, underScenario);
    }

    /** Whether it names some rule in this case. */
    public boolean covers(String ofOperation, String underScenario) {
        return Waiver.isUnder(scenario, underScenario)
                && (operation == null || new OperationPattern(operation).fits(ofOperation));
    }

    /** Whether it names this rule, where several answers together break it. */
    public boolean covers(String brokenRule) {
        return rule != null && isOf(brokenRule) && scenario == null && operation == null;
    }

    private boolean isOf(String brokenRule) {
        return rule == null || rule.equals(brokenRule);
    }

    /** The same, where more is known. */
    public WaiverOutcome judged(WaiverState other, int allFindings, @Nullable String otherReason) {
        return new WaiverOutcome(
                suite,
                file,
                target,
                rule,
                scenario,
                operation,
                waiver,
                removal,
                other,
                endsSoon,
                allFindings,
                otherReason);
    }
}
