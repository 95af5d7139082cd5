package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.time.Duration;

/** Logins that every API has to take for fresh, however its clock goes. */
final class FreshLogin {

    /** A request may be on its way, and wait for its turn. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    private FreshLogin() {}

    /** How long ago the oldest of them is. */
    static Duration oldest(Duration maxAge, JwtForge forge) throws NotObtainable {
        Duration oldest = maxAge.minus(forge.leeway()).minus(ON_THE_WAY);
        if (oldest.isNegative() || oldest.isZero()) {
            throw new NotObtainable(
                    "within the suite's 'leeway' and %d s for its way the login may be too old already"
                            .formatted(ON_THE_WAY.toSeconds()),
                    "a 'leeway' that is shorter than 'max-age'");
        }
        return oldest;
    }
}
