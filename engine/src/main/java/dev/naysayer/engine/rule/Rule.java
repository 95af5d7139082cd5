package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** One requirement that can be judged from one refusal: a pure function, without network, clock or log. */
public interface Rule {

    RuleInfo info();

    /** Whether the rule also speaks of answers that are no refusal (4xx): a resource served, a redirect, a crash. */
    default boolean speaksOfEveryAnswer() {
        return false;
    }

    /** Whether the rule says anything of such a credential; where not, an outcome does not mention it. */
    default boolean concerns(ContractCase it) {
        return true;
    }

    /** What the rule says of the answer to a bad credential. */
    Verdict judge(ContractCase it, Evidence evidence);
}
