package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Trait;
import java.util.List;

/** The good credential comes first on a connection, then a request without one. */
final class NoneAfterValid {

    static final List<CredentialCondition> VARIANTS = List.of(Variant.ofCarriage(
                    CarriageInfo.of(
                                    "none-after-valid",
                                    "no credential, on a connection on which the good one came before")
                            .core()
                            .appliesTo(Trait.ANY)
                            .noCredential()
                            .changes("credential")
                            .because(
                                    "Proxies share connections, so each request has to prove for itself who asks.",
                                    must(rfc(9110, "16.4.2"))),
                    good -> good.withSecrets(Credential.NONE).afterGood(good.declared()))
            .except(operation -> operation.control().sent()
                    ? null
                    : "the suite says 'control: off', and the good credential would go first"));

    private NoneAfterValid() {}
}
