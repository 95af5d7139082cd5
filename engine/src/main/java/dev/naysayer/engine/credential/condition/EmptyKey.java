package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import java.util.List;

/** The place of the key is there, and no key in it. */
final class EmptyKey {

    // Byte for byte: a client may leave out what is empty, and cut off a blank.
    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.withoutToken(
                    info("empty-key", "an empty key in the key's place"),
                    good -> good.showing("").declared().sentVerbatim()),
            Variant.withoutToken(
                    info("blank-key", "a blank in the key's place"),
                    good -> good.showing(" ").declared().sentVerbatim()));

    private EmptyKey() {}

    private static ConditionInfo info(String name, String meaning) {
        return ConditionInfo.of(ConditionGroup.API_KEY, name, meaning)
                .needs()
                .noCredential()
                .changes("credential")
                .because("An empty key says no more than none.", Protection::refused);
    }
}
