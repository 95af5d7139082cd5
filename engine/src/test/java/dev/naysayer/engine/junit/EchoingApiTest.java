package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.naysayer.engine.exchange.redaction.EchoModes;
import dev.naysayer.engine.run.ContractTarget;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.log.RequestLoggingFilter;
import io.restassured.filter.log.ResponseLoggingFilter;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import tools.jackson.databind.json.JsonMapper;

/**
 * An API and an authorization server that send back whatever they were sent, in every form there is: nothing that a run tells holds
 * ten characters of a secret.
 */
@ExtendWith(SuiteKey.class)
@Timeout(120)
class EchoingApiTest {

    private static final String TOKEN = "2YotnFZFEjr1zCsicMWpAA-9Vq8Lw3Kd7Rb5";
    private static final String PASSWORD = "c0rrect-horse/battery+st@ple";
    private static final String CLIENT_SECRET = "ZJYCqe3GGRvdrudKyZS0XhGv_Z45DuKhCUk0gBR1vZk";
    private static final String USERS_KEY = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
    private static final String NAMED = "jdbc-Passw0rd-Qx7!zz";

    /** What was sent that a run makes for itself: JWTs, and what a client says to an authorization server. */
    private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static @Nullable HttpServer api;

    @BeforeAll
    static void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", EchoingApiTest::answer);
        api.createContext("/token", EchoingApiTest::issue);
        api.createContext("/login", EchoingApiTest::logIn);
        api.start();
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.stop(0);
        }
    }

    @AuthContract(value = "echo/given.auth.yaml", target = Target.class)
    static class Given {}

    @AuthContract(value = "echo/minted.auth.yaml", target = Target.class)
    static class Minted {}

    @AuthContract(value = "echo/basic.auth.yaml", target = Target.class)
    static class Basic {}

    @AuthContract(value = "echo/header.auth.yaml", target = Target.class)
    static class Header {}

    @AuthContract(value = "echo/query.auth.yaml", target = Target.class)
    static class Query {}

    @AuthContract(value = "echo/cookie.auth.yaml", target = Target.class)
    static class Cookie {}

    @AuthContract(value = "echo/client.auth.yaml", target = Target.class)
    static class Client {}

    @AuthContract(value = "echo/form.auth.yaml", target = Target.class)
    static class Form {}

    @AuthContract(value = "echo/assertion.auth.yaml", target = Target.class)
    static class Assertion {}

    @AuthContract(value = "echo/login.auth.yaml", target = Target.class)
    static class LoggedIn {}

    /** Adds a key of its own to each request, logs all, and speaks of a secret when it is stopped. */
    public static final class Target implements ContractTarget {

        @Override
        public void start() {}

        @Override
        public String url() {
            return base();
        }

        @Override
        public Set<String> promisedVariables() {
            return Set.of("TOKEN", "PASSWORD", "CLIENT_SECRET", "ISSUER");
        }

        @Override
        public Map<String, String> variables() {
            return Map.of("TOKEN", TOKEN, "PASSWORD", PASSWORD, "CLIENT_SECRET", CLIENT_SECRET, "ISSUER", base());
        }

        @Override
        public Collection<String> secrets() {
            return List.of(NAMED);
        }

        @Override
        public RequestSpecification requestSpecification() {
            return new RequestSpecBuilder()
                    .addHeader("Ocp-Apim-Subscription-Key", USERS_KEY)
                    .build();
        }

        @Override
        public List<Filter> filters() {
            return List.of(new RequestLoggingFilter(System.out), new ResponseLoggingFilter(System.out));
        }

        @Override
        public void stop() {
            throw new IllegalStateException("the connection with " + NAMED + " did not close");
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Given.class,
                Minted.class,
                Basic.class,
                Header.class,
                Query.class,
                Cookie.class,
                Client.class,
                Form.class,
                Assertion.class,
                LoggedIn.class
            })
    void nothing_that_is_told_holds_a_secret(Class<?> contract) {
        SENT.clear();
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(console, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        EngineExecutionResults results;
        try {
            results = Contracts.engine().selectors(selectClass(contract)).execute();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        String told = (told(results) + console.toString(StandardCharsets.UTF_8))
                .lines()
                .distinct()
                .collect(Collectors.joining("\n"));
        assertThat(results.testEvents().finished().count()).isGreaterThan(3);
        assertThat(told)
                .contains("***redacted***", "FAULT OF NAYSAYER: the message of java.lang.IllegalStateException")
                .contains(contract == Basic.class ? "value=Basic !!!" : "")
                .doesNotContain("FAULT OF NAYSAYER: the outcome", "FAULT OF NAYSAYER: its outcome");
        assertThat(secrets())
                .allSatisfy(secret -> assertThat(EchoModes.shown(secret, told)).isEmpty());
    }

    /** All that was sent, and what was never sent and only spoken of. */
    private static Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>(SENT);
        secrets.addAll(List.of(TOKEN, PASSWORD, CLIENT_SECRET, USERS_KEY, NAMED));
        return secrets;
    }

    private static String told(EngineExecutionResults results) {
        StringBuilder told = new StringBuilder();
        results.allEvents().stream().forEach(event -> told.append(told(event)).append('\n'));
        // As they are, and as they are written down.
        JsonMapper json = new JsonMapper();
        Stream.concat(Published.outcomes(results).stream(), Published.comparisons(results).stream())
                .forEach(outcome -> told.append(outcome)
                        .append('\n')
                        .append(json.writeValueAsString(outcome))
                        .append('\n'));
        return told.toString();
    }

    private static String told(Event event) {
        StringWriter told = new StringWriter();
        event.getPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                .ifPresent(entry -> entry.getKeyValuePairs()
                        .values()
                        .forEach(value -> told.append(value).append('\n')));
        event.getPayload(TestExecutionResult.class)
                .flatMap(TestExecutionResult::getThrowable)
                .ifPresent(thrown -> thrown.printStackTrace(new PrintWriter(told)));
        event.getPayload(String.class).ifPresent(told::append);
        return told.toString();
    }

    private static String base() {
        return "http://127.0.0.1:"
                + java.util.Objects.requireNonNull(api).getAddress().getPort();
    }

    /** Refuses everybody and says why at length; lets nobody see the same form twice in a row. */
    private static void answer(HttpExchange exchange) throws IOException {
        List<String> sent = presented(exchange);
        sent.stream().filter(value -> value.startsWith("eyJ")).forEach(SENT::add);
        send(exchange, sent.isEmpty() || sent.get(0).length() % 2 == 0 ? 401 : 403, sent);
    }

    /** Gives a token to every second client, and quotes the others. */
    private static void issue(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> sent = Stream.concat(
                        presented(exchange).stream(),
                        Stream.of(form.split("&", -1))
                                .filter(pair ->
                                        pair.startsWith("client_secret=") || pair.startsWith("client_assertion="))
                                .map(pair -> URLDecoder.decode(
                                        pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8)))
                .toList();
        SENT.addAll(sent);
        if (NEXT.incrementAndGet() % 2 == 0) {
            byte[] body = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                    .formatted(TOKEN)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            return;
        }
        send(exchange, 401, sent);
    }

    /** Opens a session, and says in its answer with which password. */
    private static void logIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SENT.add(URLDecoder.decode(form.substring(form.lastIndexOf('=') + 1), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().add("Set-Cookie", "SESSION=" + TOKEN + "; HttpOnly");
        send(exchange, 200, List.of(PASSWORD));
    }

    private static List<String> presented(HttpExchange exchange) {
        List<String> sent = Stream.of("Authorization", "X-API-Key", "Ocp-Apim-Subscription-Key", "Cookie")
                .flatMap(name -> exchange.getRequestHeaders().getOrDefault(name, List.of()).stream())
                .map(value -> value.substring(Math.max(value.indexOf(' '), value.indexOf('=')) + 1))
                .toList();
        String query = exchange.getRequestURI().getQuery();
        return Stream.concat(
                        sent.stream(),
                        query == null ? Stream.empty() : Stream.of(query.substring(query.indexOf('=') + 1)))
                .flatMap(value -> Stream.concat(Stream.of(value), unpacked(value)))
                .filter(value -> value.length() >= 20)
                .toList();
    }

    /** The password of a pair. */
    private static Stream<String> unpacked(String value) {
        try {
            String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            return pair.startsWith("orders:") ? Stream.of(pair.substring("orders:".length())) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    private static void send(HttpExchange exchange, int status, List<String> sent) throws IOException {
        StringBuilder body = new StringBuilder("{\"title\": \"no\"}\n");
        for (String secret : sent) {
            List<EchoModes.Echo> modes = EchoModes.of(secret);
            for (int i = 0; i < 4; i++) {
                EchoModes.Echo echo = modes.get(NEXT.getAndIncrement() % modes.size());
                body.append(echo.text()).append('\n');
                if (echo.text().length() < 4000 && echo.text().chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
                    exchange.getResponseHeaders().add("X-Debug-" + i, echo.text());
                }
            }
        }
        exchange.getResponseHeaders()
                .add("WWW-Authenticate", "Bearer realm=\"%s\"".formatted(sent.isEmpty() ? "" : sent.get(0)));
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
