package dev.naysayer.engine.rule;

/**
 * What a rule says of one case.
 *
 * @param rule the rule's words
 * @param standing why it says anything, and how binding it is
 * @param verdict what it says
 */
public record Judgement(RuleInfo rule, Standing standing, Verdict verdict) {

    /** The same rule with another verdict. */
    public Judgement with(Verdict other) {
        return new Judgement(rule, standing, other);
    }
}
