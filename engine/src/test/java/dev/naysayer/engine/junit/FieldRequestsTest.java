package dev.naysayer.engine.junit;

import static dev.naysayer.engine.junit.FieldApi.both;
import static dev.naysayer.engine.junit.FieldApi.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.junit.FieldApi.Answer;
import dev.naysayer.engine.junit.FieldApi.Asked;
import dev.naysayer.engine.junit.FieldApi.Found;
import dev.naysayer.engine.junit.FieldApi.Token;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** APIs that want more of a request than a credential: a suite says it, without any Java. */
@ExtendWith(SuiteKey.class)
@Timeout(60)
class FieldRequestsTest {

    private static final Map<String, String> SAFE = headers(
            "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "Content-Type", "application/json");

    private static final List<String> CRASHED = List.of("bad-credentials-get-401", "no-stack-trace", "no-file-path");

    /** Takes requests only of those who can read streams, too; whoever is nobody is told that his token is bad. */
    private static Answer tools(Asked asked) {
        if (asked.token() != Token.GOOD) {
            return new Answer(
                    401,
                    both(SAFE, headers("WWW-Authenticate", "Bearer error=\"invalid_token\"")),
                    "{\"error\":\"invalid_token\"}");
        }
        boolean both = asked.header("Accept").contains("application/json")
                && asked.header("Accept").contains("text/event-stream");
        return new Answer(both ? 200 : 406, SAFE, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}}");
    }

    @Test
    void a_tool_server_that_wants_both_kinds_of_answer_accepted_is_asked_so() throws IOException {
        try (FieldApi api = new FieldApi(FieldRequestsTest::tools)) {
            Found found = api.run("mcp.auth.yaml");

            assertThat(found.outcomes().get(0).kind()).isEqualTo(OutcomeKind.CONFORMING);
            assertThat(found.broken().get("no-token"))
                    .containsExactly("no-error-without-credentials", "resource-metadata-named");
            assertThat(found.broken().get("expired-token")).containsExactly("resource-metadata-named");
            assertThat(found.compared()).isEmpty();
        }
    }

    @Test
    void a_control_that_asks_for_the_wrong_kind_is_told_how_to_say_another() throws IOException {
        try (FieldApi api = new FieldApi(FieldRequestsTest::tools)) {
            CaseOutcome control = api.run("mcp-plain.auth.yaml").outcomes().get(0);

            assertThat(control.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
            assertThat(control.reason())
                    .contains("asked for was Accept: application/json, application/problem+json;"
                            + " ask for what the API has, with 'accept' at the operation or the suite");
        }
    }

    /** Knows a JSON client from others, and crashes for these on its way to a login page. */
    private static Answer framework(Asked asked) {
        if (asked.token() == Token.GOOD) {
            return new Answer(200, headers("Content-Type", "application/json"), "{\"id\":1}");
        }
        return asked.header("Accept").contains("json")
                ? new Answer(
                        401,
                        both(SAFE, headers("WWW-Authenticate", "Bearer realm=\"api\"")),
                        "{\"message\":\"Log in first.\"}")
                : new Answer(
                        500,
                        headers("Content-Type", "text/html; charset=UTF-8"),
                        "<html><body>Shop\\Routing\\Exception\\NoSuchRouteException: there is no route of the name login"
                                + " in /srv/shop/vendor/web/src/Routing/Links.php:526</body></html>");
    }

    @Test
    void a_framework_that_is_right_to_json_clients_only_is_seen_by_what_is_accepted() throws IOException {
        try (FieldApi api = new FieldApi(FieldRequestsTest::framework)) {
            Map<String, List<String>> broken = api.run("accept-json.auth.yaml").broken();

            assertThat(broken.get("no-token")).isEmpty();
            assertThat(broken.get("expired-token")).containsExactly("error-fits-condition");
            assertThat(broken.get("any-accept-no-token")).containsExactlyElementsOf(CRASHED);
            assertThat(broken.get("any-accept-bad-credential")).containsExactlyElementsOf(CRASHED);
        }
        try (FieldApi api = new FieldApi(FieldRequestsTest::framework)) {
            Found found = api.run("accept-any.auth.yaml");

            assertThat(found.broken().get("no-token")).containsExactlyElementsOf(CRASHED);
            assertThat(found.broken().get("expired-token")).containsExactlyElementsOf(CRASHED);
            assertThat(found.outcomes())
                    .filteredOn(outcome -> outcome.scenario().equals("any-accept-no-token"))
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.kind()).isEqualTo(OutcomeKind.NOT_APPLICABLE));
        }
    }

    /** Wants an id of each request that it has not seen before. */
    private static Answer patients(Asked asked, List<String> seen) {
        String id = asked.header("X-Request-ID");
        Map<String, String> fields = both(SAFE, headers("Content-Type", "application/fhir+json", "X-Request-ID", id));
        boolean isNew = id.matches("[0-9a-f-]{36}") && !seen.contains(id);
        seen.add(id);
        if (!isNew) {
            return new Answer(409, fields, "{\"resourceType\":\"OperationOutcome\"}");
        }
        String error = asked.token() == Token.BAD ? ", error=\"invalid_token\"" : "";
        return asked.token() == Token.GOOD
                ? new Answer(200, fields, "{\"resourceType\":\"Patient\",\"id\":\"1\"}")
                : new Answer(
                        401,
                        both(fields, headers("WWW-Authenticate", "Bearer realm=\"care\"" + error)),
                        "{\"resourceType\":\"OperationOutcome\"}");
    }

    @Test
    void an_api_that_wants_an_id_of_each_request_gets_a_new_one_each_time() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (FieldApi api = new FieldApi(asked -> patients(asked, seen))) {
            Found found = api.run("request-id.auth.yaml");

            assertThat(found.outcomes()).allMatch(outcome -> outcome.kind() == OutcomeKind.CONFORMING);
            // Two controls, four scenarios, and the good one that goes ahead of the last.
            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
            assertThat(Objects.requireNonNull(found.outcomes().get(1).transcript())
                            .requestHeaders())
                    .filteredOn(header -> header.name().equals("X-Request-ID"))
                    .extracting(Header::value)
                    .allMatch(seen::contains)
                    .hasSize(1);
        }
    }
}
