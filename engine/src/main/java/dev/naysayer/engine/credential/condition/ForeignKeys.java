package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.Signing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys that no API trusts: one of each kind, made when it is first asked for, and kept, because making one takes time. */
final class ForeignKeys {

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    /** Long enough for any algorithm, so that nothing is wrong with it but that nobody trusts it. */
    private static final byte[] SECRET =
            "a secret of naysayer's own, which no API trusts, and none shall.".getBytes(StandardCharsets.UTF_8);

    private ForeignKeys() {}

    /** A key that signs by the good token's algorithm, so that nothing but the key is wrong. */
    static ForeignKey like(JwtDraft good) throws NotObtainable {
        return of(good.algorithm());
    }

    /** A signature by the good token's algorithm, where that takes a shared secret too. */
    static Signing.Forged signatureLike(JwtDraft good) throws NotObtainable {
        JWSAlgorithm algorithm = good.algorithm();
        return JWSAlgorithm.Family.HMAC_SHA.contains(algorithm) ? new Hmac(algorithm, SECRET) : of(algorithm);
    }

    /** A key that signs by this algorithm. */
    static ForeignKey of(JWSAlgorithm algorithm) throws NotObtainable {
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return new ForeignKey(
                    made("RSA", "2048 bits", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)), algorithm);
        }
        if (JWSAlgorithm.Family.EC.contains(algorithm)
                && !Curve.forJWSAlgorithm(algorithm).contains(Curve.SECP256K1)) {
            Curve curve = Curve.forJWSAlgorithm(algorithm).iterator().next();
            return new ForeignKey(made("EC", curve.getName(), curve.toECParameterSpec()), algorithm);
        }
        if (JWSAlgorithm.EdDSA.equals(algorithm) || JWSAlgorithm.Ed25519.equals(algorithm)) {
            return new ForeignKey(made("Ed25519", "", NamedParameterSpec.ED25519), algorithm);
        }
        throw new NotObtainable(
                "the good token is signed by '%s', for which no foreign key can be made".formatted(algorithm),
                "a source whose tokens are signed with a private key, or leave this scenario out");
    }

    private static KeyPair made(String type, String variety, AlgorithmParameterSpec parameters) throws NotObtainable {
        String kind = type + " " + variety;
        KeyPair known = MADE.get(kind);
        if (known != null) {
            return known;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(parameters);
            KeyPair made = generator.generateKeyPair();
            KeyPair first = MADE.putIfAbsent(kind, made);
            return first == null ? made : first;
        } catch (GeneralSecurityException e) {
            throw new NotObtainable("this JDK makes no %s key".formatted(type), "a JDK that does");
        }
    }
}
