package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.engine.credential.UnusableSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys from PKCS#12 files, and what is said of files that give none. */
class KeyStoreFileTest {

    private static final KeyPair RSA = TrialKeys.rsa(2048);
    private static final KeyPair P384 = TrialKeys.ec("secp384r1");

    private final String password = UUID.randomUUID().toString();

    @TempDir
    Path folder;

    private Path store(Map<String, KeyPair> pairs) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (Map.Entry<String, KeyPair> pair : new TreeMap<>(pairs).entrySet()) {
            store.setKeyEntry(pair.getKey(), pair.getValue().getPrivate(), password.toCharArray(), new Certificate[] {
                TrialCertificate.of(pair.getValue())
            });
        }
        return write(store);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private Path write(KeyStore store) throws GeneralSecurityException, IOException {
        Path file = folder.resolve("keys.p12");
        try (OutputStream content = Files.newOutputStream(file)) {
            store.store(content, password.toCharArray());
        }
        return file;
    }

    @Test
    void the_only_key_of_a_store_is_taken_with_the_public_half_of_its_certificate() throws Exception {
        Path file = store(Map.of("orders", P384));

        SigningKey key =
                SigningKey.of(Declared.source("mint", "key-store", file.toString(), "key-store-password", password));

        assertThat(key.algorithm()).isEqualTo(JWSAlgorithm.ES384);
        assertThat(key.publicKey()).isEqualTo(P384.getPublic());
        assertThat(key.keyId()).isNull();
        assertThat(key.sign(JWSAlgorithm.ES384, new byte[] {1})).hasSize(96);
    }

    @Test
    void of_several_keys_the_alias_says_which() throws Exception {
        Path file = store(Map.of("orders", RSA, "invoices", P384));

        SigningKey key = SigningKey.of(Declared.source(
                "mint",
                "key-store",
                file.toString(),
                "key-store-password",
                password,
                "key-alias",
                "Orders",
                "algorithm",
                "PS512"));

        assertThat(key.algorithm()).isEqualTo(JWSAlgorithm.PS512);
        assertThat(key.publicKey()).isEqualTo(RSA.getPublic());
    }

    @Test
    void a_shared_secret_may_come_from_a_store() throws Exception {
        byte[] secret = new byte[64];
        new SecureRandom().nextBytes(secret);
        KeyStore store = empty();
        store.setEntry(
                "shared",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(secret, "HmacSHA512")),
                new KeyStore.PasswordProtection(password.toCharArray()));

        SigningKey key = SigningKey.of(Declared.source(
                "mint", "key-store", write(store).toString(), "key-store-password", password, "algorithm", "HS512"));

        assertThat(key.algorithm()).isEqualTo(JWSAlgorithm.HS512);
        assertThat(key.publicKey()).isNull();
    }

    @Test
    void a_wrong_password_is_told_at_its_place() throws Exception {
        String file = store(Map.of("orders", P384)).toString();

        UnusableSource wrong =
                problem(Declared.source("mint", "key-store", file, "key-store-password", "not-" + password));
        UnusableSource none = problem(Declared.source("mint", "key-store", file));

        assertThat(wrong).hasMessage("the password does not open the key store").hasNoCause();
        assertThat(wrong.at()).isEqualTo(Declared.line(6));
        assertThat(wrong.nextStep()).isEqualTo("check what 'key-store-password' refers to");
        assertThat(none).hasMessage("the key store needs a password");
        assertThat(none.at()).isEqualTo(Declared.line(5));
        assertThat(none.nextStep()).isEqualTo("give 'key-store-password'");
    }

    @Test
    void several_keys_without_an_alias_and_an_alias_of_none_are_told_with_the_aliases() throws Exception {
        String file = store(Map.of("orders", RSA, "invoices", P384)).toString();

        UnusableSource several = problem(Declared.source("mint", "key-store", file, "key-store-password", password));
        UnusableSource none = problem(
                Declared.source("mint", "key-store", file, "key-store-password", password, "key-alias", "payments"));

        assertThat(several).hasMessage("the key store holds 2 keys");
        assertThat(several.nextStep()).isEqualTo("say which one with 'key-alias': invoices, orders");
        assertThat(none).hasMessage("the key store has no key of this alias");
        assertThat(none.at()).isEqualTo(Declared.line(7));
        assertThat(none.nextStep()).isEqualTo("it has: invoices, orders");
    }

    @Test
    void a_store_without_keys_a_file_that_is_none_and_no_file_are_told() throws Exception {
        KeyStore certificates = empty();
        certificates.setCertificateEntry("orders", TrialCertificate.of(RSA));
        String noKeys = write(certificates).toString();
        String pem =
                Files.writeString(folder.resolve("key.pem"), TrialKeys.pem(RSA)).toString();
        String text = Files.writeString(folder.resolve("key.txt"), "a key").toString();
        String large = Files.write(folder.resolve("large.p12"), new byte[(1 << 20) + 1])
                .toString();
        String nowhere = folder.resolve("nowhere.p12").toString();

        assertThat(problem(Declared.source("mint", "key-store", noKeys, "key-store-password", password)))
                .hasMessage("the key store holds no private key");
        assertThat(problem(Declared.source("mint", "key-store", text, "key-store-password", password)))
                .hasMessage("the file is no PKCS#12 key store");
        assertThat(problem(Declared.source("mint", "key-store", pem, "key-store-password", password)))
                .hasMessage("the file is PEM, and no PKCS#12 key store");
        assertThat(problem(Declared.source("mint", "key-store", large, "key-store-password", password)))
                .hasMessage("the key store is larger than 1 MiB");
        assertThat(problem(Declared.source("mint", "key-store", folder.toString(), "key-store-password", password)))
                .hasMessage("the key store is a folder");
        assertThat(problem(Declared.source("mint", "key-store", nowhere, "key-store-password", password)))
                .hasMessage("the key store cannot be read");
        assertThat(problem(Declared.source("mint", "key-store", "\0", "key-store-password", password)))
                .hasMessage("the key store cannot be read");
    }

    @Test
    void an_algorithm_that_does_not_fit_is_told_at_its_place() throws Exception {
        String file = store(Map.of("orders", P384)).toString();

        UnusableSource problem = problem(
                Declared.source("mint", "key-store", file, "key-store-password", password, "algorithm", "ES256"));

        assertThat(problem).hasMessage("the algorithm does not fit the key");
        assertThat(problem.at()).isEqualTo(Declared.line(7));
        assertThat(problem.nextStep()).isEqualTo("this key signs by one of: [ES384]");
    }

    private UnusableSource problem(NamedSettings mint) {
        UnusableSource problem = catchThrowableOfType(UnusableSource.class, () -> SigningKey.of(mint));
        assertThat(problem + problem.nextStep()).doesNotContain(password);
        return problem;
    }
}
