package dev.naysayer.examples.correct;

import dev.naysayer.engine.run.ContractTarget;
import dev.naysayer.examples.issuer.Issuer;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Gives the suites their secrets and trust; where the API is, the setting {@code naysayer.target} says. */
public final class StyleTarget implements ContractTarget {

    static final Issuer ISSUER = Issuer.start();
    static final String USER = "tester";
    static final String PASSWORD = telling();
    static final String KEY = "Stock-Key-" + UUID.randomUUID();

    private static final char[] EVERYBODY_KNOWS = "password".toCharArray();

    /** A password with which every condition can be made: long, beyond ASCII, with padding and with + or / in base64. */
    private static String telling() {
        String password = "gr\u00f6\u00dfer-" + UUID.randomUUID() + UUID.randomUUID();
        while (!base64(password).matches(".*[+/].*=")) {
            password += "?";
        }
        return password;
    }

    private static String base64(String password) {
        return Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Set<String> promisedVariables() {
        return variables().keySet();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "CORRECT_ISSUER",
                ISSUER.url(),
                "CORRECT_SIGNING_KEY",
                ISSUER.privateKey(),
                "CORRECT_PASSWORD",
                PASSWORD,
                "CORRECT_KEY",
                KEY);
    }

    @Override
    public void start() {}

    @Override
    public String url() {
        throw new IllegalStateException("the setting naysayer.target names the API");
    }

    @Override
    public void stop() {}

    /** The certificate is WireMock's, which is made out to nobody. */
    @Override
    public RequestSpecification requestSpecification() {
        SSLConfig ssl = SSLConfig.sslConfig().trustStore(certificates()).allowAllHostnames();
        return new RequestSpecBuilder()
                .setConfig(RestAssuredConfig.config().sslConfig(ssl))
                .build();
    }

    private static KeyStore certificates() {
        try (InputStream file =
                Objects.requireNonNull(StyleTarget.class.getClassLoader().getResourceAsStream("keystore"))) {
            KeyStore own = KeyStore.getInstance("JKS");
            own.load(file, EVERYBODY_KNOWS);
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "wiremock", own.getCertificate(own.aliases().nextElement()));
            return trusted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("WireMock's certificate cannot be read", e);
        }
    }
}
