package dev.naysayer.engine.credential;

import java.util.function.UnaryOperator;

/**
 * What was seen of one thing that a run depends on, before the run.
 *
 * @param of what was looked at, {@code target https://orders.example}
 * @param health whether the run can rely on it
 * @param words what was seen; where it is not well, what it means and what to do
 */
public record Diagnosis(String of, Health health, String words) {

    /** Whether a run can rely on something. */
    public enum Health {
        /** It holds. */
        WELL,
        /** It could not be looked at, or leaves something untested. */
        OPEN,
        /** It does not hold: what a run says would not be worth much. */
        ILL
    }

    /** It holds. */
    public static Diagnosis well(String of, String words) {
        return new Diagnosis(of, Health.WELL, words);
    }

    /** It is not known whether it holds, or something stays untested. */
    public static Diagnosis open(String of, String words) {
        return new Diagnosis(of, Health.OPEN, words);
    }

    /** It does not hold. */
    public static Diagnosis ill(String of, String words) {
        return new Diagnosis(of, Health.ILL, words);
    }

    /** The same in words that another hand went over. */
    public Diagnosis said(UnaryOperator<String> by) {
        return new Diagnosis(by.apply(of), health, by.apply(words));
    }
}
