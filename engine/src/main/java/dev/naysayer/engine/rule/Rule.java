package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** One requirement that can be judged from one refusal: a pure function, without network, clock or log. */
public interface Rule {

    RuleInfo info();

    /** What the rule says of the answer to a bad credential. */
    Verdict judge(ContractCase it, Evidence evidence);
}
