package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Protection;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The request carries no credential. */
final class NoToken {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.withoutToken(
            ConditionInfo.of(ConditionGroup.CARRIAGE, "no-token", "no credential at all")
                    .core()
                    .appliesTo(Trait.ANY)
                    .needs()
                    .noCredential()
                    .changes("credential")
                    .because(
                            "Who presents nothing is told how to authenticate, and no error that did not happen.",
                            Protection::refused),
            Carriage.NOTHING));

    private NoToken() {}
}
