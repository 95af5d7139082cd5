package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.jwt.JwtChange;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The login is what a challenge asks for, whatever the suite says of it.
 *
 * @param acr the class of the login, or null where the challenge names none
 * @param maxAge how long ago the user may have logged in, or null where the challenge does not say
 */
record ChallengedLogin(@Nullable String acr, @Nullable Duration maxAge) implements CredentialCondition, JwtChange {

    @Override
    public ConditionInfo info() {
        return ConditionInfo.of(
                        ConditionGroup.STEP_UP,
                        "challenged-step-up",
                        "a good token of just the login that a challenge asks for")
                .accepted()
                .changes(changes().toArray(String[]::new))
                .because("A user who has logged in as asked must not be asked once more.", must(rfc(9470, "3")));
    }

    private List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (acr != null) {
            changes.add("acr " + acr);
        }
        if (maxAge != null) {
            changes.add("max_age " + maxAge.toSeconds());
        }
        return changes;
    }

    @Override
    public Blueprint applyTo(Blueprint good) {
        return good.withNeed(new TokenNeed.Forged(this));
    }

    /** Of just the right age; where that would depend on clocks, of now. */
    @Override
    public JwtDraft apply(JwtDraft good, JwtForge forge) throws NotObtainable {
        // Only who has the key can say of a login what the issuer did not.
        forge.trustedKey();
        JwtDraft draft = acr == null ? good : good.withClaim("acr", acr);
        return maxAge == null
                ? draft
                : draft.withClaim(
                        "auth_time", forge.now().minus(age(forge, maxAge)).getEpochSecond());
    }

    private static Duration age(JwtForge forge, Duration maxAge) {
        try {
            return FreshLogin.oldest(maxAge, forge);
        } catch (NotObtainable e) {
            return Duration.ZERO;
        }
    }
}
