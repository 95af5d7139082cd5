package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JOSEException;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.util.Base64;
import java.util.List;

/** The token brings the key that is to verify it. */
final class BroughtKey {

    /** Reserved by RFC 6761: no name server knows it, so nobody is asked for the key. */
    private static final String NOWHERE = "https://keys.naysayer.invalid/";

    static final List<CredentialCondition> VARIANTS = List.of(
            of(
                    words("jwk-embedded", "in its jwk", "jwk").core(),
                    (good, key, forge) -> good.withHeader("jwk", key.jwk())),
            of(
                    words("jku-foreign", "at the URL in its jku", "jku"),
                    (good, key, forge) -> good.withHeader("jku", NOWHERE + "jwks.json")),
            of(
                    words("x5u-foreign", "at the URL in its x5u", "x5u"),
                    (good, key, forge) -> good.withHeader("x5u", NOWHERE + "certificate.pem")),
            of(
                    words("x5c-self-signed", "in the self-signed certificate in its x5c", "x5c"),
                    (good, key, forge) -> good.withHeader("x5c", List.of(certificate(key, forge)))));

    private BroughtKey() {}

    /** Shows where the key is to be found. */
    private interface Pointer {

        JwtDraft apply(JwtDraft good, ForeignKey key, JwtForge forge) throws NotObtainable;
    }

    private static ConditionInfo.Builder words(String name, String where, String member) {
        return ConditionInfo.of(JWT, name, "a token signed with a made-up key, which is to be found " + where)
                .changes("header " + member, "signature");
    }

    private static CredentialCondition of(ConditionInfo.Builder words, Pointer pointer) {
        ConditionInfo info = words.needs(Need.JWT)
                .because("A token that may bring its own key can be made by anybody.", must(rfc(8725, "3.8")));
        return Variant.of(info, (good, forge) -> {
            ForeignKey key = ForeignKeys.like(good);
            return pointer.apply(good, key, forge).signedBy(key);
        });
    }

    private static String certificate(ForeignKey key, JwtForge forge) throws NotObtainable {
        try {
            return Base64.getEncoder().encodeToString(SelfSignedCertificate.of(key, forge.now()));
        } catch (JOSEException e) {
            throw new NotObtainable("this JDK cannot sign a certificate", "a JDK that can");
        }
    }
}
