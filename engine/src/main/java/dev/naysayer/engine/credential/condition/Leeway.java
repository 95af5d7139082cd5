package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.time.Duration;

/** Times that lie within what an API grants clocks that differ. */
final class Leeway {

    private Leeway() {}

    static Duration half(JwtForge forge) throws NotObtainable {
        if (forge.leeway().toSeconds() < 2) {
            throw new NotObtainable("the suite's 'leeway' leaves no time in between", "a longer 'leeway'");
        }
        return Duration.ofSeconds(forge.leeway().toSeconds() / 2);
    }
}
