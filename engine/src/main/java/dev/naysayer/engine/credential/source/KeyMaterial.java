package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.engine.credential.UnusableSource;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key to sign with as a suite gives it: a JWK (RFC 7517), a PEM block in PKCS#8 (RFC 7468 section 10), or from a key store.
 *
 * @param key a private RSA, EC or Ed25519 key, or a secret that is shared with the API
 * @param publicKey its public half, or null where there is none or it cannot be told from the private one
 * @param algorithm the JWK's {@code alg}, or null
 * @param keyId the JWK's {@code kid}, or null
 */
record KeyMaterial(
        Key key,
        @Nullable PublicKey publicKey,
        @Nullable String algorithm,
        @Nullable String keyId) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Reads a key from a setting that is called {@code name}. */
    static KeyMaterial parse(String name, Setting setting) throws UnusableSource {
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
                "what '%s' refers to is no private key".formatted(name),
                "give a JWK with its private part, or a PEM block that begins with BEGIN PRIVATE KEY");
    }

    private static @Nullable KeyMaterial jwk(String text) {
        try {
            return of(JWK.parse(text));
        } catch (ParseException | JOSEException | GeneralSecurityException e) {
            // The exception's message may quote the text, which is the secret: it ends here.
            return null;
        }
    }

    /** What a JWK holds, or null where that is nothing to sign with. */
    static @Nullable KeyMaterial of(JWK jwk) throws JOSEException, GeneralSecurityException {
        String algorithm =
                jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
        String keyId = jwk.getKeyID();
        if (jwk instanceof OctetSequenceKey secret) {
            return new KeyMaterial(secret.toSecretKey(), null, algorithm, keyId);
        }
        if (jwk instanceof OctetKeyPair pair) {
            PrivateKey key = ed25519(pair);
            return key == null ? null : new KeyMaterial(key, ed25519Public(pair), algorithm, keyId);
        }
        PrivateKey key = jwk instanceof AsymmetricJWK asymmetric ? asymmetric.toPrivateKey() : null;
        return key == null ? null : new KeyMaterial(key, ((AsymmetricJWK) jwk).toPublicKey(), algorithm, keyId);
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

    /** RFC 8032 section 5.1.2: y with its lowest byte first, and the sign of x in the highest bit. */
    private static PublicKey ed25519Public(OctetKeyPair pair) throws GeneralSecurityException {
        byte[] bytes = pair.getX().decode();
        byte[] highestFirst = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            highestFirst[i] = bytes[bytes.length - 1 - i];
        }
        BigInteger number = new BigInteger(1, highestFirst);
        EdECPoint point = new EdECPoint(number.testBit(255), number.clearBit(255));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
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
