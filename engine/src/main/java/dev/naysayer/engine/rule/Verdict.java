package dev.naysayer.engine.rule;

/** What one rule says of one case. */
public sealed interface Verdict {

    /** The answer keeps the rule. */
    record Passed() implements Verdict {}

    /**
     * The answer breaks the rule.
     *
     * @param expected what would have been right
     * @param actual what came
     */
    record Violated(String expected, String actual) implements Verdict {}

    /** The rule does not speak of such an answer. */
    record NotApplicable(String reason) implements Verdict {}

    /** The rule speaks of such an answer, and this one does not let itself be judged. */
    record Inconclusive(String reason) implements Verdict {}

    static Verdict passed() {
        return new Passed();
    }

    static Verdict violated(String expected, String actual) {
        return new Violated(expected, actual);
    }

    static Verdict notApplicable(String reason) {
        return new NotApplicable(reason);
    }

    static Verdict inconclusive(String reason) {
        return new Inconclusive(reason);
    }
}
