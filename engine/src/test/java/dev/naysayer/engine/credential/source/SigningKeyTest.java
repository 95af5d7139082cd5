package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.UnusableSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of every kind sign, and what is no key is told without its text. */
class SigningKeyTest {

    private static final KeyPair RSA = TrialKeys.rsa(2048);
    private static final KeyPair SHORT_RSA = TrialKeys.rsa(1024);
    private static final KeyPair P256 = TrialKeys.ec("secp256r1");
    private static final KeyPair P384 = TrialKeys.ec("secp384r1");
    private static final KeyPair ED25519 = TrialKeys.ed25519();

    private static final byte[] TEXT = "what is signed".getBytes(StandardCharsets.UTF_8);

    private static final String NO_KEY = "what 'key' refers to is no private key";
    private static final String GIVE_A_KEY =
            "give a JWK with its private part, or a PEM block that begins with BEGIN PRIVATE KEY";
    private static final String NO_PKCS8 = "the PEM block holds no private key in PKCS#8";
    private static final String CONVERT = "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem";
    private static final String DOES_NOT_FIT = "the algorithm does not fit the key";
    private static final String WHAT_FITS =
            "RSA keys of at least 2048 bits sign RS256 and PS256, P-256 keys ES256, Ed25519 keys EdDSA";

    /** A key as a suite gives it, and the public half that has to verify. */
    record Usable(String name, String key, @Nullable String algorithm, JWSAlgorithm signsBy, PublicKey verifiesBy) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** A key as no suite should give it, and what is said of it at which key of the declaration. */
    record Wrong(String name, String key, @Nullable String algorithm, String at, String message, String nextStep) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Usable> usable_keys() {
        return Stream.of(
                new Usable("RSA JWK", TrialKeys.jwk(RSA), null, JWSAlgorithm.RS256, RSA.getPublic()),
                new Usable("RSA PEM", TrialKeys.pem(RSA), null, JWSAlgorithm.RS256, RSA.getPublic()),
                new Usable("RSA JWK, RS256", TrialKeys.jwk(RSA), "RS256", JWSAlgorithm.RS256, RSA.getPublic()),
                new Usable("RSA JWK, PS256", TrialKeys.jwk(RSA), "PS256", JWSAlgorithm.PS256, RSA.getPublic()),
                new Usable("RSA PEM, PS256", TrialKeys.pem(RSA), "PS256", JWSAlgorithm.PS256, RSA.getPublic()),
                new Usable("P-256 JWK", TrialKeys.jwk(P256), null, JWSAlgorithm.ES256, P256.getPublic()),
                new Usable("P-256 PEM, ES256", TrialKeys.pem(P256), "ES256", JWSAlgorithm.ES256, P256.getPublic()),
                new Usable("Ed25519 JWK", TrialKeys.jwk(ED25519), null, JWSAlgorithm.EdDSA, ED25519.getPublic()),
                new Usable(
                        "Ed25519 PEM, EdDSA", TrialKeys.pem(ED25519), "EdDSA", JWSAlgorithm.EdDSA, ED25519.getPublic()),
                new Usable("indented PEM", "\n  " + TrialKeys.pem(P256), null, JWSAlgorithm.ES256, P256.getPublic()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usable_keys")
    void a_key_signs_what_its_public_half_verifies(Usable given) throws Exception {
        SigningKey key = SigningKey.of(TrialKeys.declaration(given.key(), given.algorithm(), null));
        Base64URL signature = Base64URL.encode(key.sign(key.algorithm(), TEXT));

        assertThat(key.algorithm()).isEqualTo(given.signsBy());
        assertThat(verifies(given.verifiesBy(), key.algorithm(), signature)).isTrue();
    }

    static Stream<Wrong> wrong_keys() {
        String pkcs1 = TrialKeys.pem(RSA).replace("PRIVATE KEY", "RSA PRIVATE KEY");
        String encrypted = TrialKeys.pem(RSA).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        String noBytes = "-----BEGIN PRIVATE KEY-----\nbm8ta2V5LWF0LWFsbC1idXQtYS1zZWNyZXQ=\n-----END PRIVATE KEY-----";
        return Stream.of(
                new Wrong("a password", "correct-horse-battery-staple", null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("nothing", "", null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("a public RSA JWK", TrialKeys.publicJwk(RSA), null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("a public EC JWK", TrialKeys.publicJwk(P256), null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("a public Ed25519 JWK", TrialKeys.publicJwk(ED25519), null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("a symmetric JWK", TrialKeys.symmetricJwk(), null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("a PKCS#1 PEM", pkcs1, null, "key", NO_PKCS8, CONVERT),
                new Wrong("an encrypted PEM", encrypted, null, "key", NO_PKCS8, CONVERT),
                new Wrong("a PEM without a key", noBytes, null, "key", NO_PKCS8, CONVERT),
                new Wrong(
                        "ES256 with an RSA key",
                        TrialKeys.jwk(RSA),
                        "ES256",
                        "algorithm",
                        DOES_NOT_FIT,
                        "this key signs by one of: [RS256, PS256, RS384, RS512, PS384, PS512]"),
                new Wrong(
                        "RS256 with a P-256 key",
                        TrialKeys.pem(P256),
                        "RS256",
                        "algorithm",
                        DOES_NOT_FIT,
                        "this key signs by one of: [ES256]"),
                new Wrong(
                        "none with an Ed25519 key",
                        TrialKeys.jwk(ED25519),
                        "none",
                        "algorithm",
                        DOES_NOT_FIT,
                        "this key signs by one of: [EdDSA]"),
                new Wrong(
                        "a JWK whose alg we do not sign by",
                        TrialKeys.jwk(RSA).replaceFirst("\\{", "{\"alg\":\"ES256\","),
                        null,
                        "key",
                        DOES_NOT_FIT,
                        "this key signs by one of: [RS256, PS256, RS384, RS512, PS384, PS512]"),
                new Wrong("an RSA JWK of 1024 bits", TrialKeys.jwk(SHORT_RSA), null, "key", unfit("RS256"), WHAT_FITS),
                new Wrong(
                        "an RSA PEM of 1024 bits", TrialKeys.pem(SHORT_RSA), "PS256", "key", unfit("PS256"), WHAT_FITS),
                new Wrong("ES256 with a P-384 key", TrialKeys.jwk(P384), "ES256", "key", unfit("ES256"), WHAT_FITS));
    }

    private static String unfit(String algorithm) {
        return "the key does not sign by " + algorithm;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong_keys")
    void a_wrong_key_is_told_with_place_cause_and_next_step_but_never_its_text(Wrong given) {
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> SigningKey.of(TrialKeys.declaration(given.key(), given.algorithm(), null)));

        assertThat(problem).hasMessage(given.message()).hasNoCause();
        assertThat(problem.nextStep()).isEqualTo(given.nextStep());
        assertThat(problem.at()).isEqualTo(TrialKeys.at(given.at()));
        // Header words of a PEM block are shorter than 20 letters, what is between them is not.
        assertThat(Stream.of(given.key().split("[^A-Za-z0-9_/+-]+")).filter(word -> word.length() >= 20))
                .noneMatch(word -> (problem + problem.nextStep()).contains(word));
    }

    @Test
    void a_key_is_named_by_the_suite_or_else_by_itself() throws UnusableSource {
        String named = TrialKeys.jwk(P256).replaceFirst("\\{", "{\"kid\":\"own\",");

        assertThat(SigningKey.of(TrialKeys.declaration(named, null, "given")).keyId())
                .isEqualTo("given");
        assertThat(SigningKey.of(TrialKeys.declaration(named, null, null)).keyId())
                .isEqualTo("own");
        assertThat(SigningKey.of(TrialKeys.declaration(TrialKeys.pem(P256), null, null))
                        .keyId())
                .isNull();
    }

    private static boolean verifies(PublicKey key, JWSAlgorithm algorithm, Base64URL signature)
            throws JOSEException, GeneralSecurityException {
        JWSHeader header = new JWSHeader(algorithm);
        if (key instanceof RSAPublicKey rsa) {
            return new RSASSAVerifier(rsa).verify(header, TEXT, signature);
        }
        if (key instanceof ECPublicKey ec) {
            return new ECDSAVerifier(ec).verify(header, TEXT, signature);
        }
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(TEXT);
        return ed25519.verify(signature.decode());
    }
}
