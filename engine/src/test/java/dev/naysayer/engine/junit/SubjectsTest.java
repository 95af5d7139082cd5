package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Who may do what: each subject at each operation, at an API that is right, at one that is lenient, and at flawed ones. */
@Timeout(60)
@ExtendWith(SuiteKey.class)
class SubjectsTest {

    private static final String ANNA = "correct-horse-9";
    private static final String BERT = "battery-staple-7";
    private static final String READER = "reading-key-0123456789";
    private static final String WRITER = "writing-key-0123456789";

    private static final String WARD = """
        suite: Ward API
        credentials:
          bearer:
            mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
        subjects:
          nurse: {bearer: {mint: {subject: nina}}}
          doctor: {bearer: {mint: {subject: dora}}}
          auditor: {bearer: {mint: {subject: otto}}}
        allows: [doctor]
        operations:
          - GET /patients: {allows: [nurse, doctor]}
          - GET /audit: {allows: auditor}
          - POST /orders: {mutates: true, body: {}}
        scenarios: [no-token, expired-token]
        """;

    private static final Map<String, List<String>> RIGHTS = Map.of(
            "GET /patients", List.of("nina", "dora"),
            "GET /audit", List.of("otto"),
            "POST /orders", List.of("dora"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_ANNA", ANNA);
        System.setProperty("NAYSAYER_TEST_BERT", BERT);
        System.setProperty("NAYSAYER_TEST_READER", READER);
        System.setProperty("NAYSAYER_TEST_WRITER", WRITER);
    }

    @AfterAll
    static void forget_the_credentials() {
        for (String name : List.of("ANNA", "BERT", "READER", "WRITER")) {
            System.clearProperty("NAYSAYER_TEST_" + name);
        }
    }

    private static Answer unknown(Asked it) {
        return Answer.refused(
                401,
                "{\"title\":\"Log in\"}",
                "Bearer realm=\"ward\"" + (it.authorization("Bearer") == null ? "" : ", error=\"invalid_token\""));
    }

    private static Answer forbidden() {
        return Answer.refused(403, "{\"title\":\"You may not\"}");
    }

    private static Answer right(Asked it) {
        String subject = it.subject();
        if (subject == null) {
            return unknown(it);
        }
        return RIGHTS.getOrDefault(operation(it), List.of()).contains(subject)
                ? Answer.served("{\"ok\":true}")
                : forbidden();
    }

    private static String operation(Asked it) {
        return it.method() + " " + it.uri();
    }

    @Test
    void each_subject_meets_each_operation_and_an_api_that_is_right_conforms() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, SubjectsTest::right);

        assertThat(outcomes).extracting(CaseOutcome::kind).containsOnly(OutcomeKind.CONFORMING);
        assertThat(outcomes)
                .filteredOn(it -> it.subject() != null && !it.controlAfter())
                .extracting(
                        it -> it.operation() + " › " + it.scenario(),
                        CaseOutcome::subject,
                        CaseOutcome::control,
                        it -> Objects.requireNonNull(it.transcript()).status())
                .containsExactly(
                        tuple("GET /patients › control", "nurse", true, 200),
                        tuple("GET /patients › doctor", "doctor", true, 200),
                        tuple("GET /patients › auditor", "auditor", false, 403),
                        tuple("GET /audit › control", "auditor", true, 200),
                        tuple("GET /audit › nurse", "nurse", false, 403),
                        tuple("GET /audit › doctor", "doctor", false, 403),
                        tuple("POST /orders › control", "doctor", true, 200),
                        tuple("POST /orders › nurse", "nurse", false, 403),
                        tuple("POST /orders › auditor", "auditor", false, 403));
    }

    @Test
    void a_refusal_tells_where_the_same_credential_got_through() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, SubjectsTest::right);

        assertThat(outcomes)
                .filteredOn(it -> it.subject() != null && !it.control())
                .extracting(CaseOutcome::subject, CaseOutcome::reason)
                .contains(
                        tuple("auditor", "refused although the same credential got through at GET /audit › control"),
                        tuple("nurse", "refused although the same credential got through at GET /patients › control"),
                        tuple("doctor", "refused although the same credential got through at GET /patients › doctor"));
    }

    @Test
    void other_cases_are_made_from_the_credential_of_the_first_who_may() throws IOException {
        try (GuardedApi api = new GuardedApi(SubjectsTest::right)) {
            run(WARD.replace("[no-token, expired-token]", "[scheme-lower-case]"), api);

            assertThat(api.asked())
                    .filteredOn(it -> String.valueOf(it.header("Authorization")).startsWith("bearer"))
                    .extracting(SubjectsTest::operation, Asked::subject)
                    .containsExactlyInAnyOrder(
                            tuple("GET /patients", "nina"), tuple("GET /audit", "otto"), tuple("POST /orders", "dora"));
        }
    }

    @Test
    void whoever_gets_through_and_may_not_is_found_at_that_cell_and_no_other() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                WARD,
                it -> operation(it).equals("GET /audit") && "nina".equals(it.subject())
                        ? Answer.served("{\"entries\":[]}")
                        : right(it));

        assertThat(outcomes)
                .filteredOn(it -> it.kind() != OutcomeKind.CONFORMING)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.operation() + " › " + it.scenario()).isEqualTo("GET /audit › nurse");
                    assertThat(it.kind()).isEqualTo(OutcomeKind.VIOLATION);
                    assertThat(it.meaning()).isEqualTo("the good credential of 'nurse', who may not do this");
                    assertThat(it.violations())
                            .extracting(Finding::rule, Finding::level, Finding::source)
                            .containsExactly(tuple("missing-right-refused", "MUST", "api.auth.yaml:13"));
                });
    }

    @Test
    void a_role_check_that_is_missing_is_found_for_everybody_who_may_not() throws IOException {
        List<CaseOutcome> outcomes =
                outcomes(WARD, it -> it.subject() == null ? unknown(it) : Answer.served("{\"ok\":true}"));

        assertThat(violated(outcomes))
                .containsExactly(
                        "GET /patients › auditor: missing-right-refused",
                        "GET /audit › nurse: missing-right-refused",
                        "GET /audit › doctor: missing-right-refused",
                        "POST /orders › nurse: missing-right-refused",
                        "POST /orders › auditor: missing-right-refused");
    }

    @Test
    void an_api_may_hide_what_is_there_or_say_which_scope_is_missing() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, it -> {
            Answer answer = right(it);
            if (answer.status() != 403) {
                return answer;
            }
            return it.uri().equals("/audit")
                    ? Answer.refused(404, "{\"title\":\"Not found\"}")
                    : answer.with(
                            "WWW-Authenticate", "Bearer realm=\"ward\", error=\"insufficient_scope\", scope=\"ward\"");
        });

        assertThat(violated(outcomes)).isEmpty();
    }

    @Test
    void a_suite_that_declares_the_status_wants_no_other() throws IOException {
        String hidden = WARD + "denied: {status: 404}\n";

        assertThat(violated(outcomes(hidden, SubjectsTest::right)))
                .hasSize(5)
                .allMatch(it -> it.endsWith(": status-as-declared"));
    }

    @Test
    void a_401_for_a_credential_that_got_through_elsewhere_is_the_wrong_status() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, it -> {
            Answer answer = right(it);
            return answer.status() == 403 ? unknown(it) : answer;
        });

        assertThat(broken(outcomes, finding -> true))
                .contains("GET /audit › nurse: insufficient-rights-get-403")
                .filteredOn(it -> it.endsWith(": insufficient-rights-get-403"))
                .hasSize(5);
    }

    @Test
    void a_stale_credential_is_no_missing_right() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, it -> "otto".equals(it.subject()) ? unknown(it) : right(it));

        assertThat(outcomes)
                .filteredOn(it -> "auditor".equals(it.subject()) && !it.control())
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
                    assertThat(it.reason())
                            .startsWith("the API does not know the credential of 'auditor' (401)")
                            .contains("got through nowhere in this run");
                });
        assertThat(violated(outcomes)).isEmpty();
    }

    @Test
    void of_who_may_nothing_anywhere_the_report_says_that_a_refusal_proves_less() throws IOException {
        String suspended = WARD.replace("{allows: auditor}", "{allows: doctor}");
        List<CaseOutcome> outcomes = outcomes(suspended, it -> switch (String.valueOf(it.subject())) {
            case "null" -> unknown(it);
            case "dora" -> Answer.served("{\"ok\":true}");
            case "nina" -> it.uri().equals("/patients") ? Answer.served("{\"ok\":true}") : forbidden();
            default -> forbidden();
        });

        assertThat(outcomes)
                .filteredOn(it -> "auditor".equals(it.subject()))
                .hasSize(3)
                .allSatisfy(it -> {
                    assertThat(it.kind()).isEqualTo(OutcomeKind.CONFORMING);
                    assertThat(it.reason()).contains("got through nowhere in this run", "proves less");
                });
    }

    @Test
    void a_subject_that_may_and_does_not_get_through_is_inconclusive_and_named() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                WARD, it -> it.uri().equals("/patients") && "dora".equals(it.subject()) ? forbidden() : right(it));

        assertThat(outcomes)
                .filteredOn(it -> it.kind() != OutcomeKind.CONFORMING)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.operation() + " › " + it.scenario()).isEqualTo("GET /patients › doctor");
                    assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
                    assertThat(it.reason())
                            .startsWith("the good credential of 'doctor' did not get through: 403 in place of 2xx");
                });
    }

    @Test
    void accounts_and_keys_have_subjects_as_tokens_have() throws IOException {
        String suite = """
            suite: Store API
            credentials:
              basic: {account: {user: root, password: "${NAYSAYER_TEST_ANNA}"}}
              key:
                scheme: api-key
                header: X-Key
                token: {good: "${NAYSAYER_TEST_WRITER}"}
            subjects:
              anna: {basic: {account: {user: anna}}}
              bert: {basic: {account: {user: bert, password: "${NAYSAYER_TEST_BERT}"}}}
              reader: {key: {token: {good: "${NAYSAYER_TEST_READER}"}}}
              writer: {key: {token: {good: "${NAYSAYER_TEST_WRITER}"}}}
            operations:
              - GET /mine: {requires: basic, allows: anna}
              - GET /bin: {requires: key, allows: [reader, writer]}
              - PUT /bin: {requires: key, allows: writer, mutates: true, body: {}}
              - GET /either: {requires: [basic, key], allows: [bert, writer]}
            scenarios: [no-token]
            """;

        List<CaseOutcome> outcomes = outcomes(suite, SubjectsTest::store);

        assertThat(outcomes)
                .filteredOn(it -> it.subject() != null && !it.controlAfter())
                .extracting(it -> "%s › %s: %s, %s".formatted(it.operation(), it.scenario(), it.subject(), it.kind()))
                .containsExactly(
                        "GET /mine › control: anna, CONFORMING",
                        "GET /mine › bert: bert, CONFORMING",
                        "GET /bin › control: reader, CONFORMING",
                        "GET /bin › writer: writer, CONFORMING",
                        "PUT /bin › control: writer, CONFORMING",
                        "PUT /bin › reader: reader, CONFORMING",
                        "GET /either › basic: control: bert, CONFORMING",
                        "GET /either › basic: anna: anna, CONFORMING",
                        "GET /either › key: reader: reader, CONFORMING",
                        "GET /either › key: writer: writer, CONFORMING");
        assertThat(violated(outcomes)).isEmpty();
    }

    private static Answer store(Asked it) {
        boolean anna = it.isBasic("anna:" + ANNA);
        boolean bert = it.isBasic("bert:" + BERT);
        boolean reader = READER.equals(it.header("X-Key"));
        boolean writer = WRITER.equals(it.header("X-Key"));
        if (!anna && !bert && !reader && !writer) {
            return Answer.refused(401, "{\"title\":\"Log in\"}", "Basic realm=\"store\"", "ApiKey realm=\"store\"");
        }
        boolean may = switch (operation(it)) {
            case "GET /mine" -> anna;
            case "GET /bin" -> reader || writer;
            case "PUT /bin" -> writer;
            default -> bert || writer;
        };
        return may ? Answer.served("{\"ok\":true}").with("Cache-Control", "private") : forbidden();
    }

    private List<CaseOutcome> outcomes(String suite, Function<Asked, Answer> guard) throws IOException {
        try (GuardedApi api = new GuardedApi(guard)) {
            return Published.outcomes(run(suite, api));
        }
    }

    private EngineExecutionResults run(String suite, GuardedApi api) throws IOException {
        Path file = Files.writeString(folder.resolve("api.auth.yaml"), "target: " + api.url() + "\n" + suite);
        return Contracts.engine().selectors(selectFile(file.toFile())).execute();
    }

    private static List<String> violated(List<CaseOutcome> outcomes) {
        return broken(outcomes, finding -> finding.fails(false));
    }

    private static List<String> broken(List<CaseOutcome> outcomes, Predicate<Finding> which) {
        return outcomes.stream()
                .flatMap(it -> it.violations().stream()
                        .filter(which)
                        .map(finding -> "%s › %s: %s".formatted(it.operation(), it.scenario(), finding.rule())))
                .toList();
    }
}
