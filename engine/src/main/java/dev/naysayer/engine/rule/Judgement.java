package dev.naysayer.engine.rule;

import dev.naysayer.engine.standard.Clause;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.engine.standard.SpecReference;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one case.
 *
 * @param rule the rule's words
 * @param standing why it says anything, and how binding it is
 * @param verdict what it says
 */
public record Judgement(RuleInfo rule, Standing standing, Verdict verdict) {

    /** How binding what it says is: as the suite or a profile sets it, else as the clause that is broken, else as the rule. */
    public Level level() {
        Clause clause = clause();
        return clause == null || standing.because() != null ? standing.level() : clause.level();
    }

    /** Where it is written down. */
    public SpecReference source() {
        Clause clause = clause();
        return clause == null ? rule.source() : clause.source();
    }

    private @Nullable Clause clause() {
        return verdict instanceof Verdict.Violated violated ? violated.clause() : null;
    }

    /** The same words, bound by what binds another. */
    public Judgement boundBy(Judgement other) {
        return verdict instanceof Verdict.Violated violated && !equals(other)
                ? new Judgement(
                        rule,
                        other.standing,
                        Verdict.violated(
                                violated.expected(), violated.actual(), new Clause(other.level(), other.source())))
                : this;
    }

    /** The same rule with another verdict. */
    public Judgement with(Verdict other) {
        return new Judgement(rule, standing, other);
    }
}
