package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.engine.credential.UnusableSource;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private key as a suite gives it: a JWK (RFC 7517) or a PEM block in PKCS#8 (RFC 7468 section 10).
 *
 * @param key an RSA, EC or Ed25519 key
 * @param publicKey its public half, or null where it cannot be told from the private one
 * @param algorithm the JWK's {@code alg}, or null
 * @param keyId the JWK's {@code kid}, or null
 */
record KeyMaterial(
        PrivateKey key,
        @Nullable PublicKey publicKey,
        @Nullable String algorithm,
        @Nullable String keyId) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    static KeyMaterial parse(Setting setting) throws UnusableSource {
        String text = setting.value().reveal().strip();
        PrivateKey pem = text.startsWith(BEGIN) ? pem(text) : null;
        KeyMaterial material = pem == null ? jwk(text) : new KeyMaterial(pem, publicHalf(pem), null, null);
        if (material != null) {
            return material;
        }
        if (text.startsWith("-----BEGIN")) {
            throw new UnusableSource(
                    setting.at(),
                    "the PEM block holds no private key in PKCS#8",
                    "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem");
        }
        throw new UnusableSource(
                setting.at(),
                "what 'key' refers to is no private key",
                "give a JWK with its private part, or a PEM block that begins with BEGIN PRIVATE KEY");
    }

    private static @Nullable KeyMaterial jwk(String text) {
        try {
            JWK jwk = JWK.parse(text);
            PrivateKey key = jwk instanceof OctetKeyPair pair
                    ? ed25519(pair)
                    : jwk instanceof AsymmetricJWK asymmetric ? asymmetric.toPrivateKey() : null;
            String algorithm =
                    jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
            return key == null ? null : new KeyMaterial(key, publicHalf(key), algorithm, jwk.getKeyID());
        } catch (ParseException | JOSEException | GeneralSecurityException e) {
            // The exception's message may quote the text, which is the secret: it ends here.
            return null;
        }
    }

    private static @Nullable PublicKey publicHalf(PrivateKey key) {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            return null;
        }
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static @Nullable PrivateKey ed25519(OctetKeyPair pair) throws GeneralSecurityException {
        return pair.getD() == null || !pair.getCurve().equals(Curve.Ed25519)
                ? null
                : KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(
                                NamedParameterSpec.ED25519, pair.getD().decode()));
    }

    /** The block does not say which type of key it holds, so each is tried. */
    private static @Nullable PrivateKey pem(String text) {
        int end = text.indexOf(END);
        String content = text.substring(BEGIN.length(), end < 0 ? text.length() : end);
        return Stream.of("RSA", "EC", "Ed25519")
                .map(type -> pkcs8(type, content))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable PrivateKey pkcs8(String type, String content) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(content);
            return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }
}
