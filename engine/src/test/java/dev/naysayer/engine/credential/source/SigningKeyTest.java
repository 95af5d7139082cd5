package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import dev.naysayer.engine.credential.NotObtainable;
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
    private static final KeyPair P521 = TrialKeys.ec("secp521r1");
    private static final KeyPair ED25519 = TrialKeys.ed25519();

    private static final byte[] TEXT = "what is signed".getBytes(StandardCharsets.UTF_8);

    private static final String NO_KEY = "what 'key' refers to is no private key";
    private static final String GIVE_A_KEY =
            "give a JWK with its private part, or a PEM block that begins with BEGIN PRIVATE KEY";
    private static final String NO_PKCS8 = is("a PEM block without a private key in PKCS#8");
    private static final String CONVERT = "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem";
    private static final String DOES_NOT_FIT = "the algorithm does not fit the key";
    private static final String WHAT_FITS = "RSA keys have at least 2048 bits; EC keys lie on P-256, P-384 or P-521";

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
                new Usable("RSA JWK, RS384", TrialKeys.jwk(RSA), "RS384", JWSAlgorithm.RS384, RSA.getPublic()),
                new Usable("RSA JWK, RS512", TrialKeys.jwk(RSA), "RS512", JWSAlgorithm.RS512, RSA.getPublic()),
                new Usable("RSA JWK, PS384", TrialKeys.jwk(RSA), "PS384", JWSAlgorithm.PS384, RSA.getPublic()),
                new Usable("RSA JWK, PS512", TrialKeys.jwk(RSA), "PS512", JWSAlgorithm.PS512, RSA.getPublic()),
                new Usable("P-384 JWK", TrialKeys.jwk(P384), null, JWSAlgorithm.ES384, P384.getPublic()),
                new Usable("P-384 PEM", TrialKeys.pem(P384), "ES384", JWSAlgorithm.ES384, P384.getPublic()),
                new Usable("P-521 JWK", TrialKeys.jwk(P521), "ES512", JWSAlgorithm.ES512, P521.getPublic()),
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

    private static String is(String what) {
        return "what 'key' refers to is " + what;
    }

    static Stream<Wrong> wrong_keys() {
        String pkcs1 = TrialKeys.pem(RSA).replace("PRIVATE KEY", "RSA PRIVATE KEY");
        String encrypted = TrialKeys.pem(RSA).replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        String noBytes = "-----BEGIN PRIVATE KEY-----\nbm8ta2V5LWF0LWFsbC1idXQtYS1zZWNyZXQ=\n-----END PRIVATE KEY-----";
        return Stream.of(
                new Wrong("a password", "correct-horse-battery-staple", null, "key", NO_KEY, GIVE_A_KEY),
                new Wrong("nothing", "", null, "key", is("empty"), GIVE_A_KEY),
                new Wrong(
                        "a public RSA JWK",
                        TrialKeys.publicJwk(RSA),
                        null,
                        "key",
                        is("a public key: it has no 'd'"),
                        "give the JWK with its private part"),
                new Wrong(
                        "a public EC JWK",
                        TrialKeys.publicJwk(P256),
                        null,
                        "key",
                        is("a public key: it has no 'd'"),
                        "give the JWK with its private part"),
                new Wrong(
                        "a public Ed25519 JWK",
                        TrialKeys.publicJwk(ED25519),
                        null,
                        "key",
                        is("a public key: it has no 'd'"),
                        "give the JWK with its private part"),
                new Wrong(
                        "a shared secret of 31 bytes",
                        TrialKeys.symmetricJwk(31),
                        null,
                        "key",
                        "the shared secret is too short for HMAC",
                        "HS256 needs 32 bytes, HS384 48 and HS512 64 (RFC 7518 section 3.2)"),
                new Wrong(
                        "HS512 with a shared secret of 48 bytes",
                        TrialKeys.symmetricJwk(48),
                        "HS512",
                        "algorithm",
                        DOES_NOT_FIT,
                        "this key signs by one of: [HS256, HS384]"),
                new Wrong("a PKCS#1 PEM", pkcs1, null, "key", is("an RSA key in PKCS#1"), CONVERT),
                new Wrong(
                        "an encrypted PEM",
                        encrypted,
                        null,
                        "key",
                        is("an encrypted private key"),
                        "decrypt it: openssl pkey -in key.pem -out key.pkcs8.pem"),
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
                new Wrong(
                        "ES256 with a P-384 key",
                        TrialKeys.jwk(P384),
                        "ES256",
                        "algorithm",
                        DOES_NOT_FIT,
                        "this key signs by one of: [ES384]"));
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
    void a_shared_secret_signs_by_every_hash_that_it_is_long_enough_for() throws Exception {
        String secret = TrialKeys.symmetricJwk(64);

        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512}) {
            SigningKey key = SigningKey.of(TrialKeys.declaration(secret, algorithm.getName(), null));
            Base64URL signature = Base64URL.encode(key.sign(algorithm, TEXT));
            assertThat(new MACVerifier(OctetSequenceKey.parse(secret))
                            .verify(new JWSHeader(algorithm), TEXT, signature))
                    .isTrue();
            assertThat(key.publicKey()).isNull();
        }
        assertThat(SigningKey.of(TrialKeys.declaration(secret, null, null)).algorithm())
                .isEqualTo(JWSAlgorithm.HS256);
    }

    static Stream<KeyPair> pairs() {
        return Stream.of(RSA, P256, P384, P521, ED25519);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_jwk_tells_its_public_half(KeyPair pair) throws UnusableSource {
        assertThat(SigningKey.of(TrialKeys.declaration(TrialKeys.jwk(pair), null, null))
                        .publicKey())
                .isEqualTo(pair.getPublic());
    }

    @Test
    void a_pem_block_tells_the_public_half_of_an_rsa_key() throws UnusableSource {
        assertThat(SigningKey.of(TrialKeys.declaration(TrialKeys.pem(RSA), null, null))
                        .publicKey())
                .isEqualTo(RSA.getPublic());
        assertThat(SigningKey.of(TrialKeys.declaration(TrialKeys.pem(P256), null, null))
                        .publicKey())
                .isNull();
    }

    @Test
    void a_key_does_not_sign_by_what_it_cannot() throws UnusableSource {
        SigningKey key = SigningKey.of(TrialKeys.declaration(TrialKeys.pem(P256), null, null));

        assertThat(catchThrowableOfType(NotObtainable.class, () -> key.sign(JWSAlgorithm.RS256, TEXT)))
                .hasMessage("because the key does not sign by RS256,"
                        + " add 'mint' with a key that does, or leave this scenario out");
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
