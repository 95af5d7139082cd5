package dev.naysayer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people get wrong first: what they are told, word for word, and that the next step, followed word for word, leads on. */
class MistakesTest {

    private static final String GOOD = "senva-tiluko-3047";
    private static final String SECRET = "brento-kasul-9915";
    private static final String STALE = "velmi-orunta-1174";
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final List<String> VARIABLES =
            List.of("ORDERS_TOKEN", "ORDERS_SECRET", "STAGING_TOKEN", "STALE_TOKEN", "STALE_SECRET");

    @TempDir
    private static Path keys;

    private static WireMockServer api = new WireMockServer();
    private static String closed = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        String store = store().toString();
        api = new WireMockServer(options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(store)
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        api.start();
        stub();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://localhost:" + free.getLocalPort();
        }
        System.setProperty(TRUST, store);
        System.setProperty(TRUST + "Password", PASSWORD);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST + "Password");
        api.stop();
    }

    @BeforeEach
    void set_the_variables() {
        System.setProperty("ORDERS_TOKEN", GOOD);
        System.setProperty("ORDERS_SECRET", SECRET);
        System.setProperty("STALE_TOKEN", STALE);
        System.setProperty("STALE_SECRET", STALE);
    }

    @AfterEach
    void clear() {
        VARIABLES.forEach(System::clearProperty);
    }

    static List<Mistake> mistakes() throws IOException {
        return Mistake.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void it_is_told_with_a_next_step_that_works(Mistake mistake) throws IOException {
        mistake.write(folder, MistakesTest::filled);

        Called told = call(mistake);

        String message = shown(told.out() + told.err());
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(mistake.message(), message);
        }
        assertThat(mistake.message())
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(message);
        assertThat(told.code()).isNotZero();
        assertThat(message).contains(mistake.says()).doesNotContain(GOOD, SECRET, STALE, "open-sesame");

        String touched = shown(mistake.follow(folder, MistakesTest::filled));

        if (mistake.word() != null) {
            assertThat(message).contains(shown(mistake.word()));
            assertThat(touched).contains(shown(mistake.word()));
        }
        Called after = call(mistake);
        assertThat(after.all()).doesNotContain(mistake.says());
        assertThat(after.code()).as(after.all()).isZero();
    }

    private Called call(Mistake mistake) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(mistake.command(), folder.toString()));
        if (mistake.command().equals("run")) {
            arguments.add("--report=" + Files.createTempDirectory(folder, "report"));
        }
        return Called.with(arguments.toArray(String[]::new));
    }

    private static String filled(String text) {
        return text.replace("@api@", api.baseUrl().replaceFirst("https:.*", "http://localhost:" + api.port()))
                .replace("@in-clear@", "http://localhost:" + api.httpsPort())
                .replace("@closed@", closed)
                .replace("@good@", GOOD)
                .replace("@secret@", SECRET);
    }

    /** The same every time. */
    private String shown(String text) {
        return text.replace(folder + "/", "")
                .replace(folder.toString(), "suites")
                .replace("http://localhost:" + api.httpsPort(), "@in-clear@")
                .replace("http://localhost:" + api.port(), "@api@")
                .replace(closed, "@closed@")
                .replaceAll("report\\d+", "report")
                // A server that hears no TLS may still write an alert, or just end.
                .replaceAll("(control: ).*@in-clear@.*", "$1<no answer>");
    }

    private static void stub() {
        api.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("WWW-Authenticate", "Bearer realm=\"orders\"")
                        .withBody("{\"type\": \"about:blank\", \"title\": \"Unauthorized\", \"status\": 401}")));
        api.stubFor(any(anyUrl())
                .withHeader("Authorization", equalTo("Bearer " + GOOD))
                .willReturn(json("{\"orders\": [1]}")));
        String issuer = "http://localhost:%d/realms/orders".formatted(api.port());
        api.stubFor(get("/realms/orders/.well-known/openid-configuration")
                .willReturn(json("{\"issuer\": \"%1$s\", \"token_endpoint\": \"%1$s/token\"}".formatted(issuer))));
        api.stubFor(get(urlMatching(".*/[.]well-known/.*"))
                .atPriority(6)
                .willReturn(aResponse().withStatus(404)));
        api.stubFor(post("/realms/orders/token")
                .atPriority(6)
                .willReturn(json("{\"error\": \"invalid_client\"}").withStatus(401)));
        api.stubFor(post("/realms/orders/token")
                .withBasicAuth("naysayer", SECRET)
                .willReturn(json("{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                        .formatted(GOOD))));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    /** A server's key, and its certificate for whoever trusts it. */
    private static Path store() throws Exception {
        Path store = keys.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(keys.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return store;
    }
}
