package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.credential.ConditionGroup.JWT;
import static dev.naysayer.engine.standard.Clause.must;
import static dev.naysayer.engine.standard.SpecReference.rfc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.BigIntegerUtils;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.Need;
import dev.naysayer.engine.credential.NotObtainable;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;

/** The key that everybody may read was taken for a shared secret. */
final class HmacPublicKey {

    static final List<CredentialCondition> VARIANTS = List.of(
            of(words("hmac-public-key-pem", "its PEM text").core(), key -> utf8(pem(key))),
            of(
                    words("hmac-public-key-pem-newline", "its PEM text with a line end behind it"),
                    key -> utf8(pem(key) + "\n")),
            of(words("hmac-public-key-der", "its DER bytes"), PublicKey::getEncoded),
            of(words("hmac-public-key-jwk", "its JWK"), key -> utf8(jwk(key))),
            of(
                    words("hmac-public-key-modulus", "its modulus"),
                    key -> BigIntegerUtils.toBytesUnsigned(rsa(key).getModulus())));

    private HmacPublicKey() {}

    /** What a server may have at hand where it looks for the secret. */
    private interface Form {

        byte[] of(PublicKey key) throws NotObtainable;
    }

    private static ConditionInfo.Builder words(String name, String form) {
        return ConditionInfo.of(JWT, name, "a token signed by HS256 with the API's public key as the secret: " + form);
    }

    private static CredentialCondition of(ConditionInfo.Builder words, Form form) {
        ConditionInfo info = words.needs(Need.PUBLIC_KEY)
                .changes("header alg", "signature")
                .because(
                        "If the token may choose HS256, the public key becomes a secret that everybody knows.",
                        must(rfc(8725, "3.1")));
        return Variant.of(info, (good, forge) -> {
            byte[] secret = form.of(forge.publicKey(good));
            return good.withHeader("alg", JWSAlgorithm.HS256.getName()).signedBy(new Hmac(JWSAlgorithm.HS256, secret));
        });
    }

    private static String pem(PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, utf8("\n")).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    }

    private static String jwk(PublicKey key) throws NotObtainable {
        if (key instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                    .build()
                    .toJSONString();
        }
        return new RSAKey.Builder(rsa(key)).build().toJSONString();
    }

    private static RSAPublicKey rsa(PublicKey key) throws NotObtainable {
        if (key instanceof RSAPublicKey rsa) {
            return rsa;
        }
        throw new NotObtainable(
                "the key that the API trusts is no RSA key", "'mint' with an RSA key, or leave this scenario out");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
