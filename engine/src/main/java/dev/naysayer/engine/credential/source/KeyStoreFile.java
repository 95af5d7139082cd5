package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.engine.credential.UnusableSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PKCS#12 file (RFC 7292) with the key to sign by. */
final class KeyStoreFile {

    private static final String PASSWORD = "key-store-password";

    private final Setting file;
    private final @Nullable Setting password;
    private final @Nullable Setting alias;

    private KeyStoreFile(Setting file, @Nullable Setting password, @Nullable Setting alias) {
        this.file = file;
        this.password = password;
        this.alias = alias;
    }

    /** The key in the file that a declaration with {@code key-store} names. */
    static KeyMaterial read(NamedSettings mint) throws UnusableSource {
        KeyStoreFile file = new KeyStoreFile(
                mint.get("key-store"),
                mint.settings().get(PASSWORD),
                mint.settings().get("key-alias"));
        return file.material(file.load());
    }

    private KeyStore load() throws UnusableSource {
        try {
            byte[] content = UserFile.bytes(Path.of(file.value().reveal()), UserFile.DEFAULT_LIMIT);
            if (new String(content, StandardCharsets.ISO_8859_1).startsWith("-----BEGIN")) {
                throw new UnusableSource(
                        file.at(),
                        "the file is PEM, and no PKCS#12 key store",
                        "name a private key with 'key: ${file:…}', or make a key store:"
                                + " openssl pkcs12 -export -inkey key.pem -in certificate.pem -out keys.p12");
            }
            return loaded(new ByteArrayInputStream(content));
        } catch (UserFile.Refused e) {
            throw new UnusableSource(
                    file.at(), "the key store " + e.getMessage(), "name a PKCS#12 file of at most 1 MiB");
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSource(
                    file.at(),
                    "the key store cannot be read",
                    "check that the file exists; a relative path begins in the working directory of the build");
        }
    }

    private KeyStore loaded(InputStream content) throws UnusableSource {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, secret());
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword();
            }
            throw new UnusableSource(
                    file.at(),
                    "the file is no PKCS#12 key store",
                    "make one: openssl pkcs12 -export -inkey key.pem -in certificate.pem -out keys.p12");
        } catch (GeneralSecurityException e) {
            throw new UnusableSource(
                    file.at(), "this JDK cannot read the key store", "export it anew with the JDK's keytool");
        }
    }

    private KeyMaterial material(KeyStore store) throws UnusableSource {
        try {
            String name = entry(store);
            Key key = store.getKey(name, secret());
            Certificate certificate = store.getCertificate(name);
            return new KeyMaterial(key, certificate == null ? null : certificate.getPublicKey(), null, null);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (GeneralSecurityException e) {
            throw new UnusableSource(
                    file.at(),
                    "this JDK cannot read the key in the key store",
                    "export it anew with the JDK's keytool");
        }
    }

    private String entry(KeyStore store) throws KeyStoreException, UnusableSource {
        List<String> names = names(store);
        if (alias != null) {
            String wanted = alias.value().reveal();
            return names.stream()
                    .filter(wanted::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new UnusableSource(
                            alias.at(), "the key store has no key of this alias", "it has: " + list(names)));
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        throw names.isEmpty()
                ? new UnusableSource(file.at(), "the key store holds no private key", "export it with its key")
                : new UnusableSource(
                        file.at(),
                        "the key store holds %d keys".formatted(names.size()),
                        "say which one with 'key-alias': " + list(names));
    }

    private static List<String> names(KeyStore store) throws KeyStoreException {
        List<String> names = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name)) {
                names.add(name);
            }
        }
        Collections.sort(names);
        return names;
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private UnusableSource wrongPassword() {
        Position at = password == null ? file.at() : password.at();
        return password == null
                ? new UnusableSource(at, "the key store needs a password", "give '" + PASSWORD + "'")
                : new UnusableSource(
                        at, "the password does not open the key store", "check what '" + PASSWORD + "' refers to");
    }

    private char[] secret() {
        return password == null ? new char[0] : password.value().reveal().toCharArray();
    }
}
