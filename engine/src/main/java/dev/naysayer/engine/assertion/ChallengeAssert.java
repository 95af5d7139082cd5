package dev.naysayer.engine.assertion;

import dev.naysayer.engine.evidence.Challenge;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** What can be asserted of the challenges of one scheme: one of them has all that is asked for. */
public final class ChallengeAssert extends AbstractAssert<ChallengeAssert, List<Challenge>> {

    private final RefusalAssert refusal;

    ChallengeAssert(List<Challenge> challenges, RefusalAssert refusal) {
        super(challenges, ChallengeAssert.class);
        this.refusal = refusal;
    }

    /**
     * Its error code is this one (RFC 6750 section 3.1).
     *
     * @param code {@code invalid_token}
     */
    public ChallengeAssert withError(String code) {
        return withParameter("error", code);
    }

    /**
     * It names just this scope, several parted by a blank (RFC 6750 section 3).
     *
     * @param scope {@code orders:read}
     */
    public ChallengeAssert withScope(String scope) {
        return withParameter("scope", scope);
    }

    /** Its realm is this one (RFC 9110 section 11.5). */
    public ChallengeAssert withRealm(String realm) {
        return withParameter("realm", realm);
    }

    /**
     * It has a parameter of this name and value.
     *
     * @param name compared without regard to case
     */
    public ChallengeAssert withParameter(String name, String value) {
        return narrowed("%s=\"%s\"".formatted(name, value), challenge -> value.equals(challenge.param(name)));
    }

    /** It has no error code. */
    public ChallengeAssert withoutError() {
        return narrowed("a challenge without an error code", challenge -> challenge.param("error") == null);
    }

    /** Goes back to the answer as a whole. */
    public RefusalAssert and() {
        return refusal;
    }

    private ChallengeAssert narrowed(String expected, Predicate<Challenge> wanted) {
        List<Challenge> left = actual.stream().filter(wanted).toList();
        if (left.isEmpty()) {
            throw refusal.differs(expected, refusal.field());
        }
        return new ChallengeAssert(left, refusal);
    }
}
