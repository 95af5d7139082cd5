package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.junit.GuardedApi.Field;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite and the document that {@code docs/openapi.md} shows: at an API that is right, and at others. */
@Timeout(60)
@ExtendWith(SuiteKey.class)
class DocumentedRunTest {

    private static final String SUITE =
            shown(1).replaceFirst("target: .*\n", "").replace("ORDERS_KEY", "NAYSAYER_TEST_KEY");
    private static final String DOCUMENT = shown(2);

    private static final String RULE = "answer-as-documented";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String shown(int block) {
        try {
            return Files.readString(Path.of("../docs/openapi.md"))
                    .split("```yaml\n", -1)[block]
                    .split("```", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer orders(Asked it) {
        if (it.uri().equals("/health")) {
            return Answer.served("{\"well\":true}");
        }
        if (!it.hasGoodToken()) {
            boolean none = it.authorization("Bearer") == null;
            return refused(
                    401,
                    "{\"title\":\"Unauthorized\"}",
                    "Bearer realm=\"orders\"" + (none ? "" : ", error=\"invalid_token\""));
        }
        String scope = it.method().equals("POST") ? "orders:write" : "orders:read";
        return scope.equals(scope(it))
                ? Answer.served("{\"order\":1001}")
                : refused(
                        403,
                        "{\"title\":\"Forbidden\"}",
                        "Bearer realm=\"orders\", error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
    }

    private static Answer refused(int status, String json, String challenge) {
        Answer plain = Answer.refused(status, json, challenge);
        List<Field> fields = plain.fields().stream()
                .map(it -> it.name().equals("Content-Type") ? new Field(it.name(), "application/problem+json") : it)
                .toList();
        return new Answer(status, fields, json);
    }

    private static String scope(Asked it) {
        try {
            return String.valueOf(SignedJWT.parse(it.authorization("Bearer"))
                    .getJWTClaimsSet()
                    .getClaim("scope"));
        } catch (ParseException e) {
            return "";
        }
    }

    private static List<String> found(List<CaseOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(it -> it.findings().stream()
                        .filter(finding -> finding.rule().equals(RULE) && finding.violated())
                        .map(finding -> "%s › %s: %s %s, %s"
                                .formatted(
                                        it.operation(),
                                        it.scenario(),
                                        finding.level(),
                                        finding.source(),
                                        finding.actual())))
                .toList();
    }

    @Test
    void what_the_document_lists_is_asked_for_and_an_api_that_is_right_conforms() throws IOException {
        try (GuardedApi api = new GuardedApi(DocumentedRunTest::orders)) {
            List<CaseOutcome> outcomes = outcomes(SUITE, DOCUMENT, api);

            assertThat(outcomes)
                    .filteredOn(it -> !it.operation().equals("GET /health"))
                    .extracting(CaseOutcome::kind)
                    .containsOnly(OutcomeKind.CONFORMING);
            assertThat(outcomes)
                    .extracting(CaseOutcome::operation)
                    .containsOnly("GET /orders", "POST /orders", "GET /orders/{orderId}", "GET /health");
            assertThat(api.asked())
                    .extracting(it -> it.method() + " " + it.uri())
                    .containsOnly("GET /orders?page=1", "POST /orders", "GET /orders/1001", "GET /health");
            assertThat(found(outcomes))
                    .containsExactly(
                            "GET /orders/{orderId} › no-token: advice openapi.yaml:18 #/paths/~1orders~1{orderId}/get/responses, 401",
                            "GET /orders/{orderId} › expired-token: advice openapi.yaml:18 #/paths/~1orders~1{orderId}/get/responses, 401",
                            "GET /orders/{orderId} › insufficient-scope: advice openapi.yaml:18 #/paths/~1orders~1{orderId}/get/responses, 403");
        }
    }

    @Test
    void bodies_and_cookies_of_the_document_reach_the_api() throws IOException {
        String document = DOCUMENT.replace(
                "schema: {type: integer, default: 1}}]",
                "schema: {type: integer, default: 1}}, {name: shop, in: cookie, required: true, example: north},"
                        + " {name: theme, in: cookie, required: true, example: dark}]");
        try (GuardedApi api = new GuardedApi(it -> {
            boolean whole = it.method().equals("POST")
                    ? "application/json".equals(it.header("Content-Type"))
                            && "{\"item\":\"book\",\"quantity\":1}".length()
                                    == Integer.parseInt(String.valueOf(it.header("Content-Length")))
                    : !it.uri().startsWith("/orders?") || it.lines("Cookie").equals(List.of("shop=north; theme=dark"));
            Answer answer = orders(it);
            return whole || answer.status() != 200 ? answer : refused(422, "{\"title\":\"Incomplete\"}", "Bearer");
        })) {
            List<CaseOutcome> outcomes = outcomes(SUITE, document, api);

            assertThat(outcomes)
                    .filteredOn(it -> it.scenario().equals("control"))
                    .extracting(CaseOutcome::kind)
                    .containsOnly(OutcomeKind.CONFORMING);
            assertThat(api.asked()).anyMatch(it -> it.uri().startsWith("/orders?") && it.hasCookie("theme=dark"));
            assertThat(api.asked()).anyMatch(it -> it.method().equals("POST"));
        }
    }

    @Test
    void a_server_of_the_document_is_only_told_where_the_suite_has_no_target() throws IOException {
        Files.writeString(
                folder.resolve("openapi.yaml"),
                DOCUMENT
                        + "servers: [{url: 'https://{region}.orders.example/v1', variables: {region: {default: eu}}}]\n");
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), SUITE);

        assertThat(Contracts.problems(Contracts.engine().selectors(selectFile(file.toFile()))))
                .singleElement()
                .asString()
                .contains(
                        "orders.auth.yaml:1:1: the suite names no target",
                        "the document names one (openapi.yaml:47): where that is meant, add 'target: https://eu.orders.example/v1', else another;"
                                + " or set naysayer.target, or let the class start one");
    }

    @Test
    void a_control_that_gets_404_is_told_of_a_base_path_that_its_target_lacks() throws IOException {
        String document = DOCUMENT + "servers: [{url: /v1}]\n";
        try (GuardedApi api = new GuardedApi(it -> refused(404, "{\"title\":\"Not Found\"}", "Bearer"))) {
            assertThat(outcomes(SUITE, document, api))
                    .filteredOn(it -> it.scenario().equals("control"))
                    .extracting(CaseOutcome::reason)
                    .allMatch(it -> String.valueOf(it)
                            .contains(
                                    "the document's server has the path /v1 (openapi.yaml:47), and this request has not:"
                                            + " let the target end with it; or check the path"));
        }
    }

    @Test
    void what_is_refused_otherwise_than_the_document_has_it_warns_with_the_place_in_the_document() throws IOException {
        List<CaseOutcome> outcomes = outcomes(it -> {
            Answer answer = orders(it);
            return answer.status() == 401 && it.uri().startsWith("/orders?")
                    ? refused(401, "{\"message\":\"no\"}", "Bearer realm=\"orders\"")
                    : answer;
        });

        assertThat(found(outcomes))
                .contains(
                        "GET /orders › no-token: SHOULD openapi.yaml:43 #/components/schemas/Problem, the body: required property 'title' not found");
        assertThat(outcomes)
                .filteredOn(it ->
                        it.operation().equals("GET /orders") && it.scenario().equals("no-token"))
                .extracting(CaseOutcome::kind)
                .containsExactly(OutcomeKind.WARNING);
    }

    @Test
    void a_documented_status_makes_nothing_right() throws IOException {
        String document = DOCUMENT.replace(
                "'200': {description: A page of orders.}", "'403': {$ref: '#/components/responses/Refused'}");
        try (GuardedApi api = new GuardedApi(it -> {
            Answer answer = orders(it);
            return answer.status() == 401 ? refused(403, "{\"title\":\"Unauthorized\"}", "Bearer") : answer;
        })) {
            List<CaseOutcome> outcomes = outcomes(SUITE, document, api);

            assertThat(found(outcomes)).noneMatch(it -> it.startsWith("GET /orders ›"));
            assertThat(outcomes)
                    .filteredOn(it -> it.operation().equals("GET /orders")
                            && it.scenario().equals("no-token"))
                    .flatExtracting(CaseOutcome::findings)
                    .filteredOn(it -> it.violated())
                    .extracting(it -> it.rule())
                    .contains("bad-credentials-get-401");
        }
    }

    private List<CaseOutcome> outcomes(Function<Asked, Answer> guard) throws IOException {
        try (GuardedApi api = new GuardedApi(guard)) {
            return outcomes(SUITE, DOCUMENT, api);
        }
    }

    private List<CaseOutcome> outcomes(String suite, String document, GuardedApi api) throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), document);
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), "target: %s\n%s".formatted(api.url(), suite));
        return Published.outcomes(
                Contracts.engine().selectors(selectFile(file.toFile())).execute());
    }
}
