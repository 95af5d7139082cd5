package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import java.util.List;
import java.util.Map;

/** The token is bound to a key that the client has to show, and it shows none. */
final class BoundToken {

    static final List<CredentialCondition> VARIANTS = List.of(
            of("cnf-jkt", "a token that is bound to a DPoP key, without a proof", "RFC 9449 section 7.2", "jkt"),
            of("cnf-x5t", "a token that is bound to a certificate, without one", "RFC 8705 section 3", "x5t#S256"));

    private BoundToken() {}

    private static CredentialCondition of(String name, String meaning, String source, String confirmation) {
        ConditionInfo info = ConditionInfo.of(JWT, name, meaning)
                .changes("claim cnf")
                .because("A token is bound to a key so that a thief cannot use it.", source);
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
