package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import java.util.List;

/** User name and password do not belong together. */
final class WrongPassword {

    static final List<CredentialCondition> VARIANTS = List.of(
            BasicInfo.ofPair(
                    info(BasicInfo.of("wrong-password", "the good user name with a made-up password")
                            .core()),
                    good -> good.withPassword(MadeUp.like(good.password()))),
            BasicInfo.ofPair(
                    info(BasicInfo.of("unknown-user", "a made-up user name with the good password")
                            .core()),
                    good -> good.withUser(MadeUp.like(good.user()))),
            BasicInfo.ofPair(
                    info(BasicInfo.of("empty-password", "the good user name with an empty password")),
                    good -> different(good, good.withPassword(""))),
            BasicInfo.ofPair(
                    info(BasicInfo.of("empty-user", "an empty user name with the good password")),
                    good -> different(good, good.withUser(""))));

    private WrongPassword() {}

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.changes("text")
                .because(
                        "Whatever is wrong is answered alike, or strangers learn which users there are.",
                        must(rfc(7617, "2")));
    }

    private static Pair different(Pair good, Pair bad) throws NotObtainable {
        if (bad.equals(good)) {
            throw new NotObtainable(
                    "the good credential is empty there itself", "a user name and a password to its source");
        }
        return bad;
    }
}
