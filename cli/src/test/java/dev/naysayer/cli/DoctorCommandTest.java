package dev.naysayer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before a run, word for word: the files are in {@code doctor}. */
class DoctorCommandTest {

    private static final String GOOD = "oru-kentasi-4418";
    private static final String STALE = "mival-tesko-9027";
    private static final String CLIENT_SECRET = "pelo-harundi-6650";
    private static final List<String> VARIABLES = List.of("DR_TOKEN", "DR_STALE", "DR_SECRET", "DR_KEY");

    @TempDir
    private Path folder;

    private static final WireMockServer API = new WireMockServer(options().dynamicPort());
    private static final WireMockServer ISSUER = new WireMockServer(options().dynamicPort());
    private JWK key;
    private String apiUrl;
    private String issuerUrl;

    @BeforeAll
    static void start() {
        API.start();
        ISSUER.start();
    }

    @AfterAll
    static void stop() {
        API.stop();
        ISSUER.stop();
    }

    @BeforeEach
    void set_the_variables() throws JOSEException {
        API.resetAll();
        ISSUER.resetAll();
        apiUrl = API.baseUrl();
        issuerUrl = ISSUER.baseUrl();
        key = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        System.setProperty("DR_TOKEN", GOOD);
        System.setProperty("DR_STALE", STALE);
        System.setProperty("DR_SECRET", CLIENT_SECRET);
        System.setProperty("DR_KEY", key.toJSONString());
        lets("Bearer .*", Duration.ZERO);
    }

    @AfterEach
    void clear() {
        VARIABLES.forEach(System::clearProperty);
    }

    /** Where nobody listens. */
    private static String closed() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + free.getLocalPort();
        }
    }

    /** @param ahead how much the API's clock is ahead of ours */
    private void lets(String authorization, Duration ahead) {
        API.resetMappings();
        API.stubFor(any(anyUrl())
                .atPriority(9)
                .willReturn(dated(aResponse().withStatus(401), ahead)
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
        API.stubFor(any(anyUrl())
                .withHeader("Authorization", matching(authorization))
                .willReturn(dated(aResponse(), ahead)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"orders\": [1]}")));
    }

    private static ResponseDefinitionBuilder dated(ResponseDefinitionBuilder answer, Duration ahead) {
        return answer.withHeader(
                "Date", ZonedDateTime.now(ZoneOffset.UTC).plus(ahead).format(DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private void issue(String keys) {
        String metadata = "{\"issuer\": \"%1$s\", \"token_endpoint\": \"%1$s/token\", \"jwks_uri\": \"%1$s/jwks\"}";
        ISSUER.stubFor(get("/.well-known/openid-configuration")
                .willReturn(dated(aResponse(), Duration.ZERO).withBody(metadata.formatted(issuerUrl))));
        ISSUER.stubFor(get("/jwks")
                .willReturn(dated(aResponse(), Duration.ZERO).withBody("{\"keys\": [%s]}".formatted(keys))));
        ISSUER.stubFor(post("/token")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                                .formatted(GOOD))));
    }

    private Called doctor(String credentials, String further) throws IOException {
        Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                credentials: {%s}
                %s
                """.formatted(credentials, further));
        return Called.with("doctor", folder.toString(), "--target=" + apiUrl);
    }

    private String mint() {
        return "bearer: {mint: {issuer: \"%s\", audience: orders, key: \"${DR_KEY}\"}}".formatted(issuerUrl);
    }

    private String client() {
        return "bearer: {client-credentials: {issuer: \"%s\", client-id: naysayer, client-secret: \"${DR_SECRET}\"}}"
                .formatted(issuerUrl);
    }

    private static final String OPERATIONS = """
            operations: [GET /orders, {POST /orders: {mutates: true}}]
            scenarios: [no-token, expired-token, revoked-token]
            """;

    private void isTold(String file, int code, Called doctor) throws IOException {
        assertThat(doctor.all()).doesNotContain(GOOD, STALE, CLIENT_SECRET, key.toJSONString());
        String told = (doctor.out() + doctor.err())
                .replace(folder + "/", "")
                .replace(apiUrl, "http://api")
                .replace(issuerUrl, "http://issuer")
                .replaceAll("\\b\\d{4} s ahead", "<an hour> ahead")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d(T[0-9:]+Z)?", "<time>")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:<port>");
        Path recorded = Path.of("src/test/resources/dev/naysayer/cli/doctor", file);
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(recorded, told);
        }
        assertThat(recorded)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(told);
        assertThat(doctor.code()).isEqualTo(code);
    }

    /** Which a first look finds before a run has sent anything. */
    @Test
    void an_issuer_that_only_a_java_project_starts_is_told_with_what_to_do() throws IOException {
        Called doctor = doctor(
                "bearer: {mint: {issuer: embedded, audience: https://orders.example}}",
                "operations: [GET /orders]\nscenarios: [no-token]");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out())
                .contains(
                        "ILL   credential bearer: GET /orders › control: the embedded issuer runs only for a target that the build")
                .contains("start the API, or give 'issuer' and 'key' of an issuer that it trusts");
    }

    @Test
    void all_is_well_and_what_stays_untested_is_named() throws IOException {
        isTold("well.txt", 0, doctor(mint(), OPERATIONS));

        API.verify(1, anyRequestedFor(anyUrl()));
        API.verify(0, postRequestedFor(anyUrl()));
        ISSUER.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_client_has_its_issuer_looked_at() throws IOException {
        issue(key.toPublicJWK().toJSONString());

        isTold("client.txt", 0, doctor(client(), OPERATIONS));

        assertThat(API.getAllServeEvents().size() + ISSUER.getAllServeEvents().size())
                .as("what it says is what it sends")
                .isEqualTo(5);
    }

    @Test
    void a_key_that_the_issuer_does_not_publish_is_named() throws IOException, JOSEException {
        issue(new ECKeyGenerator(Curve.P_256)
                .keyID("mine")
                .generate()
                .toPublicJWK()
                .toJSONString());
        lets("nothing", Duration.ZERO);

        isTold("wrong-key.txt", 1, doctor(mint(), OPERATIONS));
    }

    @Test
    void a_published_key_is_not_to_blame() throws IOException {
        issue(key.toPublicJWK().toJSONString());
        lets("nothing", Duration.ZERO);

        assertThat(doctor(mint(), OPERATIONS).out())
                .contains("well  key of 'mint': it is published at", "ILL   credential bearer");
    }

    @Test
    void an_issuer_that_nobody_can_ask_proves_nothing_of_the_key() throws IOException {
        lets("nothing", Duration.ZERO);
        issuerUrl = closed();

        assertThat(doctor(mint(), OPERATIONS).out())
                .contains("open  key of 'mint': whether the issuer publishes it is not known");
    }

    @Test
    void a_clock_that_is_off_is_named() throws IOException {
        lets("Bearer .*", Duration.ofHours(1));

        isTold("clock.txt", 1, doctor(mint(), OPERATIONS));
    }

    @Test
    void an_issuer_that_is_down_is_named() throws IOException {
        issuerUrl = closed();

        isTold("issuer-down.txt", 1, doctor(client(), OPERATIONS));
    }

    @Test
    void a_variable_that_is_missing_is_a_problem_and_nothing_is_sent() throws IOException {
        System.clearProperty("DR_KEY");

        isTold("missing-variable.txt", 1, doctor(mint(), OPERATIONS));

        API.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void a_stale_subject_is_named_and_who_may_nothing_cannot_be_tried() throws IOException {
        lets("Bearer " + GOOD, Duration.ZERO);

        isTold("stale-subject.txt", 1, doctor("bearer: {token: {good: \"${DR_TOKEN}\"}}", """
                        subjects:
                          anna: {bearer: {token: {good: "${DR_TOKEN}"}}}
                          bert: {bearer: {token: {good: "${DR_STALE}"}}}
                          otto: {bearer: {token: {good: "${DR_STALE}"}}}
                        operations:
                          - GET /orders: {allows: [anna, bert]}
                          - GET /audit: {allows: bert}
                        scenarios: [no-token]
                        """));
    }

    @Test
    void what_only_changes_something_is_not_tried() throws IOException {
        Called doctor = doctor(mint(), """
                operations: [{POST /orders: {mutates: true}}]
                scenarios: [no-token]
                """);

        assertThat(doctor.code()).isZero();
        assertThat(doctor.out())
                .contains("open  credential bearer: not tried: it opens POST /orders", "0 requests sent");
        API.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void an_expired_certificate_and_a_port_without_tls_are_told_apart() throws Exception {
        HttpsServer old = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        old.setHttpsConfigurator(new HttpsConfigurator(expired()));
        old.start();
        try {
            doctor(mint(), OPERATIONS);
            isTold(
                    "expired-certificate.txt",
                    1,
                    at("https://127.0.0.1:" + old.getAddress().getPort()));
            isTold("plain-port.txt", 1, at(apiUrl.replace("http:", "https:").replace("localhost", "127.0.0.1")));
        } finally {
            old.stop(0);
        }
    }

    private Called at(String target) {
        return Called.with("doctor", folder.toString(), "--target=" + target);
    }

    @Test
    void a_target_that_is_down_is_asked_for_nothing() throws IOException {
        apiUrl = closed();

        Called doctor = doctor(mint(), OPERATIONS);

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out())
                .contains("connection refused by", "open  credential bearer: not tried", "0 requests sent");
    }

    @Test
    void where_no_suite_is_nothing_is_looked_at() {
        assertThat(Called.with("doctor", folder.toString()).code()).isEqualTo(2);
    }

    private SSLContext expired() throws Exception {
        Path store = folder.resolve("old.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-startdate",
                        "-30d",
                        "-validity",
                        "10",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
