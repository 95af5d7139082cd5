package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.engine.credential.UnusableSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of a key that cannot sign is told what it is and how it becomes one that can, and no part of it. */
class NoSigningKeyTest {

    private static final KeyPair RSA = TrialKeys.rsa(2048);
    private static final KeyPair OTHER_RSA = TrialKeys.rsa(2048);
    private static final KeyPair P256 = TrialKeys.ec("secp256r1");
    private static final KeyPair OTHER_P256 = TrialKeys.ec("secp256r1");
    private static final KeyPair ED25519 = TrialKeys.ed25519();
    private static final KeyPair OTHER_ED25519 = TrialKeys.ed25519();

    private static final String APART = "is a JWK whose public and private part do not belong together";

    /**
     * A file that somebody may take for the key.
     *
     * @param is what is said of it
     * @param step part of the next step
     */
    record Given(String name, String text, String is, String step) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Given> pem_blocks() throws GeneralSecurityException {
        return Stream.of(
                given("an encrypted key", encrypted(), "is an encrypted private key", "openssl pkey -in"),
                given(
                        "an encrypted key of old",
                        block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA"),
                        "is an encrypted private key",
                        "openssl pkey -in"),
                given("PKCS#1", block("RSA PRIVATE KEY", "AAAA"), "is an RSA key in PKCS#1", "openssl pkcs8 -topk8"),
                given("SEC 1", block("EC PRIVATE KEY", "AAAA"), "is an EC key in SEC 1", "openssl pkcs8 -topk8"),
                given(
                        "SEC 1 behind its parameters",
                        block("EC PARAMETERS", "AAAA") + block("EC PRIVATE KEY", "AAAA"),
                        "begins with the parameters of an EC key",
                        "openssl pkcs8 -topk8"),
                given("DSA", block("DSA PRIVATE KEY", "AAAA"), "is a DSA key", "openssl genpkey"),
                given("DSA in PKCS#8", pkcs8("DSA", 2048), "is a DSA key", "openssl genpkey"),
                given("Diffie-Hellman", pkcs8("DH", 2048), "is a Diffie-Hellman key", "openssl genpkey"),
                given("RSASSA-PSS", pkcs8("RSASSA-PSS", 2048), "is an RSA key for RSASSA-PSS alone", "openssl genpkey"),
                given("X25519", pkcs8("X25519", null), "is an X25519 key", "openssl genpkey -algorithm ED25519"),
                given("X448", pkcs8("X448", null), "is an X448 key", "openssl genpkey -algorithm ED25519"),
                given("Ed448", pkcs8("Ed448", null), "is an Ed448 key", "openssl genpkey -algorithm ED25519"),
                given(
                        "a curve of Bitcoin",
                        // PKCS#8 of an EC key names its curve behind its kind: here secp256k1.
                        block("PRIVATE KEY", "MD4CAQAwEAYHKoZIzj0CAQYFK4EEAAoEJzAlAgEBBCAB"),
                        "is an EC key on another curve",
                        "ec_paramgen_curve:P-256"),
                given(
                        "a public key",
                        block("PUBLIC KEY", base64(RSA.getPublic().getEncoded())),
                        "is a public key",
                        "its private half"),
                given("a public key of old", block("RSA PUBLIC KEY", "AAAA"), "is a public key", "its private half"),
                given("a certificate", block("CERTIFICATE", "AAAA"), "is a certificate", "openssl pkey -in"),
                given("a request", block("CERTIFICATE REQUEST", "AAAA"), "is a certificate", "openssl pkey -in"),
                given("OpenSSH", block("OPENSSH PRIVATE KEY", "AAAA"), "is an OpenSSH key", "ssh-keygen -p -m PKCS8"),
                given("OpenPGP", block("PGP PRIVATE KEY BLOCK", "AAAA"), "is an OpenPGP key", "openssl genpkey"),
                given(
                        "the first half",
                        TrialKeys.pem(RSA).substring(0, 900),
                        "is a PEM block without its END line",
                        "all of the file"),
                given(
                        "another text in its place",
                        block("PRIVATE KEY", "correcthorsebatterystaple"),
                        "is a PEM block without a private key in PKCS#8",
                        "openssl pkcs8 -topk8"),
                given("a label of nobody", block("SECRET", "AAAA"), "is a PEM block without", "openssl pkcs8 -topk8"));
    }

    static Stream<Given> other_texts() {
        return Stream.of(
                given("nothing", "", "is empty", "JWK"),
                given("blanks", " \n\t ", "is empty", "JWK"),
                given(
                        "a byte order mark",
                        "\uFEFF" + block("RSA PRIVATE KEY", "AAAA"),
                        "begins with a byte order mark",
                        "UTF-8 without one"),
                given(
                        "an OpenSSH public key",
                        "ssh-ed25519 AAAAC3Nz me@here",
                        "is an OpenSSH public key",
                        "ssh-keygen"),
                given("a PuTTY key", "PuTTY-User-Key-File-3: ssh-rsa", "is a PuTTY key", "puttygen"),
                given("a token", TrialKeys.unsigned("{}"), "is a token", "below 'token'"),
                given(
                        "DER in base64",
                        base64(RSA.getPrivate().getEncoded()),
                        "is base64 without the lines BEGIN and END",
                        "openssl base64 -d"),
                given("DER", "0\u0082\u0004\u00a4\u0002\u0001", "is DER", "openssl pkey -inform DER"),
                given("a password", "correct-horse-battery-staple", "is no private key", "JWK"));
    }

    static Stream<Given> jwks() throws ParseException {
        Map<String, Object> rsa = json(TrialKeys.jwk(RSA));
        Map<String, Object> p256 = json(TrialKeys.jwk(P256));
        Map<String, Object> ed = json(TrialKeys.jwk(ED25519));
        Map<String, Object> otherRsa = json(TrialKeys.jwk(OTHER_RSA));
        return Stream.of(
                given("a set", text(Map.of("keys", List.of(rsa))), "is a set of keys", "one of them"),
                given("a list", "[" + TrialKeys.jwk(RSA) + "]", "is a list", "one key of it"),
                given(
                        "half a JWK",
                        TrialKeys.jwk(RSA).substring(0, 200),
                        "begins like a JWK and is no JSON",
                        "all of it"),
                given("no kty", text(without(rsa, "kty")), "is JSON, and no JWK", "JWK"),
                given("a service account", text(Map.of("private_key", "x")), "is a file with a key in it", "jq -r"),
                given("for encryption", text(with(rsa, "use", "enc")), "is a key for encryption", "'use' sig"),
                given(
                        "a secret for encryption",
                        text(with(json(TrialKeys.symmetricJwk(32)), "use", "enc")),
                        "is a key for encryption",
                        "sig"),
                given("to verify", text(with(p256, "key_ops", List.of("verify"))), "may not sign", "sign"),
                given("to wrap", text(with(rsa, "key_ops", List.of("wrapKey", "unwrapKey"))), "may not sign", "sign"),
                given("public", TrialKeys.publicJwk(P256), "is a public key", "private part"),
                given("X25519", text(with(ed, "crv", "X25519")), "is an X25519 key", "ED25519"),
                given("Ed448", text(with(ed, "crv", "Ed448")), "is an Ed448 key", "ED25519"),
                given("secp256k1", text(with(p256, "crv", "secp256k1")), "is an EC key on another curve", "P-256"),
                given("RSA without n", text(without(rsa, "n")), "is no whole JWK", "JWK"),
                given("another n", text(with(rsa, "n", otherRsa.get("n"))), APART, "one key"),
                given("another d", text(with(rsa, "d", otherRsa.get("d"))), APART, "one key"),
                given("another e", text(with(rsa, "e", "Aw")), APART, "one key"),
                given(
                        "another n and no primes",
                        text(without(with(rsa, "n", otherRsa.get("n")), "p", "q", "dp", "dq", "qi")),
                        APART,
                        "one key"),
                given(
                        "another point",
                        text(with(json(TrialKeys.jwk(OTHER_P256)), "d", p256.get("d"))),
                        APART,
                        "one key"),
                given("a point beside the curve", text(with(p256, "x", "AAAA")), "is no whole JWK", "JWK"),
                given(
                        "another x",
                        text(with(ed, "x", json(TrialKeys.jwk(OTHER_ED25519)).get("x"))),
                        APART,
                        "one key"),
                given("d of nothing", text(with(p256, "d", "")), "", ""),
                given("an exponent of a megabit", text(with(rsa, "e", "_".repeat(200_000))), "", ""),
                given("a modulus of a megabit", text(with(rsa, "n", "_".repeat(200_000))), "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"pem_blocks", "other_texts", "jwks"})
    void a_key_that_does_not_sign_is_told_by_what_it_is(Given given) {
        long begin = System.nanoTime();
        UnusableSource problem = catchThrowableOfType(
                UnusableSource.class, () -> SigningKey.of(TrialKeys.declaration(given.text(), null, null)));

        assertThat(problem)
                .hasMessageStartingWith("what 'key' refers to " + given.is())
                .hasNoCause();
        assertThat(problem.nextStep()).contains(given.step());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        assertThat(Stream.of(given.text().split("[^A-Za-z0-9_/+-]+")).filter(word -> word.length() >= 20))
                .noneMatch(word -> (problem + problem.nextStep()).contains(word));
    }

    @ParameterizedTest
    @MethodSource("surrounded")
    void a_key_signs_also_where_other_blocks_stand_around_it(String text) throws Exception {
        assertThat(SigningKey.of(TrialKeys.declaration(text, null, null)).sign(JWSAlgorithm.ES256, new byte[1]))
                .isNotEmpty();
    }

    static Stream<String> surrounded() {
        return Stream.of(
                block("CERTIFICATE", "AAAA") + TrialKeys.pem(P256),
                TrialKeys.pem(P256) + block("CERTIFICATE", "AAAA"),
                "Bag Attributes\n    friendlyName: orders\n" + TrialKeys.pem(P256));
    }

    private static Given given(String name, String text, String is, String step) {
        return new Given(name, text, is, step);
    }

    private static String block(String label, String content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, content, label);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String pkcs8(String algorithm, @Nullable Integer bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits != null) {
            generator.initialize(bits);
        }
        return block(
                "PRIVATE KEY", base64(generator.generateKeyPair().getPrivate().getEncoded()));
    }

    private static String encrypted() throws GeneralSecurityException {
        String by = "PBEWithSHA1AndDESede";
        Cipher cipher = Cipher.getInstance(by);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(by).generateSecret(new PBEKeySpec("for a trial".toCharArray())));
        try {
            byte[] key = cipher.doFinal(P256.getPrivate().getEncoded());
            return block(
                    "ENCRYPTED PRIVATE KEY",
                    base64(new EncryptedPrivateKeyInfo(cipher.getParameters(), key).getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> json(String text) throws ParseException {
        return JSONObjectUtils.parse(text);
    }

    private static String text(Map<String, Object> jwk) {
        return JSONObjectUtils.toJSONString(jwk);
    }

    private static Map<String, Object> with(Map<String, Object> jwk, String name, @Nullable Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(jwk);
        changed.put(name, Objects.requireNonNull(value));
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> jwk, String... names) {
        Map<String, Object> changed = new LinkedHashMap<>(jwk);
        changed.keySet().removeAll(List.of(names));
        return changed;
    }
}
