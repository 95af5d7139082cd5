package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.jwt.TrustedKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
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
    private static final Map<Curve, JWSAlgorithm> EC = Map.of(
            Curve.P_256, JWSAlgorithm.ES256,
            Curve.P_384, JWSAlgorithm.ES384,
            Curve.P_521, JWSAlgorithm.ES512);
    private static final List<JWSAlgorithm> ED = List.of(JWSAlgorithm.EdDSA);
    private static final List<JWSAlgorithm> HMAC = List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512);

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

    /** The key of a {@code mint} declaration, in whichever form it gives it. */
    static SigningKey of(NamedSettings mint) throws UnusableSource {
        Setting store = mint.settings().get("key-store");
        Setting algorithm = mint.settings().get("algorithm");
        return store == null
                ? of(KeyMaterial.parse("key", mint.get("key")), mint.get("key").at(), algorithm, mint.text("key-id"))
                : of(KeyStoreFile.read(mint), store.at(), algorithm, mint.text("key-id"));
    }

    /** The key that a setting holds, with the algorithm and the identifier that it names itself. */
    static SigningKey of(String name, Setting key) throws UnusableSource {
        return of(KeyMaterial.parse(name, key), key.at(), null, null);
    }

    /** A key that was made here, which names its algorithm. */
    static SigningKey of(JWK own) {
        try {
            KeyMaterial material = KeyMaterial.of(own);
            if (material != null && material.algorithm() != null) {
                JWSAlgorithm algorithm = JWSAlgorithm.parse(material.algorithm());
                return new SigningKey(signer(material.key()), algorithm, material, material.keyId());
            }
        } catch (JOSEException | GeneralSecurityException e) {
            // Told below, without the key.
        }
        throw new IllegalArgumentException("the key names no algorithm or does not sign");
    }

    private static SigningKey of(KeyMaterial material, Position at, @Nullable Setting declared, @Nullable String keyId)
            throws UnusableSource {
        JWSAlgorithm algorithm = algorithm(material, at, declared);
        try {
            JWSSigner signer = signer(material.key());
            // An RSA key that is long enough for the signer signs by all of its algorithms, and slowly.
            if (!(material.key() instanceof RSAPrivateKey)) {
                signer.sign(new JWSHeader(algorithm), "a trial".getBytes(StandardCharsets.UTF_8));
            }
            return new SigningKey(signer, algorithm, material, keyId == null ? material.keyId() : keyId);
        } catch (JOSEException | IllegalArgumentException e) {
            throw new UnusableSource(
                    at,
                    "the key does not sign by " + algorithm,
                    "RSA keys have at least 2048 bits; EC keys lie on P-256, P-384 or P-521");
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

    private static JWSAlgorithm algorithm(KeyMaterial material, Position keyAt, @Nullable Setting setting)
            throws UnusableSource {
        List<JWSAlgorithm> fitting = fitting(material.key(), keyAt);
        String declared =
                setting == null ? material.algorithm() : setting.value().reveal();
        if (declared == null) {
            return fitting.get(0);
        }
        return fitting.stream()
                .filter(algorithm -> algorithm.getName().equals(declared))
                .findFirst()
                .orElseThrow(() -> new UnusableSource(
                        setting == null ? keyAt : setting.at(),
                        "the algorithm does not fit the key",
                        "this key signs by one of: " + fitting));
    }

    private static List<JWSAlgorithm> fitting(Key key, Position at) throws UnusableSource {
        List<JWSAlgorithm> fitting = fitting(key);
        if (!fitting.isEmpty()) {
            return fitting;
        }
        throw key instanceof SecretKey
                ? new UnusableSource(
                        at,
                        "the shared secret is too short for HMAC",
                        "HS256 needs 32 bytes, HS384 48 and HS512 64 (RFC 7518 section 3.2)")
                : new UnusableSource(
                        at,
                        "no algorithm fits the key",
                        "use an RSA key, an EC key on P-256, P-384 or P-521, or an Ed25519 key");
    }

    private static List<JWSAlgorithm> fitting(Key key) {
        if (key instanceof SecretKey secret) {
            return byLength(secret);
        }
        if (key instanceof ECPrivateKey ec) {
            return byCurve(ec);
        }
        if (key instanceof EdECPrivateKey ed) {
            return NamedParameterSpec.ED25519.getName().equals(ed.getParams().getName()) ? ED : List.of();
        }
        return key instanceof RSAPrivateKey ? RSA : List.of();
    }

    /** A secret is at least as long as the hash (RFC 7518 section 3.2). */
    private static List<JWSAlgorithm> byLength(SecretKey secret) {
        byte[] bytes = secret.getEncoded();
        int bits = bytes == null ? 0 : bytes.length * 8;
        return HMAC.stream()
                .filter(algorithm -> Integer.parseInt(algorithm.getName().substring("HS".length())) <= bits)
                .toList();
    }

    private static List<JWSAlgorithm> byCurve(ECPrivateKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        return curve == null ? List.of() : Stream.ofNullable(EC.get(curve)).toList();
    }

    private static JWSSigner signer(Key key) throws JOSEException {
        if (key instanceof SecretKey secret) {
            return new MACSigner(secret);
        }
        if (key instanceof RSAPrivateKey rsa) {
            return new RSASSASigner(rsa);
        }
        return key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new Ed25519JwsSigner((EdECPrivateKey) key);
    }
}
