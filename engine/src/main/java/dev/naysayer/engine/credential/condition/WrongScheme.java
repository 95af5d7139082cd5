package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** The good credential travels under an auth-scheme that nobody knows. */
final class WrongScheme {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
            ConditionInfo.of(
                            ConditionGroup.CARRIAGE,
                            "wrong-scheme",
                            "the good credential under an auth-scheme the API does not support")
                    .core()
                    .noCredential()
                    .changes("auth-scheme")
                    .because(
                            "An auth-scheme that the API does not support carries nothing that it could judge.",
                            "RFC 6750 section 3.1"),
            good -> Credential.of(
                    List.of(new Credential.Part(
                            good.name(), new Secret("Unknown " + good.value().reveal()))),
                    good.value())));

    private WrongScheme() {}
}
