package dev.naysayer.reports.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.SuiteOrigin;
import dev.naysayer.reports.model.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which a gateway or another environment changes an answer has its name, and what was not kept is said. */
class DriftsTest {

    private static final String GOOD =
            "WWW-Authenticate: Bearer realm=\"orders\", scope=\"read\", error=\"invalid_token\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "401 | Bearer realm=\"a\"                        | 403 | Bearer realm=\"a\"                  | status:"
                        + " status: 401 / 403",
                "401 | Bearer realm=\"a\", scope=\"r\"           | 401 | Bearer realm=\"a\"                  |"
                        + " parameter dropped: Bearer scope: scope=\"r\" / none",
                "401 | Bearer realm=\"a\"                        | 401 | Bearer realm=\"b\"                  |"
                        + " parameter changed: Bearer realm: realm=\"a\" / realm=\"b\"",
                "401 | Bearer realm=\"a\"                        | 401 | Bearer realm=a                      |"
                        + " parameter re-quoted: Bearer realm: realm=\"a\" / realm=a",
                "401 | Bearer error=\"invalid_token\"            | 401 | Bearer error=\"invalid_request\"    | error"
                        + " code: Bearer error: error=\"invalid_token\" / error=\"invalid_request\"",
                "401 | Bearer realm=\"a\", error=\"x\"           | 401 | Bearer realm=\"a\"                  | error"
                        + " code: Bearer error: error=\"x\" / none",
                "401 | Bearer realm=\"a\"                        | 401 | -                                   |"
                        + " challenge dropped: bearer: Bearer realm=\"a\" / none",
                "401 | Bearer realm=\"a\";Basic realm=\"b\"      | 401 | Bearer realm=\"a\", Basic realm=\"b\" |"
                        + " challenges folded: WWW-Authenticate: Bearer realm=\"a\"␊Basic realm=\"b\" / Bearer"
                        + " realm=\"a\", Basic realm=\"b\"",
                "401 | Bearer realm=\"a\"                        | 401 | bearer realm=\"a\"                  |"
                        + " challenges folded: WWW-Authenticate: Bearer realm=\"a\" / bearer realm=\"a\"",
                "401 | DPoP realm=\"a\", nonce=\"q1\"            | 401 | DPoP realm=\"a\", nonce=\"z2\"      | -",
                "401 | Bearer  realm=\"a\"                       | 401 | Bearer realm=\"a\"                  | -",
            })
    void what_becomes_of_a_status_and_a_challenge_has_a_name(
            int first, String challenge, int second, @Nullable String other, @Nullable String drift) throws Unfit {
        assertThat(drifts(answer(first, challenges(challenge), ""), answer(second, challenges(other), "")))
                .isEqualTo(drift == null ? List.of() : List.of(drift));
    }

    @Test
    void a_challenge_that_is_broken_on_the_way_is_shown_with_its_place() throws Unfit {
        assertThat(drifts(
                        answer(401, challenges("Bearer realm=\"a\""), ""),
                        answer(401, challenges("Bearer realm=\"a"), "")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("challenge unreadable: WWW-Authenticate: Bearer realm=\"a\" / Bearer realm=\"a␊")
                .contains("^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            emptyValue = "",
            value = {
                "Cache-Control: no-store            | -                             | cache: fields for caches:"
                        + " cache-control: no-store / none",
                "Cache-Control: no-store, private   | Cache-Control: private,no-store | -",
                "Access-Control-Allow-Origin: *     | -                             | CORS: fields for other origins:"
                        + " access-control-allow-origin: * / none",
                "Retry-After: 30                    | Retry-After: 29               | -",
                "Retry-After: 30                    | -                             | Retry-After: Retry-After: a"
                        + " number of seconds / none",
                "Server: orders                     | Via: 1.1 kong                 | who answered: who names itself:"
                        + " server: orders / via: 1.1 kong",
                "Content-Type: text/html            | Content-Type: text/plain      | body: media type: text/html /"
                        + " text/plain",
                "Date: Sat, 28 Nov 2026 05:21:28 GMT | Date: Sun, 29 Nov 2026 05:21:28 GMT | -",
            })
    void what_becomes_of_other_fields_has_a_name(
            @Nullable String first, @Nullable String second, @Nullable String drift) throws Unfit {
        assertThat(drifts(answer(401, fields(first), ""), answer(401, fields(second), "")))
                .isEqualTo(drift == null ? List.of() : List.of(drift));
    }

    @Test
    void a_page_of_a_gateway_in_the_place_of_the_apis_error_is_another_body_and_somebody_elses() throws Unfit {
        assertThat(drifts(
                        answer(401, List.of(), "{\"error\":\"invalid_token\",\"trace_id\":\"a1\"}"),
                        answer(401, List.of(), "<html><title>401</title>")))
                .containsExactly(
                        "error code: code in the body: \"error\":\"invalid_token\" / none",
                        "body: content: {\"error\":\"invalid_token\",\"trace_id\":(varies)} / <html><title>401</title>",
                        "who answered: shape of the body: JSON with error, trace_id / an HTML page");
    }

    @Test
    void of_two_json_bodies_only_the_members_are_told_that_differ_and_what_varies_is_none() throws Unfit {
        assertThat(drifts(
                        answer(
                                401,
                                List.of(),
                                "{\"code\":7,\"detail\":\"bad\",\"timestamp\":\"2026-01-01T00:00:00Z\"}"),
                        answer(
                                401,
                                List.of(),
                                "{\"detail\":\"worse\",\"code\":7,\"timestamp\":\"2027-01-01T00:00:00Z\"}")))
                .containsExactly("body: content: \"detail\":\"bad\" / \"detail\":\"worse\"");
    }

    @Test
    void of_a_case_that_conforms_what_was_not_kept_is_not_called_the_same() throws Unfit {
        RecordedCase kept =
                recorded("no-token", OutcomeKind.VIOLATION, answer(401, fields("Cache-Control: no-store"), "{}"));
        RecordedCase brief = RecordedRun.recorded(
                outcome("no-token", OutcomeKind.CONFORMING, answer(401, fields("Cache-Control: public"), "{}"))
                        .brief());

        DriftReport report = between(List.of(kept), List.of(brief));

        assertThat(told(report)).isEmpty();
        assertThat(report.kinds())
                .filteredOn(it -> it.notKept() == 1)
                .extracting(it -> it.kind().word())
                .containsExactly("body", "cache", "CORS", "who answered");
        assertThat(report.kinds()).filteredOn(it -> it.same() == 1).hasSize(DriftKind.values().length - 4);
        assertThat(report.headline())
                .isEqualTo("The only case is answered alike by direct and gateway, as far as is kept.");
        assertThat(report.drifts()).isFalse();
    }

    @Test
    void the_body_of_an_answer_that_let_a_credential_in_is_withheld_and_not_compared() throws Unfit {
        Transcript withheld = new Transcript(
                "GET", "http://a/", List.of(), null, 200, List.of(), null, "JSON, 12 bytes", false, false, null);
        DriftReport report = between(
                List.of(recorded("control", OutcomeKind.WARNING, withheld)),
                List.of(recorded("control", OutcomeKind.WARNING, answer(200, List.of(), "[1]"))));

        assertThat(told(report)).isEmpty();
        assertThat(report.kinds())
                .filteredOn(it -> it.notKept() == 1)
                .extracting(DriftReport.KindCount::kind)
                .containsExactly(DriftKind.BODY);
    }

    @Test
    void what_a_gateway_does_to_every_answer_is_told_once_and_that_it_names_itself_is_no_drift() throws Unfit {
        List<RecordedCase> direct = new ArrayList<>();
        List<RecordedCase> gateway = new ArrayList<>();
        for (String scenario : List.of("no-token", "expired-token", "bad-signature")) {
            direct.add(recorded(scenario, OutcomeKind.VIOLATION, answer(401, fields("Server: orders"), "")));
            gateway.add(recorded(
                    scenario,
                    OutcomeKind.VIOLATION,
                    answer(scenario.equals("no-token") ? 403 : 401, fields("Via: 1.1 kong"), "")));
        }

        DriftReport report = between(direct, gateway);

        assertThat(report.everywhere()).extracting(Drift::kind).containsExactly(DriftKind.ANSWERED_BY);
        assertThat(told(report)).containsExactly("status: status: 401 / 403");
        assertThat(report.headline()).isEqualTo("1 of 3 cases is answered otherwise by gateway than by direct.");
        assertThat(between(direct, gateway.subList(1, 3)).drifts())
                .as("a case is missing")
                .isTrue();
        assertThat(between(direct.subList(1, 3), gateway.subList(1, 3)).drifts())
                .isFalse();
    }

    @Test
    void cases_that_drift_alike_are_together_and_the_status_comes_first() throws Unfit {
        DriftReport report = between(
                List.of(refused("a", 401, ""), refused("b", 401, ""), refused("c", 401, "x")),
                List.of(refused("a", 401, "y"), refused("b", 401, "y"), refused("c", 403, "x")));

        assertThat(report.alike())
                .extracting(it -> it.drifts().get(0).kind() + " " + it.cases().size())
                .containsExactly("STATUS 1", "BODY 2");
    }

    @Test
    void a_rule_that_is_broken_in_one_of_them_is_a_drift_of_what_can_be_judged() throws Unfit {
        List<RecordedCase> recorded = RecordedRun.document().cases();
        List<RecordedCase> without = recorded.stream()
                .filter(it -> it.outcome().scenario().equals("expired-token"))
                .filter(it -> it.outcome().kind() == OutcomeKind.VIOLATION)
                .map(it -> RecordedRun.recorded(
                        it.origin(),
                        new CaseOutcome(
                                it.outcome().suite(),
                                it.outcome().file(),
                                1,
                                null,
                                it.outcome().operation(),
                                it.outcome().scenario(),
                                "",
                                false,
                                OutcomeKind.CONFORMING,
                                null,
                                List.of(),
                                it.exchanges().transcripts().get(0))))
                .toList();

        assertThat(told(between(
                        recorded.stream()
                                .filter(it -> it.outcome().kind() == OutcomeKind.VIOLATION
                                        && it.outcome().scenario().equals("expired-token"))
                                .toList(),
                        without)))
                .containsExactly("rules broken: bearer-error-matches: broken / not broken");
    }

    @Test
    void what_the_network_or_a_busy_server_did_is_no_drift() throws Unfit {
        RecordedCase lost = RecordedRun.recorded(outcome("d", OutcomeKind.INCONCLUSIVE, null));
        DriftReport report = between(
                List.of(refused("a", 401, ""), lost, refused("b", 401, ""), refused("c", 429, "")),
                List.of(
                        RecordedRun.recorded(outcome("a", OutcomeKind.INCONCLUSIVE, null)),
                        lost,
                        refused("b", 503, ""),
                        refused("c", 429, "")));

        assertThat(report.compared()).isEqualTo(1);
        assertThat(told(report)).isEmpty();
        assertThat(report.uncompared())
                .extracting(DriftReport.Uncompared::reason)
                .containsExactly(
                        "no answer from gateway: no answer within 10 s",
                        "no answer from either: no answer within 10 s",
                        "gateway answered 503, which passes by itself: run it again");
    }

    @Test
    void cases_of_one_record_alone_and_other_versions_of_a_suite_are_said() throws Unfit {
        DriftReport report = between(
                List.of(of("1", refused("a", 401, "")), refused("b", 401, "")),
                List.of(of("2", refused("a", 401, "")), refused("c", 401, "")));

        assertThat(report.onlyFirst()).extracting(CaseName::inSuite).containsExactly("GET /orders › b");
        assertThat(report.onlySecond()).extracting(CaseName::inSuite).containsExactly("GET /orders › c");
        assertThat(report.otherSuites()).containsExactly("Orders API");
        assertThat(report.drifts()).isTrue();
    }

    @Test
    void what_may_differ_does_not_count() throws Unfit {
        DriftReport report = Drifts.between(
                source("direct", List.of(refused("a", 401, ""))),
                source("gateway", List.of(refused("a", 403, "x"))),
                Set.of(DriftKind.BODY, DriftKind.ANSWERED_BY));

        assertThat(told(report)).containsExactly("status: status: 401 / 403");
        assertThat(report.kinds()).extracting(DriftReport.KindCount::kind).doesNotContain(DriftKind.BODY);
    }

    @Test
    void a_record_of_two_environments_is_refused() {
        RecordedCase there = RecordedRun.recorded(new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                1,
                "https://b",
                "GET /",
                "x",
                "",
                false,
                OutcomeKind.CONFORMING,
                null,
                List.of(),
                null));

        assertThatThrownBy(() -> between(List.of(refused("a", 401, ""), there), List.of()))
                .isInstanceOf(Unfit.class)
                .hasMessage(
                        "the report of direct is of two environments: Orders API went to https://a and to https://b;"
                                + " compare reports of one each");
    }

    private static List<String> drifts(Transcript first, Transcript second) throws Unfit {
        return told(between(
                List.of(recorded("no-token", OutcomeKind.VIOLATION, first)),
                List.of(recorded("no-token", OutcomeKind.VIOLATION, second))));
    }

    private static List<String> told(DriftReport report) {
        return report.alike().stream()
                .flatMap(it -> it.drifts().stream())
                .map(it -> "%s: %s: %s / %s".formatted(it.kind().word(), it.what(), it.first(), it.second()))
                .map(it -> it.replace('\n', '␊'))
                .toList();
    }

    private static DriftReport between(List<RecordedCase> first, List<RecordedCase> second) throws Unfit {
        return Drifts.between(source("direct", first), source("gateway", second), Set.of());
    }

    private static Drifts.Source source(String name, List<RecordedCase> cases) {
        return new Drifts.Source(name, RecordedRun.document().run(), cases.stream());
    }

    private static RecordedCase of(String digest, RecordedCase it) {
        SuiteOrigin origin = it.origin();
        return new RecordedCase(
                new SuiteOrigin(origin.place(), origin.directory(), origin.className(), digest, origin.path()),
                it.outcome(),
                it.exchanges());
    }

    private static RecordedCase refused(String scenario, int status, String body) {
        return recorded(scenario, OutcomeKind.VIOLATION, answer(status, fields(GOOD), body));
    }

    private static RecordedCase recorded(String scenario, OutcomeKind kind, Transcript transcript) {
        return RecordedRun.recorded(outcome(scenario, kind, transcript));
    }

    private static CaseOutcome outcome(String scenario, OutcomeKind kind, @Nullable Transcript transcript) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                1,
                "https://a",
                "GET /orders",
                scenario,
                "",
                false,
                kind,
                transcript == null ? "no answer within 10 s" : null,
                List.of(),
                transcript);
    }

    private static Transcript answer(int status, List<Header> headers, String body) {
        return new Transcript(
                "GET", "https://a/orders", List.of(), null, status, headers, body, null, false, false, null);
    }

    private static List<Header> challenges(@Nullable String lines) {
        return lines == null
                ? List.of()
                : Stream.of(lines.split(";"))
                        .map(it -> new Header("WWW-Authenticate", it))
                        .toList();
    }

    private static List<Header> fields(@Nullable String field) {
        return field == null ? List.of() : List.of(new Header(field.split(": ", 2)[0], field.split(": ", 2)[1]));
    }
}
