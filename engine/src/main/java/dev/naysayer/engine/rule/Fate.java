package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;

/** What became of a credential: a claim about what was served, not about a number. */
final class Fate {

    private Fate() {}

    /** Whether the answer serves what the credential must not open. */
    static boolean gotThrough(ContractCase it, Evidence evidence) {
        return it.letsIn(evidence.status()) && !isRefusal(it, evidence.status());
    }

    /** A status that the case expects refuses, also where the control ends with it. */
    private static boolean isRefusal(ContractCase it, int status) {
        return it.expectation().statuses().refusals().contains(status);
    }

    /** {@code 200}; of a status that only the control has, that it is the control's. */
    static String words(int status) {
        return status < 300 ? String.valueOf(status) : status + ", as the good credential";
    }
}
