package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Position;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.TrustedKey;
import dev.naysayer.engine.credential.UnusableSource;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A private key with the algorithm it signs by; safe to share between threads. */
final class SigningKey implements TrustedKey {

    private static final List<JWSAlgorithm> RSA = List.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.PS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512);
    private static final List<JWSAlgorithm> EC = List.of(JWSAlgorithm.ES256);
    private static final List<JWSAlgorithm> ED = List.of(JWSAlgorithm.EdDSA);

    private final JWSSigner signer;
    private final JWSAlgorithm algorithm;
    private final KeyMaterial material;
    private final @Nullable String keyId;

    private SigningKey(JWSSigner signer, JWSAlgorithm algorithm, KeyMaterial material, @Nullable String keyId) {
        this.signer = signer;
        this.algorithm = algorithm;
        this.material = material;
        this.keyId = keyId;
    }

    static SigningKey of(NamedSettings mint) throws UnusableSource {
        KeyMaterial material = KeyMaterial.parse(mint.get("key"));
        Position at = mint.get("key").at();
        PrivateKey key = material.key();
        JWSAlgorithm algorithm = algorithm(mint, material);
        String keyId = mint.text("key-id");
        try {
            JWSSigner signer = signer(key);
            signer.sign(new JWSHeader(algorithm), "a trial".getBytes(StandardCharsets.UTF_8));
            return new SigningKey(signer, algorithm, material, keyId == null ? material.keyId() : keyId);
        } catch (JOSEException | IllegalArgumentException e) {
            throw new UnusableSource(
                    at,
                    "the key does not sign by " + algorithm,
                    "RSA keys of at least 2048 bits sign RS256 and PS256, P-256 keys ES256, Ed25519 keys EdDSA");
        }
    }

    /** The header's {@code kid}, or null to send none. */
    @Nullable
    String keyId() {
        return keyId;
    }

    @Override
    public JWSAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public @Nullable PublicKey publicKey() {
        return material.publicKey();
    }

    @Override
    public byte[] sign(JWSAlgorithm by, byte[] input) throws NotObtainable {
        try {
            return signer.sign(new JWSHeader(by), input).decode();
        } catch (JOSEException e) {
            throw new NotObtainable(
                    "the key does not sign by " + by, "'mint' with a key that does, or leave this scenario out");
        }
    }

    private static JWSAlgorithm algorithm(NamedSettings mint, KeyMaterial material) throws UnusableSource {
        List<JWSAlgorithm> fitting = fitting(material.key());
        String declared = mint.text("algorithm") == null ? material.algorithm() : mint.text("algorithm");
        if (declared == null) {
            return fitting.get(0);
        }
        Position at = mint.text("algorithm") == null
                ? mint.get("key").at()
                : mint.get("algorithm").at();
        return fitting.stream()
                .filter(algorithm -> algorithm.getName().equals(declared))
                .findFirst()
                .orElseThrow(() -> new UnusableSource(
                        at, "the algorithm does not fit the key", "this key signs by one of: " + fitting));
    }

    private static List<JWSAlgorithm> fitting(PrivateKey key) {
        return key instanceof RSAPrivateKey ? RSA : key instanceof ECPrivateKey ? EC : ED;
    }

    private static JWSSigner signer(PrivateKey key) throws JOSEException {
        if (key instanceof RSAPrivateKey) {
            return new RSASSASigner(key);
        }
        return key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new Ed25519JwsSigner((EdECPrivateKey) key);
    }
}
