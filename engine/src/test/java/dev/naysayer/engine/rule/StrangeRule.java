package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.time.Duration;
import java.util.function.Function;

/** A rule of whose verdict only the way to it matters. */
record StrangeRule(Function<Evidence, Verdict> verdict) implements Rule {

    static Rule that(Function<Evidence, Verdict> verdict) {
        return new StrangeRule(verdict);
    }

    static Verdict slept(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
