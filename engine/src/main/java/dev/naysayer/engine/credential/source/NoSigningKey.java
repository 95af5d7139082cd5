package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text is that should have been a private key to sign with, and how it becomes one.
 *
 * @param is the rest of a sentence about it, {@code is an encrypted private key}; never a part of the text, which may be secret
 * @param nextStep how to convert it, or what to give in its place
 */
record NoSigningKey(String is, String nextStep) {

    private static final String CONVERT = "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key.pkcs8.pem";
    private static final String GIVE =
            "give a JWK with its private part, or a PEM block that begins with BEGIN PRIVATE KEY";
    private static final String NEW_RSA =
            "make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem";
    private static final String NEW_EC =
            "make one on P-256: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem";
    private static final String NEW_ED25519 = "make one for Ed25519: openssl genpkey -algorithm ED25519 -out key.pem";
    private static final String FROM_SSH = "convert a copy of it: ssh-keygen -p -m PKCS8 -N '' -f key.pem";

    /** A form of key by what its text begins with or is like. */
    private record Form(Predicate<String> like, NoSigningKey key) {

        static Form begins(String beginning, String is, String nextStep) {
            return new Form(text -> text.startsWith(beginning), new NoSigningKey(is, nextStep));
        }

        static Form like(String pattern, String is, String nextStep) {
            return new Form(Pattern.compile(pattern).asMatchPredicate(), new NoSigningKey(is, nextStep));
        }
    }

    /** The first that fits counts. */
    private static final List<Form> FORMS = List.of(
            new Form(String::isEmpty, new NoSigningKey("is empty", GIVE)),
            Form.begins(
                    "\uFEFF",
                    "begins with a byte order mark",
                    "save it as UTF-8 without one: sed -i '1s/^\\xEF\\xBB\\xBF//' key.pem"),
            Form.begins(
                    "-----BEGIN ENCRYPTED PRIVATE KEY",
                    "is an encrypted private key",
                    "decrypt it: openssl pkey -in key.pem -out key.pkcs8.pem"),
            Form.like(
                    "(?s)-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----\\s+Proc-Type: 4,ENCRYPTED.*",
                    "is an encrypted private key",
                    "decrypt it: openssl pkey -in key.pem -out key.pkcs8.pem"),
            Form.begins("-----BEGIN RSA PRIVATE KEY", "is an RSA key in PKCS#1", CONVERT),
            Form.begins("-----BEGIN EC PRIVATE KEY", "is an EC key in SEC 1", CONVERT),
            Form.begins("-----BEGIN EC PARAMETERS", "begins with the parameters of an EC key", CONVERT),
            Form.begins("-----BEGIN DSA PRIVATE KEY", "is a DSA key, by which no JWT is signed", NEW_RSA),
            Form.begins("-----BEGIN OPENSSH PRIVATE KEY", "is an OpenSSH key", FROM_SSH),
            Form.begins("-----BEGIN PGP", "is an OpenPGP key", NEW_RSA),
            Form.like(
                    "(?s)-----BEGIN [A-Z ]{0,20}PUBLIC KEY.*",
                    "is a public key",
                    "give its private half: openssl pkey -in private.pem -out key.pkcs8.pem"),
            Form.like(
                    "(?s)-----BEGIN [A-Z0-9 ]{0,20}CERTIFICATE.*",
                    "is a certificate, which has only the public key",
                    "give the private key that belongs to it: openssl pkey -in private.pem -out key.pkcs8.pem"),
            Form.like(
                    "(?s)(?:ssh-[a-z0-9]+|ecdsa-sha2-[a-z0-9]+|sk-[a-z0-9@.-]+) .*",
                    "is an OpenSSH public key",
                    "give its private half, " + FROM_SSH),
            Form.begins(
                    "PuTTY-User-Key-File",
                    "is a PuTTY key",
                    "export it: puttygen key.ppk -O private-openssh -o key.pem; then " + FROM_SSH),
            Form.like(
                    "eyJ[A-Za-z0-9_-]*+\\.[A-Za-z0-9_.-]*+",
                    "is a token, and no key",
                    "give the key that tokens are signed by; a token stands below 'token'"),
            Form.like(
                    "M[A-Za-z0-9+/=\\s]{40,}+",
                    "is base64 without the lines BEGIN and END",
                    "convert it: openssl base64 -d -A -in key.txt | openssl pkey -inform DER -out key.pem"),
            Form.begins(
                    "0\u0082", "is DER, and no PEM", "convert it: openssl pkey -inform DER -in key.der -out key.pem"));

    /** Kinds of key by the bytes that name them in PKCS#8 (RFC 5208, RFC 8410). */
    private static final Map<String, NoSigningKey> KINDS = Map.of(
            "06032b656e", new NoSigningKey("is an X25519 key, which does not sign", NEW_ED25519),
            "06032b656f", new NoSigningKey("is an X448 key, which does not sign", NEW_ED25519),
            "06032b6571", new NoSigningKey("is an Ed448 key", NEW_ED25519),
            "06092a864886f70d01010a", new NoSigningKey("is an RSA key for RSASSA-PSS alone", NEW_RSA),
            "06092a864886f70d010301", new NoSigningKey("is a Diffie-Hellman key, which does not sign", NEW_RSA),
            "06072a8648ce380401", new NoSigningKey("is a DSA key, by which no JWT is signed", NEW_RSA),
            "06072a8648ce3d0201",
                    new NoSigningKey("is an EC key on another curve than P-256, P-384 and P-521", NEW_EC));

    /** Those of a JWK's curves that are none of ours. */
    private static final Map<String, NoSigningKey> CURVES = Map.of(
            "X25519", new NoSigningKey("is an X25519 key, which does not sign", NEW_ED25519),
            "X448", new NoSigningKey("is an X448 key, which does not sign", NEW_ED25519),
            "Ed448", new NoSigningKey("is an Ed448 key", NEW_ED25519));

    /** A text that none of the readers has understood. */
    static NoSigningKey of(String text) {
        return FORMS.stream()
                .filter(form -> form.like().test(text))
                .findFirst()
                .map(Form::key)
                .or(() -> json(text))
                .orElseGet(() -> text.startsWith("-----BEGIN")
                        ? new NoSigningKey("is a PEM block without a private key in PKCS#8", CONVERT)
                        : new NoSigningKey("is no private key", GIVE));
    }

    /** What stands in a block BEGIN PRIVATE KEY that no reader has understood. */
    static NoSigningKey of(byte[] pkcs8) {
        // The kind is named within the first bytes, behind the version.
        String beginning = HexFormat.of().formatHex(pkcs8, 0, Math.min(pkcs8.length, 40));
        return KINDS.entrySet().stream()
                .filter(kind -> beginning.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new NoSigningKey("is a PEM block without a private key in PKCS#8", CONVERT));
    }

    private static Optional<NoSigningKey> json(String text) {
        if (!text.startsWith("{")) {
            return text.startsWith("[")
                    ? Optional.of(new NoSigningKey("is a list", "give one key of it: a JWK with its private part"))
                    : Optional.empty();
        }
        try {
            return Optional.of(jwk(JSONObjectUtils.parse(text)).orElse(new NoSigningKey("is no whole JWK", GIVE)));
        } catch (ParseException e) {
            // The exception's message may quote the text, which is the secret: it ends here.
            return Optional.of(new NoSigningKey("begins like a JWK and is no JSON", "check that all of it is there"));
        }
    }

    /** What forbids to sign by a JWK, whether or not it could be read. */
    static Optional<NoSigningKey> jwk(Map<String, @Nullable Object> jwk) {
        if (jwk.get("keys") instanceof Collection) {
            return found("is a set of keys", "give one of them: jq '.keys[0]' keys.json, if it has its private part");
        }
        if (jwk.get("private_key") != null) {
            return found("is a file with a key in it", "give that alone: jq -r .private_key key.json");
        }
        if (jwk.get("kty") == null) {
            return found("is JSON, and no JWK: it has no 'kty'", GIVE);
        }
        if ("enc".equals(jwk.get("use"))) {
            return found("is a key for encryption: its 'use' is enc", "give the key with 'use' sig");
        }
        if (jwk.get("key_ops") instanceof Collection<?> operations && !operations.contains("sign")) {
            return found("may not sign: its 'key_ops' have no sign", "give the private key that has sign there");
        }
        if (jwk.get("crv") instanceof String curve && CURVES.containsKey(curve)) {
            return Optional.of(CURVES.get(curve));
        }
        if ("EC".equals(jwk.get("kty"))
                && !List.of("P-256", "P-384", "P-521").contains(String.valueOf(jwk.get("crv")))) {
            return found("is an EC key on another curve than P-256, P-384 and P-521", NEW_EC);
        }
        if (!"oct".equals(jwk.get("kty")) && jwk.get("d") == null) {
            return found("is a public key: it has no 'd'", "give the JWK with its private part");
        }
        return Optional.empty();
    }

    private static Optional<NoSigningKey> found(String is, String nextStep) {
        return Optional.of(new NoSigningKey(is, nextStep));
    }
}
