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

    /** Whether a rule that is told once also speaks of what answers to log-ins do to cookies. */
    default boolean speaksOfLogins() {
        return false;
    }

    /**
     * Whether the rule speaks of what servers, gateways and frameworks add to every answer alike or leave out of it, whatever was
     * presented. That is mended in one place, so it is told once for all answers of a suite, and colours none of its cases.
     */
    default boolean isToldOnce() {
        return false;
    }

    /** The rule's words for this case, where they depend on what was presented. */
    default RuleInfo info(ContractCase it) {
        return info();
    }

    /** What the rule says of the answer to a bad credential. */
    Verdict judge(ContractCase it, Evidence evidence);
}
