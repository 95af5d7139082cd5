package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** A rule that is nothing but data: which credentials it is about, and what has to become of them. */
public interface AdmissionRule extends FateRule {

    Admission admission();

    @Override
    default RuleInfo info() {
        return admission().info();
    }

    /** There are many of them, and each is about few conditions. */
    @Override
    default boolean concerns(ContractCase it) {
        return admission().concerns(it);
    }

    @Override
    default Verdict judge(ContractCase it, Evidence evidence) {
        return admission().judge(it, evidence);
    }
}
