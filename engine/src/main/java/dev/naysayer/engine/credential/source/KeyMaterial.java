package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
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
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
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

    /** Each subject of a suite may sign with one key, which is read and then opened: to prove it takes as long as a dozen signatures. */
    private static final Map<Secret, KeyMaterial> PROVEN = Collections.synchronizedMap(new WeakHashMap<>());

    /** Reads a key from a setting that is called {@code name}. */
    static KeyMaterial parse(String name, Setting setting) throws UnusableSource {
        KeyMaterial proven = PROVEN.get(setting.value());
        if (proven != null) {
            return proven;
        }
        String text = setting.value().reveal().strip();
        try {
            int pem = text.indexOf(BEGIN);
            KeyMaterial material = pem >= 0 ? pem(text.substring(pem)) : jwk(text);
            PROVEN.put(setting.value(), material);
            return material;
        } catch (Unfit e) {
            throw new UnusableSource(
                    setting.at(), "what '%s' refers to %s".formatted(name, e.found.is()), e.found.nextStep());
        }
    }

    /** A text that is no key to sign with; it quotes nothing of it. */
    private static final class Unfit extends Exception {

        private static final long serialVersionUID = 1;

        final transient NoSigningKey found;

        Unfit(NoSigningKey found) {
            super(found.is());
            this.found = found;
        }
    }

    private static KeyMaterial jwk(String text) throws Unfit {
        if (!text.startsWith("{")) {
            throw new Unfit(NoSigningKey.of(text));
        }
        try {
            Optional<NoSigningKey> forbidden = NoSigningKey.jwk(JSONObjectUtils.parse(text));
            KeyMaterial material = forbidden.isPresent() ? null : of(JWK.parse(text));
            if (material == null) {
                throw new Unfit(forbidden.orElseGet(() -> NoSigningKey.of(text)));
            }
            if (material.publicKey() != null && !KeyPairFit.fits(material.key(), material.publicKey())) {
                throw new Unfit(new NoSigningKey(
                        "is a JWK whose public and private part do not belong together",
                        "give it as it was made, with all parts of one key"));
            }
            return material;
        } catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException e) {
            // The exception's message may quote the text, which is the secret: it ends here. What makes keys of numbers
            // throws unchecked exceptions too where they are none.
            throw new Unfit(NoSigningKey.of(text));
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
    private static KeyMaterial pem(String text) throws Unfit {
        int end = text.indexOf(END);
        if (end < 0) {
            throw new Unfit(new NoSigningKey("is a PEM block without its END line", "give all of the file"));
        }
        byte[] encoded = decoded(text.substring(BEGIN.length(), end));
        PrivateKey key = Stream.of("RSA", "EC", "Ed25519")
                .map(type -> pkcs8(type, encoded))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Unfit(NoSigningKey.of(encoded)));
        return new KeyMaterial(key, publicHalf(key), null, null);
    }

    private static byte[] decoded(String content) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static @Nullable PrivateKey pkcs8(String type, byte[] encoded) {
        try {
            return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
