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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What no catalogue can know: a suite's own conditions, and what it says of one of its credentials, of a group, and in a profile. */
@Timeout(60)
@ExtendWith(SuiteKey.class)
class OwnConditionsTest {

    private static final String GOOD = "gateway-key-0123456789";
    private static final String YESTERDAY = "yesterdays-key-0123456789";
    private static final String LAST_YEAR = "last-years-key-0123456789";

    private static final String WARD = """
            suite: Ward API
            credentials:
              token:
                scheme: bearer
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
              gateway-key:
                scheme: api-key
                header: X-Gateway-Key
                token: {good: "${NAYSAYER_TEST_GATEWAY}", key-of-yesterday: "${NAYSAYER_TEST_YESTERDAY}"}
            requires: [[token, gateway-key]]
            subjects:
              nurse: {token: {mint: {subject: nina}}}
              suspended: {token: {mint: {subject: sara}}}
            conditions:
              suspended-account:
                subject: suspended
                meaning: a good token of a suspended account
                status: 403
                body: {/code: SUSPENDED}
              key-of-yesterday: {meaning: the key that was changed last night, kind: bad-credential}
            allows: [nurse]
            operations:
              - GET /patients
              - GET /me: {requires: token, except: {suspended-account: Whoever is suspended sees why.}}
              - GET /health: {requires: none}
              - GET /keys: {requires: gateway-key}
            scenarios: [no-token, suspended-account, key-of-yesterday]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_GATEWAY", GOOD);
        System.setProperty("NAYSAYER_TEST_YESTERDAY", YESTERDAY);
    }

    @AfterAll
    static void forget_the_credentials() {
        System.clearProperty("NAYSAYER_TEST_GATEWAY");
        System.clearProperty("NAYSAYER_TEST_YESTERDAY");
    }

    private static Answer unknown(Asked it) {
        return Answer.refused(
                401,
                "{\"title\":\"Log in\"}",
                "Bearer realm=\"ward\"" + (it.authorization("Bearer") == null ? "" : ", error=\"invalid_token\""));
    }

    private static Answer right(Asked it) {
        if (it.uri().equals("/login")) {
            return Answer.served("{\"key\":\"%s\"}".formatted(GOOD));
        }
        if (it.uri().equals("/health")) {
            return Answer.served("{\"up\":true}").with("Cache-Control", "no-store");
        }
        if (!it.uri().equals("/me") && !GOOD.equals(it.header("X-Gateway-Key"))) {
            return Answer.refused(401, "{\"title\":\"No such key\"}", "Key realm=\"gateway\"");
        }
        if (it.uri().equals("/keys")) {
            return Answer.served("{\"ok\":true}");
        }
        if (it.subject() == null) {
            return unknown(it);
        }
        return it.subject().equals("sara")
                ? Answer.refused(403, "{\"title\":\"Suspended\",\"code\":\"SUSPENDED\"}")
                : Answer.served("{\"ok\":true}");
    }

    @Test
    void own_conditions_are_tried_beside_those_of_the_catalogue_and_an_api_that_is_right_conforms() throws IOException {
        List<CaseOutcome> outcomes = outcomes(WARD, OwnConditionsTest::right);

        assertThat(outcomes)
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.CONFORMING, OutcomeKind.NOT_APPLICABLE);
        assertThat(outcomes)
                .filteredOn(it -> it.scenario().endsWith("suspended-account")
                        || it.scenario().endsWith("key-of-yesterday"))
                .extracting(
                        it -> it.operation() + " › " + it.scenario(),
                        it -> it.transcript() == null
                                ? 0
                                : Objects.requireNonNull(it.transcript().status()))
                .containsExactly(
                        tuple("GET /patients › suspended-account", 403),
                        tuple("GET /patients › gateway-key: key-of-yesterday", 401),
                        tuple("GET /me › suspended-account", 0),
                        tuple("GET /me › key-of-yesterday", 0),
                        tuple("GET /health › suspended-account", 0),
                        tuple("GET /health › gateway-key: key-of-yesterday", 200),
                        tuple("GET /keys › suspended-account", 0),
                        tuple("GET /keys › key-of-yesterday", 401));
    }

    @Test
    void what_makes_no_sense_says_why() throws IOException {
        assertThat(outcomes(WARD, OwnConditionsTest::right))
                .filteredOn(it -> it.kind() == OutcomeKind.NOT_APPLICABLE
                        && !it.scenario().endsWith("no-token"))
                .extracting(it -> it.operation() + " › " + it.scenario() + ": " + it.reason())
                .containsExactly(
                        "GET /me › suspended-account: the suite leaves it out here: Whoever is suspended sees why.",
                        "GET /me › key-of-yesterday: the suite gives it for none of the credentials that this operation asks for",
                        "GET /health › suspended-account: nobody needs a credential here, so it does not matter whose it is",
                        "GET /keys › suspended-account: 'suspended' has no credential that this operation asks for");
    }

    /** Its condition says at each operation what is right for it; nobody has to say so under 'allows' once more. */
    @Test
    void a_subject_that_only_a_condition_presents_is_no_row_of_the_matrix() throws IOException {
        assertThat(outcomes(WARD, OwnConditionsTest::right))
                .extracting(CaseOutcome::scenario)
                .doesNotContain("suspended");
        assertThat(outcomes(WARD.replace("allows: [nurse]", "allows: [nurse, suspended]"), OwnConditionsTest::right))
                .extracting(CaseOutcome::scenario)
                .contains("suspended");
    }

    @Test
    void a_failure_tells_the_meaning_and_that_it_is_the_suites_own() throws IOException {
        Function<Asked, Answer> flawed = it -> "sara".equals(it.subject())
                ? Answer.refused(403, "{\"title\":\"No\",\"code\":\"FORBIDDEN\"}")
                : YESTERDAY.equals(it.header("X-Gateway-Key")) ? Answer.served("{\"ok\":true}") : right(it);
        List<CaseOutcome> outcomes = outcomes(WARD, flawed);

        assertThat(violated(outcomes))
                .contains(
                        "GET /patients › suspended-account: members-as-declared",
                        "GET /keys › key-of-yesterday: refusal-refuses")
                .allMatch(it -> it.contains("suspended-account") || it.contains("key-of-yesterday"));
        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("suspended-account")
                        && it.operation().equals("GET /patients"))
                .singleElement()
                .satisfies(it -> assertThat(it.meaning())
                        .isEqualTo("a good token of a suspended account (own condition of this suite)"));
        assertThat(outcomes).allSatisfy(it -> assertThat(it.toString()).doesNotContain(YESTERDAY));
    }

    @Test
    void another_status_than_the_declared_one_is_a_violation_and_than_the_one_of_its_kind_a_warning()
            throws IOException {
        Function<Asked, Answer> flawed = it -> "sara".equals(it.subject())
                ? Answer.refused(404, "{\"code\":\"SUSPENDED\"}")
                : YESTERDAY.equals(it.header("X-Gateway-Key")) ? Answer.refused(403, "{\"title\":\"No\"}") : right(it);
        List<CaseOutcome> outcomes = outcomes(WARD, flawed);

        assertThat(violated(outcomes)).containsExactly("GET /patients › suspended-account: status-as-declared");
        assertThat(outcomes)
                .filteredOn(it -> it.kind() == OutcomeKind.WARNING)
                .extracting(it -> it.operation() + " › " + it.scenario())
                .containsExactly(
                        "GET /patients › gateway-key: key-of-yesterday",
                        "GET /health › gateway-key: key-of-yesterday",
                        "GET /keys › key-of-yesterday");
    }

    @Test
    void a_captured_credential_that_is_the_good_one_accuses_nobody() throws IOException {
        System.setProperty("NAYSAYER_TEST_YESTERDAY", GOOD);
        try {
            assertThat(outcomes(WARD, OwnConditionsTest::right))
                    .filteredOn(it -> it.kind() == OutcomeKind.MISCONFIGURED)
                    .extracting(CaseOutcome::reason)
                    .hasSize(3)
                    .allMatch(
                            it -> String.valueOf(it)
                                    .startsWith(
                                            "the token under 'key-of-yesterday' is not what its name says: it is the good one"));
        } finally {
            System.setProperty("NAYSAYER_TEST_YESTERDAY", YESTERDAY);
        }
    }

    @Test
    void they_are_selected_by_their_name_and_are_in_no_group() throws IOException {
        try (GuardedApi api = new GuardedApi(OwnConditionsTest::right)) {
            assertThat(Published.outcomes(kit(WARD, api)
                            .filters(TagFilter.includeTags("key-of-yesterday"))
                            .execute()))
                    .hasSize(4)
                    .allMatch(it -> it.scenario().endsWith("key-of-yesterday"));
            assertThat(Published.outcomes(kit(WARD, api)
                            .filters(TagFilter.includeTags("carriage", "jwt"))
                            .execute()))
                    .extracting(CaseOutcome::scenario)
                    .noneMatch(it -> it.endsWith("key-of-yesterday"));
        }
    }

    @Test
    void an_environment_has_captured_credentials_of_its_own_and_a_part_has_conditions_for_all() throws IOException {
        Files.writeString(folder.resolve("common.part.yaml"), """
                conditions:
                  key-of-yesterday: {meaning: the key that was changed last night, status: 403}
                  not-for-us: {meaning: what another suite tries, status: 403}
                """);
        System.setProperty("NAYSAYER_TEST_LAST_YEAR", LAST_YEAR);
        String suite = """
                suite: Keys API
                use: common.part.yaml
                credentials:
                  api-key: {header: X-Gateway-Key, token: {good: "${NAYSAYER_TEST_GATEWAY}", key-of-yesterday: "${NAYSAYER_TEST_YESTERDAY}"}}
                environments:
                  local: {credentials: {api-key: {login: {request: POST /login, token: /key}}}}
                  staging: {credentials: {api-key: {token: {key-of-yesterday: "${NAYSAYER_TEST_LAST_YEAR}"}}}}
                operations: [GET /keys]
                scenarios: [key-of-yesterday]
                """;
        try (GuardedApi api = new GuardedApi(OwnConditionsTest::right)) {
            List<CaseOutcome> outcomes = Published.outcomes(kit(suite, api)
                    .configurationParameter("naysayer.env", "staging")
                    .execute());

            assertThat(violated(outcomes)).containsExactly("GET /keys › key-of-yesterday: status-as-declared");
            assertThat(api.asked()).extracting(it -> it.header("X-Gateway-Key")).containsExactly(GOOD, LAST_YEAR, GOOD);
        } finally {
            System.clearProperty("NAYSAYER_TEST_LAST_YEAR");
        }
    }

    private static final String OF_ONE = """
            suite: People API
            credentials:
              session: {scheme: api-key, cookie: session, token: {good: "${NAYSAYER_TEST_YESTERDAY}"}}
              csrf:
                scheme: api-key
                header: X-CSRF-Token
                refusals: {status: 403, no-credential: {body: {/code: CSRF_MISSING}}}
                token: {good: "${NAYSAYER_TEST_GATEWAY}"}
            requires: [[session, csrf]]
            refusals: {status: 401}
            operations:
              - POST /people: {mutates: true, body: {name: x}}
            scenarios: [no-token, unknown-key]
            """;

    private static Function<Asked, Answer> people(int withoutCsrf) {
        return it -> {
            if (!it.hasCookie("session=" + YESTERDAY)) {
                return Answer.refused(401, "{\"message\":\"log in\"}", "Cookie realm=\"app\"");
            }
            String sent = it.header("X-CSRF-Token");
            return GOOD.equals(sent)
                    ? Answer.served("{\"ok\":true}")
                    : Answer.refused(
                            withoutCsrf, "{\"code\":\"%s\"}".formatted(sent == null ? "CSRF_MISSING" : "CSRF"));
        };
    }

    @Test
    void what_is_said_of_one_credential_goes_before_what_is_said_of_all() throws IOException {
        List<CaseOutcome> right = outcomes(OF_ONE, people(403));
        assertThat(right)
                .filteredOn(it -> it.scenario().startsWith("csrf: "))
                .flatExtracting(CaseOutcome::violations)
                .extracting(Finding::rule)
                .as("nobody logs in with a token against request forgery, so no 401 is missed")
                .doesNotContain("bad-credentials-get-401");
        assertThat(violated(right)).isEmpty();

        List<CaseOutcome> flawed = outcomes(OF_ONE, people(400));
        assertThat(violated(flawed))
                .containsExactly(
                        "POST /people › csrf: no-token: status-as-declared",
                        "POST /people › csrf: unknown-key: status-as-declared");
        assertThat(flawed)
                .flatExtracting(CaseOutcome::violations)
                .filteredOn(it -> it.rule().equals("status-as-declared"))
                .extracting(Finding::source)
                .containsOnly("own.auth.yaml:7");
    }

    @Test
    void a_scenario_is_nearer_than_a_credential() throws IOException {
        String suite = OF_ONE.replace("unknown-key]", "unknown-key: {status: 400}]");

        assertThat(violated(outcomes(suite, people(403))))
                .containsExactly(
                        "POST /people › session: unknown-key: status-as-declared",
                        "POST /people › csrf: unknown-key: status-as-declared");
    }

    /** A group and a profile say all that a scenario does; what a profile says is farther than all others. */
    @Test
    void groups_and_profiles_take_all_that_a_scenario_does() throws IOException {
        Files.createDirectories(folder.resolve("house"));
        Files.writeString(folder.resolve("house/error.schema.json"), "{\"required\": [\"code\"]}");
        Files.writeString(folder.resolve("house/house.profile.yaml"), """
                profile: house
                summary: What all our APIs have in common.
                expectations:
                  - no-token:
                      headers: {Retry-After: absent, X-House: present}
                      challenge: {realm: absent}
                      body: {schema: error.schema.json, /code: E_MISSING}
                """);
        String suite = """
                suite: Keys API
                credentials:
                  api-key: {header: X-Gateway-Key, token: {good: "${NAYSAYER_TEST_GATEWAY}"}}
                profiles: house/house.profile.yaml
                operations: [GET /keys]
                scenarios:
                  - carriage: {take: core, challenge: {realm: gateway}, headers: {X-Request-ID: present}}
                  - no-token
                """;
        List<CaseOutcome> outcomes = outcomes(suite, OwnConditionsTest::right);

        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("no-token"))
                .singleElement()
                .satisfies(it -> assertThat(it.findings())
                        .filteredOn(finding -> finding.fails(false))
                        .extracting(Finding::rule, finding -> String.valueOf(finding.expected()))
                        .containsExactlyInAnyOrder(
                                tuple("body-matches-schema", "a body that matches error.schema.json"),
                                tuple("members-as-declared", "/code: \"E_MISSING\""),
                                tuple("headers-as-declared", "X-House\nX-Request-ID (own.auth.yaml:7)")));
    }

    private List<CaseOutcome> outcomes(String suite, Function<Asked, Answer> guard) throws IOException {
        try (GuardedApi api = new GuardedApi(guard)) {
            return Published.outcomes(kit(suite, api).execute());
        }
    }

    private EngineTestKit.Builder kit(String suite, GuardedApi api) throws IOException {
        Path file = Files.writeString(folder.resolve("own.auth.yaml"), suite);
        return Contracts.engine()
                .selectors(selectFile(file.toString()))
                .configurationParameters(Map.of(Setting.TARGET.parameter(), api.url()));
    }

    private static List<String> violated(List<CaseOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(it -> it.findings().stream()
                        .filter(finding -> finding.fails(false))
                        .map(finding -> "%s › %s: %s".formatted(it.operation(), it.scenario(), finding.rule())))
                .toList();
    }
}
