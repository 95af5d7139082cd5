package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;

/** A refusal for the want of a scope (RFC 6750 section 3.1). */
final class InsufficientScope {

    private InsufficientScope() {}

    /** The challenges that say so, in the scheme of the credential. */
    static List<Challenge> challenges(ContractCase it, Evidence evidence) {
        return evidence.challenges(it.scheme().challengeScheme()).stream()
                .filter(challenge -> "insufficient_scope".equals(challenge.param("error")))
                .toList();
    }
}
