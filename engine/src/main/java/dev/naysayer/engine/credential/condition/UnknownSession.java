package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** There is a session's cookie, and no session that it names. */
final class UnknownSession {

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    of("empty-session", "an empty cookie in the place of the session's")
                            .needs()
                            .noCredential()
                            .changes("credential")
                            .because("An empty cookie says no more than none.", Protection::refused),
                    good -> good.showing("").declared().sentVerbatim()),
            Variant.ofText(
                    info(of("unknown-session", "a made-up session, as long as the good one")
                            .core()),
                    MadeUp.TEXT),
            Variant.ofText(
                    info(of("altered-session", "the good session with the character in its middle changed")
                            .core()),
                    TextChanges::mutated));

    private UnknownSession() {}

    private static ConditionInfo.Builder of(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.SESSION, name, meaning);
    }

    private static ConditionInfo info(ConditionInfo.Builder builder) {
        return builder.errors(Expectation.NO_ERROR)
                .changes("text")
                .because(
                        "Who guesses or changes a session's name would be in somebody else's session.",
                        Protection::refused);
    }
}
