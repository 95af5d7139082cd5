package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The user name has a control character. */
final class ControlInUser {

    // At the end, where a reader that trims or that stops at NUL would find the good user name.
    static final List<CredentialCondition> VARIANTS = List.of(
            BasicInfo.ofPair(
                    info("user-control-character", "the good user name with a control character (0x01) behind it"),
                    good -> good.withUser(good.user() + '\u0001')),
            BasicInfo.ofPair(
                    info("user-nul", "the good user name with a NUL behind it"),
                    good -> good.withUser(good.user() + '\0')));

    private ControlInUser() {}

    private static ConditionInfo info(String name, String meaning) {
        return BasicInfo.of(name, meaning)
                .refused(401, 400)
                .changes("text")
                .because("A user name has no control characters.", must(rfc(7617, "2")));
    }
}
