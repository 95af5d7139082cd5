package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.answer.Rules;
import java.time.Duration;
import java.util.function.Function;

/** A rule of whose verdict only the way to it matters. */
public record StrangeRule(Function<Evidence, Verdict> verdict) implements Rule {

    public static Rule that(Function<Evidence, Verdict> verdict) {
        return new StrangeRule(verdict);
    }

    /** Deaf to interruption, as a regular expression is. */
    public static Verdict busy(Duration time) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            Thread.onSpinWait();
        }
        return Verdict.passed();
    }

    @Override
    public RuleInfo info() {
        return Rules.ALL.get(0).info();
    }

    @Override
    public Verdict judge(ContractCase it, Evidence evidence) {
        return verdict.apply(evidence);
    }
}
