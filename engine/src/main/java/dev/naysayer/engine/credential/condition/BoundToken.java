package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.may;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.standard.Clause;
import java.util.List;
import java.util.Map;

/** The token is bound to a key that the client has to show, and it shows none. */
final class BoundToken {

    static final List<CredentialCondition> VARIANTS = List.of(
            of("cnf-jkt", "a token that is bound to a DPoP key, without a proof", may(rfc(9449, "7.2")), "jkt"),
            of("cnf-x5t", "a token that is bound to a certificate, without one", may(rfc(8705, "3")), "x5t#S256"));

    private BoundToken() {}

    private static CredentialCondition of(String name, String meaning, Clause source, String confirmation) {
        ConditionInfo info = ConditionInfo.of(JWT, name, meaning)
                .acceptedOrRefused(401)
                .changes("claim cnf")
                .because(
                        "An API that supports such tokens asks for the proof, and one that knows only bearer tokens takes them as such.",
                        source);
        return Variant.of(info, (good, forge) -> good.withClaim("cnf", Map.of(confirmation, thumbprint())));
    }

    private static String thumbprint() throws NotObtainable {
        try {
            return ForeignKeys.of(JWSAlgorithm.ES256).thumbprint();
        } catch (JOSEException e) {
            throw new NotObtainable("this JDK has no SHA-256", "a JDK that has");
        }
    }
}
