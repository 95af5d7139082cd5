package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keys for tests, made when the test runs, in the forms in which a suite may give them. */
final class TrialKeys {

    private static final List<String> SETTINGS = List.of("key", "algorithm", "key-id");

    private TrialKeys() {}

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8 in PEM. */
    static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded()));
    }

    static String jwk(KeyPair pair) {
        return nimbus(pair).toJSONString();
    }

    static String publicJwk(KeyPair pair) {
        return nimbus(pair).toPublicJWK().toJSONString();
    }

    static String symmetricJwk(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return new OctetSequenceKey.Builder(secret).build().toJSONString();
    }

    private static JWK nimbus(KeyPair pair) {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).privateKey(pair.getPrivate()).build();
        }
        if (pair.getPublic() instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                    .privateKey(pair.getPrivate())
                    .build();
        }
        byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
        // The last 32 bytes of its SubjectPublicKeyInfo are the key itself (RFC 8410 section 4).
        byte[] spki = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x))
                .d(Base64URL.encode(d))
                .build();
    }

    /** A JWT with these claims that nobody signed. */
    static String unsigned(String claims) {
        return Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode(claims) + "." + Base64URL.encode("-");
    }

    /** A {@code mint} declaration in which each setting has a line of its own. */
    static NamedSettings declaration(String key, @Nullable String algorithm, @Nullable String keyId) {
        Map<String, Setting> settings = new TreeMap<>();
        settings.put("key", new Setting(at("key"), new Secret(key)));
        if (algorithm != null) {
            settings.put("algorithm", new Setting(at("algorithm"), new Secret(algorithm)));
        }
        if (keyId != null) {
            settings.put("key-id", new Setting(at("key-id"), new Secret(keyId)));
        }
        return new NamedSettings(new Position("orders.auth.yaml", 4, 5), "mint", settings);
    }

    static Position at(String setting) {
        return new Position("orders.auth.yaml", 5 + SETTINGS.indexOf(setting), 12);
    }
}
