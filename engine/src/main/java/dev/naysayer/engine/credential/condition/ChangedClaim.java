package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtChange;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One claim is different. */
final class ChangedClaim {

    private ChangedClaim() {}

    /** The claim has this value. */
    static JwtChange to(String name, @Nullable Object value) {
        return (good, forge) -> good.withClaim(name, value);
    }

    /** The claim is not there; a good token without it would pass for a bad one. */
    static JwtChange without(String name) {
        return (good, forge) -> {
            good.claim(name);
            return good.withoutClaim(name);
        };
    }

    /** The claim, which is a text, is spelled differently. */
    static JwtChange spelled(String name, UnaryOperator<String> spelling) {
        return (good, forge) -> good.withClaim(name, respelled(good.claimText(name), spelling));
    }

    /** The text in another spelling, which must be another text. */
    static String respelled(String text, UnaryOperator<String> spelling) throws NotObtainable {
        String other = spelling.apply(text);
        if (other.equals(text)) {
            throw new NotObtainable(
                    "what the good token says cannot be spelled in that way",
                    "a source whose tokens say it differently, or leave this scenario out");
        }
        return other;
    }
}
