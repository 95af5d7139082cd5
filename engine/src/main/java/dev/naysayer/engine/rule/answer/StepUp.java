package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Challenge;
import dev.naysayer.engine.evidence.Evidence;
import java.util.List;

/** What the rules about step-up authentication look at: the challenges that may ask for it (RFC 9470 section 3). */
final class StepUp {

    static final String CODE = "insufficient_user_authentication";

    private StepUp() {}

    /** The challenges that take OAuth tokens. */
    static List<Challenge> challenges(Evidence evidence) {
        return evidence.challenges().stream()
                .filter(challenge -> challenge.hasScheme("Bearer") || challenge.hasScheme("DPoP"))
                .toList();
    }

    /** Those of them that ask for another authentication. */
    static List<Challenge> demands(Evidence evidence) {
        return challenges(evidence).stream()
                .filter(challenge -> CODE.equals(challenge.param("error")))
                .toList();
    }
}
