package dev.naysayer.engine.rule.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import dev.naysayer.engine.rule.profile.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked as a browser asks: little, never with a credential where a browser has none, and nothing that changes data. */
class PagesTest {

    private static final String BEARER = "bearer: {token: {good: \"${TOKEN}\"}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_suite_that_names_no_pages_asks_nothing_and_has_no_test() {
        Suite suite = suite("", BEARER, "[GET /orders]");

        assertThat(Comparisons.of(CasePlan.of(suite))).noneMatch(OfPages.class::isInstance);
        assertThat(questions(suite)).isEmpty();
    }

    @Test
    void each_operation_is_asked_for_by_a_preflight_a_control_and_a_refusal_of_each_status() {
        Suite suite = suite("browsers: https://app.example", BEARER, "[GET /orders: {scope: orders:read}]");

        assertThat(questions(suite))
                .extracting(Question::name)
                .containsExactly(
                        "OPTIONS /orders › no-token (preflight for GET with authorization from https://app.example)",
                        "GET /orders › control (origin from https://app.example)",
                        "GET /orders › no-token (origin from https://app.example)",
                        "GET /orders › insufficient-scope (origin from https://app.example)",
                        "GET /orders › control (unknown-origin from https://app.example.naysayer.invalid)",
                        "GET /orders › control (null-origin from null)");
    }

    @Test
    void a_preflight_has_what_a_browser_sends_and_nothing_of_the_suite() {
        Suite suite = suite(
                "browsers: {origin: https://app.example, headers: X-Tenant}\nheaders: {X-Request-ID: \"${uuid}\"}\nquery: {v: 2}",
                BEARER,
                "[POST /orders: {mutates: true, body: {a: 1}}]");
        Question preflight = questions(suite).get(0);

        assertThat(preflight.it().operation().method()).isEqualTo("OPTIONS");
        assertThat(preflight.it().operation().body()).isNull();
        assertThat(preflight.it().operation().fields().headers())
                .extracting(field -> field.name() + ": " + field.value())
                .containsExactly(
                        "Origin: https://app.example",
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization,content-type,x-tenant");
        assertThat(preflight.it().operation().fields().query())
                .extracting(RequestFields.Field::name)
                .containsExactly("v");
        assertThat(preflight.it().presents().all()).isEmpty();
        assertThat(preflight.it().condition().need()).isEqualTo(TokenNeed.Kind.NONE);
    }

    @Test
    void no_control_is_asked_again_that_changes_data() {
        Suite suite = suite("browsers: https://app.example", BEARER, "[POST /orders: {mutates: true}]");

        assertThat(questions(suite)).extracting(it -> it.it().role()).doesNotContain(CaseRole.CONTROL);
    }

    @Test
    void a_key_is_asked_for_by_its_own_header() {
        Suite suite = suite(
                "browsers: https://app.example",
                "api-key: {header: X-API-Key, token: {good: \"${TOKEN}\"}}",
                "[GET /orders]");

        assertThat(Pages.of(new Answer(questions(suite).get(0).it(), evidence("OPTIONS", 204), Probe.PREFLIGHT))
                        .headers())
                .containsExactly("x-api-key");
    }

    @Test
    void a_cookie_needs_no_preflight_and_includes_credentials() {
        Suite suite = suite(
                "browsers: https://app.example",
                "api-key: {cookie: session, token: {good: \"${TOKEN}\"}}",
                "[GET /orders]");

        assertThat(questions(suite)).extracting(Question::probe).doesNotContain(Probe.PREFLIGHT);
        assertThat(questions(suite))
                .allMatch(it -> Pages.of(new Answer(it.it(), evidence("GET", 200), it.probe()))
                        .include());
    }

    /** The browser would send the key with it, and a preflight without would be another one. */
    @Test
    void a_key_in_the_url_gets_no_preflight() {
        Suite suite = suite(
                "browsers: {origin: https://app.example, headers: X-Tenant}",
                "api-key: {query: key, token: {good: \"${TOKEN}\"}}",
                "[GET /orders]");

        assertThat(questions(suite)).extracting(Question::probe).doesNotContain(Probe.PREFLIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example, https://app.example.naysayer.invalid",
        "http://localhost:3000, http://localhost.naysayer.invalid:3000",
        "http://[::1]:3000, http://naysayer.invalid:3000",
        "http://[::1], http://naysayer.invalid",
        "capacitor://localhost, capacitor://localhost.naysayer.invalid"
    })
    void an_origin_that_nobody_has_looks_like_the_pages_own(String origin, String nobodys) {
        assertThat(PageQuestions.nobodys(origin)).isEqualTo(nobodys);
    }

    /** All that the comparisons ask, each question once, where no-token got 401 and a missing scope 403. */
    private static List<Question> questions(Suite suite) {
        List<Answer> answers = CasePlan.of(suite).stream()
                .filter(it -> it.role() != CaseRole.CONTROL_AFTER)
                .map(it -> Answer.of(it, evidence(it.operation().method(), status(it))))
                .toList();
        return Stream.of(
                        PageQuestions.preflights(answers),
                        PageQuestions.answered(answers),
                        PageQuestions.fromElsewhere(answers),
                        PageQuestions.fromNowhere(answers))
                .flatMap(List::stream)
                .toList();
    }

    private static int status(ContractCase it) {
        return it.control() ? 200 : it.condition().info().name().equals("insufficient-scope") ? 403 : 401;
    }

    private static Evidence evidence(String method, int status) {
        return Evidence.of(
                new Request(method, "https://api.example/orders", List.of(), null),
                new Response(status, List.of(), new Body(new byte[0], false), List.of()));
    }

    private Suite suite(String browsers, String credentials, String operations) {
        Path file = folder.resolve("pages.auth.yaml");
        try {
            Files.writeString(file, """
                    suite: Pages API
                    target: https://api.example
                    %s
                    credentials: {%s}
                    operations: %s
                    scenarios: [no-token, wrong-scheme, insufficient-scope]
                    """.formatted(browsers, credentials, operations));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reading reading = new SuiteReader(Profiles.vocabulary()).read(file, folder, Variables.of(name -> "secret"));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).suite();
    }
}
