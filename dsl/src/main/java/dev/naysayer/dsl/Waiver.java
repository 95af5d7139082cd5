package dev.naysayer.dsl;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers for until a day, although it is wrong.
 *
 * @param at where it is written down
 * @param removal how it is taken out of there, {@code delete lines 34 to 40 of orders.auth.yaml}
 * @param rule the id of the rule that may be broken, or null for every rule
 * @param scenario the condition under which it may be, perhaps with the credential that is varied, or null for every one
 * @param operation the operations at which it may be, or null for all of them
 * @param owner who answers for it
 * @param reason why it may be
 * @param link where it is told more of, or null
 * @param until the last day on which it holds, in UTC
 */
public record Waiver(
        Position at,
        String removal,
        @Nullable String rule,
        @Nullable String scenario,
        @Nullable OperationPattern operation,
        String owner,
        String reason,
        @Nullable String link,
        LocalDate until) {

    /** Whether it names this rule, where it is broken by the answer to this case. */
    public boolean names(String brokenRule, String ofOperation, String underScenario) {
        return isOf(brokenRule) && isUnder(underScenario) && (operation == null || operation.fits(ofOperation));
    }

    /**
     * Whether it is of this scenario, by the condition's name or by the whole: of {@code gateway-key: unknown-key} both {@code
     * unknown-key} and {@code gateway-key: unknown-key}.
     */
    public boolean isUnder(String underScenario) {
        return isUnder(scenario, underScenario);
    }

    /** The same of the scenario that a waiver names, or null for every one. */
    public static boolean isUnder(@Nullable String scenario, String under) {
        return scenario == null || scenario.equals(under) || under.endsWith(": " + scenario);
    }

    /** Whether it names this rule, where it is broken by several answers together: those are of no one case. */
    public boolean names(String brokenRule) {
        return rule != null && isOf(brokenRule) && scenario == null && operation == null;
    }

    private boolean isOf(String brokenRule) {
        return rule == null || rule.equals(brokenRule);
    }

    /** Whether its last day is over. */
    public boolean hasExpired(LocalDate today) {
        return today.isAfter(until);
    }
}
