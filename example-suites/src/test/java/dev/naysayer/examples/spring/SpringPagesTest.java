package dev.naysayer.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.IssuedTarget;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether pages of another origin can read what Spring Security refuses. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SpringPagesTest {

    private static final String PAGES = "https://app.example";

    private static final RecordedAnswers SHOWN = RecordedAnswers.of(SpringPagesTest.class, "pages-answers.txt");

    /** As the reference of Spring Security has it. */
    public static final class InFront extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.start(SpringPages.InFrontOfSecurity.class, issuer);
        }
    }

    /** Pages are known to Spring MVC alone. */
    public static final class Behind extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.start(SpringPages.BehindSecurity.class, issuer);
        }
    }

    /** The same with preflights for everybody. */
    public static final class HalfMended extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.start(SpringPages.PreflightsForEverybody.class, issuer);
        }
    }

    /** As in front, and open to the origin of files. */
    public static final class OpenToNull extends IssuedTarget {

        @Override
        protected RunningApi start(String issuer) {
            return SpringOrdersApi.start(SpringPages.NullOnTheList.class, issuer);
        }
    }

    @AuthContract(value = "spring-pages.auth.yaml", target = OpenToNull.class)
    static final class OpenToNullContract {}

    @AuthContract(value = "spring-pages.auth.yaml", target = HalfMended.class)
    static final class HalfMendedContract {}

    @AuthContract(value = "spring-pages.auth.yaml", target = InFront.class)
    static final class InFrontContract {}

    @AuthContract(value = "spring-pages.auth.yaml", target = Behind.class)
    static final class BehindContract {}

    @Test
    void pages_can_read_all_where_cors_stands_in_front_of_the_checks() {
        SuiteLauncher.Run run = SuiteLauncher.run(InFrontContract.class, Map.of());

        assertThat(Findings.ofComparisons(ofPages(run))).isEqualTo(Findings.NOTHING);
        assertThat(ofPages(run)).hasSize(11);
        // Spring Security forbids caches to keep anything, so Vary does not matter; no page includes cookies.
        assertThat(ofPages(run).stream()
                        .filter(it -> it.kind() != OutcomeKind.CONFORMING)
                        .map(ComparisonOutcome::test))
                .containsExactlyInAnyOrder("vary-names-origin", "no-wildcard-with-credentials");
    }

    /**
     * The preflight is asked for a token that no browser adds, and what Security refuses lacks what MVC adds to a success: two facts, since
     * who lets OPTIONS through without a credential, as is often advised, mends the first and not the second.
     */
    @Test
    void pages_are_locked_out_where_cors_stands_behind_the_checks() {
        SuiteLauncher.Run run = SuiteLauncher.run(BehindContract.class, Map.of());

        assertThat(Findings.ofComparisons(ofPages(run))).isEqualTo("""
                comparison: violation: preflight-without-credentials
                comparison: violation: answer-allows-origin""");
        assertThat(actual(run, "preflight-without-credentials")).isEqualTo("""
                OPTIONS /orders for GET: 401
                OPTIONS /orders/{id} for GET: 401
                OPTIONS /orders for POST: 401""");
        assertThat(actual(run, "answer-allows-origin")).isEqualTo("""
                GET /orders › no-token: 401 with no Access-Control-Allow-Origin
                GET /orders/{id} › no-token: 401 with no Access-Control-Allow-Origin
                GET /orders › insufficient-scope: 403 with no Access-Control-Allow-Origin
                GET /orders/{id} › insufficient-scope: 403 with no Access-Control-Allow-Origin""");
    }

    @Test
    void who_lets_preflights_through_alone_mends_half_of_it() {
        SuiteLauncher.Run run = SuiteLauncher.run(HalfMendedContract.class, Map.of());

        assertThat(Findings.ofComparisons(ofPages(run))).isEqualTo("comparison: violation: answer-allows-origin");
    }

    @Test
    void null_on_the_list_lets_every_page_in() {
        SuiteLauncher.Run run = SuiteLauncher.run(OpenToNullContract.class, Map.of());

        assertThat(Findings.ofComparisons(ofPages(run))).isEqualTo("comparison: warning: null-origin-not-allowed");
        assertThat(actual(run, "null-origin-not-allowed")).isEqualTo("""
                GET /orders › control: Access-Control-Allow-Origin: null
                GET /orders/{id} › control: Access-Control-Allow-Origin: null""");
    }

    /** What is no preflight may need a credential as everything else, and nobody finds fault with this very API. */
    @Test
    void options_that_asks_nothing_for_a_page_is_refused_where_pages_can_read_all() throws Exception {
        InFront api = new InFront();
        api.start();
        try {
            assertThat(answer(api, "OPTIONS", "Accept", "*/*").statusCode()).isEqualTo(401);
            assertThat(answer(api, "OPTIONS", "Origin", PAGES).statusCode()).isEqualTo(403);
            assertThat(preflight(api).statusCode()).isEqualTo(200);
        } finally {
            api.stop();
        }
    }

    /** A browser is shown these elsewhere: it has to say the same of them as is found here. */
    @ParameterizedTest
    @ValueSource(classes = {InFront.class, Behind.class, HalfMended.class})
    void each_way_answers_as_a_browser_is_shown(Class<? extends IssuedTarget> way) throws Exception {
        IssuedTarget api = way.getConstructor().newInstance();
        api.start();
        try {
            SHOWN.check(way.getSimpleName() + " preflight", head(api, preflight(api)));
            SHOWN.check(way.getSimpleName() + " refusal", head(api, answer(api, "GET", "Origin", PAGES)));
        } finally {
            api.stop();
        }
    }

    private static HttpResponse<Void> preflight(IssuedTarget api) throws Exception {
        return answer(
                api,
                "OPTIONS",
                "Origin",
                PAGES,
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization");
    }

    private static HttpResponse<Void> answer(IssuedTarget api, String method, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/orders"))
                .method(method, BodyPublishers.noBody())
                .headers(headers)
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    /** The status, and what a browser looks at. */
    private static String head(IssuedTarget api, HttpResponse<Void> answer) {
        Stream<String> lines = answer.headers().map().entrySet().stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).matches("access-control-.*|www-authenticate"))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream().map(value -> field.getKey() + ": " + value));
        return Stream.concat(Stream.of(String.valueOf(answer.statusCode())), lines)
                .collect(Collectors.joining("\n"))
                .replace(api.url(), "https://orders.example");
    }

    @Test
    void the_suite_is_that_of_the_document() throws IOException, URISyntaxException {
        Path suite = Path.of(
                SpringPagesTest.class.getResource("spring-pages.auth.yaml").toURI());

        assertThat(Path.of("../docs/browsers.md")).content().contains("```yaml\n" + Files.readString(suite) + "```");
    }

    private static List<ComparisonOutcome> ofPages(SuiteLauncher.Run run) {
        return run.comparisons().stream()
                .filter(it -> it.test()
                        .matches("preflight-.*|.*-origin|.*-reflected|null-.*|.*-exposes-headers|no-wildcard-.*"))
                .toList();
    }

    private static String actual(SuiteLauncher.Run run, String test) {
        return run.comparisons().stream()
                .filter(it -> it.test().equals(test))
                .map(it -> it.finding().actual())
                .findFirst()
                .orElseThrow();
    }
}
