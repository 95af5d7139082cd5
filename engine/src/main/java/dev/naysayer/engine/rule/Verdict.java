package dev.naysayer.engine.rule;

import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.standard.Clause;
import org.jspecify.annotations.Nullable;

/** What one rule says of one case. */
public sealed interface Verdict {

    /** The answer keeps the rule. */
    record Passed() implements Verdict {}

    /**
     * The answer breaks the rule.
     *
     * @param expected what would have been right
     * @param actual what came
     * @param clause what this answer breaks, where that binds more or less than the rule as a whole; null where the rule's
     *     own level and source hold
     */
    record Violated(
            String expected, String actual, @Nullable Clause clause) implements Verdict {}

    /** The rule does not speak of such an answer. */
    record NotApplicable(String reason) implements Verdict {}

    /**
     * The rule speaks of such an answer, and this one does not let itself be judged.
     *
     * @param mover whose move it is
     */
    record Inconclusive(String reason, Mover mover) implements Verdict {}

    static Verdict passed() {
        return new Passed();
    }

    static Verdict violated(String expected, String actual) {
        return new Violated(expected, actual, null);
    }

    /** Breaks this clause, and not the one that the rule names in general. */
    static Verdict violated(String expected, String actual, Clause clause) {
        return new Violated(expected, actual, clause);
    }

    static Verdict notApplicable(String reason) {
        return new NotApplicable(reason);
    }

    /** What was asked for leads to what cannot be judged. */
    static Verdict inconclusive(String reason) {
        return inconclusive(reason, Mover.SUITE);
    }

    static Verdict inconclusive(String reason, Mover mover) {
        return new Inconclusive(reason, mover);
    }
}
