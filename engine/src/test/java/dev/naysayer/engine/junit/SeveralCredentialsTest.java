package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** APIs from the field that ask for more than one credential: what a suite says of them, and what is found. */
@Timeout(60)
@ExtendWith(SuiteKey.class)
class SeveralCredentialsTest {

    private static final String KEY = "subscription-key-0123456789";
    private static final String OPAQUE = "files-token-0123456789";
    private static final String PASSWORD = "correct-horse-9";
    private static final String SESSION = "session-0123456789";
    private static final String CSRF = "form-token-0123456789";

    private static final String TOKEN = """
              token:
                scheme: bearer
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${NAYSAYER_TEST_KEY}"}
            """;
    private static final String BEARER = "Bearer realm=\"orders\"";
    private static final String INVALID = BEARER + ", error=\"invalid_token\"";
    private static final String LOG_IN = "{\"message\":\"log in\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_SUBSCRIPTION", KEY);
        System.setProperty("NAYSAYER_TEST_OPAQUE", OPAQUE);
        System.setProperty("NAYSAYER_TEST_PASSWORD", PASSWORD);
        System.setProperty("NAYSAYER_TEST_SESSION", SESSION);
        System.setProperty("NAYSAYER_TEST_CSRF", CSRF);
        System.setProperty("NAYSAYER_TEST_LOW_PAIR", "reader:a-low-password-0123");
    }

    @AfterAll
    static void forget_the_credentials() {
        for (String name : List.of("SUBSCRIPTION", "OPAQUE", "PASSWORD", "SESSION", "CSRF", "LOW_PAIR")) {
            System.clearProperty("NAYSAYER_TEST_" + name);
        }
    }

    private static final String TWO_KEYS = """
            suite: Two keys
            credentials:
            %s
              subscription:
                scheme: api-key
                header: X-Sub-Key
                token: {good: "${NAYSAYER_TEST_SUBSCRIPTION}"}
            requires: [[token, subscription]]
            operations:
              - GET /orders
              - POST /orders: {mutates: true, body: {}}
            scenarios: [no-token, expired-token, unknown-key]
            """.formatted(TOKEN);

    /** Without the key: GET has a body and a challenge, POST has neither. */
    private static Answer behindGateway(Asked it) {
        if (!KEY.equals(it.header("X-Sub-Key"))) {
            return it.method().equals("GET")
                    ? Answer.refused(401, "{\"message\":\"A key is missing.\"}", "GatewayKey realm=\"orders\"")
                    : Answer.refused(401, "");
        }
        if (it.hasGoodToken()) {
            return Answer.served("{\"ok\":true}");
        }
        return Answer.refused(401, LOG_IN, it.authorization("Bearer") == null ? BEARER : INVALID);
    }

    @Test
    void each_of_two_keys_is_varied_while_the_other_one_stays_good() throws IOException {
        List<CaseOutcome> outcomes = outcomes(TWO_KEYS, SeveralCredentialsTest::behindGateway);

        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("GET /orders"))
                .extracting(CaseOutcome::scenario)
                .containsExactly(
                        "control",
                        "token: no-token",
                        "token: expired-token",
                        "subscription: no-token",
                        "subscription: unknown-key",
                        "control-after");
        assertThat(violated(outcomes))
                .containsExactly(
                        "POST /orders › subscription: no-token: challenge-follows-401",
                        "POST /orders › subscription: unknown-key: challenge-follows-401");
    }

    @Test
    void operations_are_compared_by_what_is_wrong_with_which_credential() throws IOException {
        try (GuardedApi api = new GuardedApi(SeveralCredentialsTest::behindGateway)) {
            assertThat(Published.comparisons(run(TWO_KEYS, api)))
                    .filteredOn(it -> it.finding().rule().endsWith("-same-across-operations"))
                    .extracting(it -> it.finding().rule() + ": " + it.finding().actual())
                    .containsExactly(
                            "status-same-across-operations: null",
                            "shape-same-across-operations: "
                                    + "subscription: no-token with 401: "
                                    + "GatewayKey realm, application/json with message from GET /orders; "
                                    + "no challenge, no Content-Type from POST /orders\n"
                                    + "subscription: unknown-key with 401: "
                                    + "GatewayKey realm, application/json with message from GET /orders; "
                                    + "no challenge, no Content-Type from POST /orders");
        }
    }

    @Test
    void what_stays_good_is_sent_with_every_form_of_the_varied_one() throws IOException {
        String suite = TWO_KEYS.replace(
                "[no-token, expired-token, unknown-key]",
                "[no-token, repeated-header, none-after-valid, token-in-query]");
        try (GuardedApi api = new GuardedApi(SeveralCredentialsTest::behindGateway)) {
            List<CaseOutcome> outcomes = Published.outcomes(run(suite, api));

            assertThat(outcomes)
                    .extracting(CaseOutcome::kind)
                    .doesNotContain(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);
            // Of each request one of the two is as it should be, whatever became of the other.
            assertThat(api.asked())
                    .allMatch(it -> it.hasGoodToken() || it.lines("X-Sub-Key").equals(List.of(KEY)));
        }
    }

    @Test
    void the_good_ones_beside_it_are_hidden_as_the_varied_one_is() throws IOException {
        List<CaseOutcome> outcomes = outcomes(TWO_KEYS, SeveralCredentialsTest::behindGateway);

        assertThat(outcomes).allSatisfy(it -> assertThat(it.toString()).doesNotContain(KEY));
    }

    @Test
    void a_key_that_is_never_looked_at_is_found() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                TWO_KEYS,
                it -> it.hasGoodToken()
                        ? Answer.served("{\"ok\":true}")
                        : Answer.refused(401, LOG_IN, it.authorization("Bearer") == null ? BEARER : INVALID));

        assertThat(outcomes)
                .filteredOn(it -> it.kind() == OutcomeKind.VIOLATION)
                .extracting(it -> it.operation() + " › " + it.scenario())
                .contains("GET /orders › subscription: no-token", "POST /orders › subscription: no-token")
                .allMatch(name -> name.contains("subscription: "));
    }

    private static String files(String scenarios) {
        return """
                suite: Files
                credentials:
                  token: {scheme: bearer, token: {good: "${NAYSAYER_TEST_OPAQUE}"}}
                  password: {scheme: basic, account: {user: tester, password: "${NAYSAYER_TEST_PASSWORD}"}}
                requires: [token, password]
                operations: [GET /remote/dav]
                scenarios: [%s]
                """.formatted(scenarios);
    }

    private static Function<Asked, Answer> files(boolean offersBoth) {
        return it -> {
            if (OPAQUE.equals(it.authorization("Bearer")) || it.isBasic("tester:" + PASSWORD)) {
                return Answer.served("{\"files\":[]}");
            }
            String bearer = it.authorization("Bearer") == null
                    ? "Bearer realm=\"files\""
                    : "Bearer realm=\"files\", error=\"invalid_token\"";
            return offersBoth
                    ? Answer.refused(401, LOG_IN, bearer, "Basic realm=\"files\", charset=\"UTF-8\"")
                    : Answer.refused(401, LOG_IN, bearer);
        };
    }

    @Test
    void where_one_alternative_does_not_get_through_the_other_is_judged() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                files(EITHER),
                it -> OPAQUE.equals(it.authorization("Bearer"))
                        ? Answer.served("{}")
                        : Answer.refused(401, LOG_IN, "Bearer realm=\"files\"", "Basic realm=\"files\""));

        assertThat(outcomes)
                .filteredOn(it -> it.scenario().startsWith("password: "))
                .extracting(CaseOutcome::kind)
                .containsOnly(OutcomeKind.INCONCLUSIVE);
        assertThat(outcomes)
                .filteredOn(it -> it.scenario().startsWith("token: "))
                .extracting(CaseOutcome::kind)
                .doesNotContain(OutcomeKind.INCONCLUSIVE);
        assertThat(outcomes)
                .filteredOn(it -> it.scenario().equals("password: control"))
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .contains("check 'user' and 'password' below 'account' (several.auth.yaml:4)")
                        .doesNotContain("gets through at"));
    }

    @Test
    void a_control_of_several_says_what_to_look_at_of_each() throws IOException {
        List<CaseOutcome> outcomes = outcomes(TWO_KEYS, it -> Answer.refused(401, LOG_IN, BEARER));

        assertThat(outcomes.get(0).reason())
                .contains("check 'issuer', 'audience' and the key below 'mint' (several.auth.yaml:5);"
                        + " and for the credential beside it the key below 'token', as 'good' (several.auth.yaml:10),"
                        + " and that it belongs into the header 'X-Sub-Key'");
    }

    private static final String EITHER = "no-token, unknown-token, wrong-password, wrong-scheme-registered";

    @Test
    void each_of_two_alternatives_is_tried_alone_and_has_its_control() throws IOException {
        List<CaseOutcome> outcomes = outcomes(files(EITHER), files(true));

        assertThat(outcomes)
                .extracting(CaseOutcome::scenario)
                .containsExactly(
                        "token: control",
                        "password: control",
                        "token: no-token",
                        "token: unknown-token",
                        "token: wrong-scheme-registered",
                        "password: no-token",
                        "password: wrong-password",
                        "password: wrong-scheme-registered",
                        "token: control-after",
                        "password: control-after");
        assertThat(outcomes).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(broken(outcomes, Finding::violated)).isEmpty();
    }

    @Test
    void a_scheme_that_is_taken_and_not_offered_is_told_and_makes_nothing_red() throws IOException {
        List<CaseOutcome> outcomes = outcomes(files(EITHER), files(false));

        assertThat(outcomes).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(broken(outcomes, Finding::violated))
                .containsOnly(
                        "GET /remote/dav › password: no-token: challenge-names-scheme",
                        "GET /remote/dav › password: wrong-password: challenge-names-scheme",
                        "GET /remote/dav › password: wrong-scheme-registered: challenge-names-scheme");
    }

    @Test
    void a_challenge_that_offers_none_of_the_alternatives_is_a_violation() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                files("no-token"),
                it -> OPAQUE.equals(it.authorization("Bearer")) || it.isBasic("tester:" + PASSWORD)
                        ? Answer.served("{}")
                        : Answer.refused(
                                401, LOG_IN, "Digest realm=\"files\", nonce=\"1\", qop=\"auth\", algorithm=SHA-256"));

        assertThat(violated(outcomes))
                .containsExactly(
                        "GET /remote/dav › token: no-token: challenge-names-scheme",
                        "GET /remote/dav › password: no-token: challenge-names-scheme");
    }

    @Test
    void a_prefix_in_authorization_is_an_auth_scheme_and_may_be_written_in_any_case() throws IOException {
        String suite = """
                suite: Prefixed
                credentials:
                  api-key: {header: Authorization, prefix: Token, token: {good: "${NAYSAYER_TEST_SUBSCRIPTION}"}}
                operations: [GET /orders]
                scenarios: [wrong-scheme, wrong-scheme-token, scheme-lower-case]
                """;
        List<CaseOutcome> outcomes = outcomes(
                suite,
                it -> ("Token " + KEY).equals(it.header("Authorization"))
                        ? Answer.served("{}")
                        : Answer.refused(401, LOG_IN, "Token realm=\"orders\""));

        assertThat(violated(outcomes)).containsExactly("GET /orders › scheme-lower-case: scheme-case-ignored");
        assertThat(outcomes)
                .filteredOn(it -> it.kind() == OutcomeKind.NOT_APPLICABLE)
                .extracting(it -> it.scenario() + ": " + it.reason())
                .containsExactly("wrong-scheme-token: this is how the suite's own credential travels");
    }

    private static final String PEOPLE = """
            suite: People
            credentials:
              session:
                scheme: api-key
                cookie: session
                token: {good: "${NAYSAYER_TEST_SESSION}"}
              csrf:
                scheme: api-key
                header: X-CSRF-Token
                token: {good: "${NAYSAYER_TEST_CSRF}"}
            requires: [[session, csrf]]
            operations:
              - POST /people: {mutates: true, body: {name: x}}
            scenarios:
              - no-token: {status: [401, 403]}
              - unknown-key: {status: [401, 403]}
            """;

    @Test
    void a_csrf_token_is_missed_beside_a_good_session() throws IOException {
        List<CaseOutcome> outcomes = outcomes(PEOPLE, it -> {
            if (!it.hasCookie("session=" + SESSION)) {
                return Answer.refused(401, LOG_IN, "Cookie realm=\"app\"");
            }
            return CSRF.equals(it.header("X-CSRF-Token"))
                    ? Answer.served("{\"ok\":true}")
                    : Answer.refused(500, "{\"error\":\"no form token\"}");
        });

        assertThat(violated(outcomes))
                .containsExactly(
                        "POST /people › csrf: no-token: status-as-declared",
                        "POST /people › csrf: unknown-key: status-as-declared");
        assertThat(outcomes)
                .flatExtracting(CaseOutcome::violations)
                .filteredOn(finding -> finding.rule().equals("status-as-declared"))
                .extracting(finding -> finding.expected() + ", not " + finding.actual())
                .containsOnly("401 or 403, not 500");
    }

    /** One credential, and a second pair of it that lacks the right. */
    @Test
    void a_good_pair_without_the_right_is_answered_as_a_wrong_one() throws IOException {
        String suite = """
                suite: Box API
                credentials:
                  basic:
                    account: {user: keyadmin, password: "${NAYSAYER_TEST_PASSWORD}"}
                    token: {insufficient-scope: "${NAYSAYER_TEST_LOW_PAIR}"}
                operations:
                  - GET /api/updates/status: {scope: updates}
                scenarios: [no-token, wrong-password, insufficient-scope]
                """;
        List<CaseOutcome> outcomes = outcomes(
                suite,
                it -> it.isBasic("keyadmin:" + PASSWORD)
                        ? Answer.served("{\"status\":\"ok\"}")
                        : Answer.refused(401, LOG_IN, "Basic realm=\"api\", charset=\"UTF-8\""));

        assertThat(broken(outcomes, Finding::violated))
                .containsExactly("GET /api/updates/status › insufficient-scope: insufficient-rights-get-403");
    }

    private static String plans(String requires) {
        return """
                suite: Plans
                credentials:
                %s
                operations:
                  - GET /plans: {requires: %s}
                  - GET /me
                scenarios: [no-token, expired-token, bad-signature]
                """.formatted(TOKEN, requires);
    }

    /** The plans are for everybody, and who logs in sees more of them. */
    private static Function<Asked, Answer> plans(Predicate<Asked> seesMore) {
        return it -> {
            if (it.uri().equals("/plans")) {
                return Answer.served(seesMore.test(it) ? "[\"public\",\"mine\"]" : "[\"public\"]")
                        .with("Vary", "Authorization");
            }
            return it.hasGoodToken()
                    ? Answer.served("{\"name\":\"anna\"}")
                    : Answer.refused(401, LOG_IN, it.authorization("Bearer") == null ? BEARER : INVALID);
        };
    }

    @Test
    void a_public_operation_serves_who_presents_nothing_and_may_pass_over_a_bad_credential() throws IOException {
        List<CaseOutcome> outcomes = outcomes(plans("none"), plans(Asked::hasGoodToken));

        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("GET /plans"))
                .extracting(CaseOutcome::scenario)
                .containsExactly("control", "no-token", "expired-token", "bad-signature", "control-after");
        assertThat(outcomes).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(broken(outcomes, Finding::violated)).isEmpty();
    }

    @Test
    void a_public_operation_may_refuse_a_bad_credential_and_must_not_break_on_it() throws IOException {
        Function<Asked, Answer> strict = it -> it.authorization("Bearer") == null || it.hasGoodToken()
                ? Answer.served("{}")
                : Answer.refused(401, LOG_IN, INVALID);
        Function<Asked, Answer> broken = it -> it.authorization("Bearer") == null || it.hasGoodToken()
                ? Answer.served("{}")
                : Answer.refused(500, LOG_IN);
        String suite = plans("none").replace("  - GET /me\n", "");

        assertThat(outcomes(suite, strict)).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(broken(outcomes(suite, broken), Finding::violated))
                .containsExactly(
                        "GET /plans › expired-token: bad-credentials-get-401",
                        "GET /plans › bad-signature: bad-credentials-get-401");
    }

    @Test
    void an_operation_that_is_not_public_after_all_says_what_to_correct() throws IOException {
        List<CaseOutcome> outcomes = outcomes(
                plans("none"), it -> it.hasGoodToken() ? Answer.served("{}") : Answer.refused(401, LOG_IN, BEARER));

        assertThat(outcomes)
                .filteredOn(it ->
                        it.operation().equals("GET /plans") && it.scenario().equals("control"))
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .startsWith("a request without a credential did not get through: 401 in place of 2xx, "
                                + "Bearer realm=\"orders\"; nobody needs a credential here, the suite says"));
    }

    @Test
    void an_optional_credential_that_is_bad_is_passed_over_and_not_let_in() throws IOException {
        List<CaseOutcome> outcomes = outcomes(plans("[none, token]"), plans(Asked::hasGoodToken));

        assertThat(outcomes)
                .filteredOn(it -> it.operation().equals("GET /plans"))
                .extracting(CaseOutcome::scenario)
                .containsExactly(
                        "none: control",
                        "token: control",
                        "no-token",
                        "expired-token",
                        "bad-signature",
                        "none: control-after",
                        "token: control-after");
        assertThat(violated(outcomes)).isEmpty();
        assertThat(broken(outcomes, Finding::violated))
                .containsExactly(
                        "GET /plans › expired-token: credential-not-passed-over",
                        "GET /plans › bad-signature: credential-not-passed-over");
    }

    @Test
    void an_optional_credential_that_is_bad_and_sees_more_has_been_let_in() throws IOException {
        List<CaseOutcome> outcomes = outcomes(plans("[none, token]"), plans(it -> it.authorization("Bearer") != null));

        assertThat(violated(outcomes))
                .containsExactly(
                        "GET /plans › expired-token: expiry-checked", "GET /plans › bad-signature: signature-verified");
    }

    private List<CaseOutcome> outcomes(String suite, Function<Asked, Answer> guard) throws IOException {
        try (GuardedApi api = new GuardedApi(guard)) {
            return outcomes(suite, api);
        }
    }

    private List<CaseOutcome> outcomes(String suite, GuardedApi api) throws IOException {
        return Published.outcomes(run(suite, api));
    }

    private EngineExecutionResults run(String suite, GuardedApi api) throws IOException {
        Path file = Files.writeString(folder.resolve("several.auth.yaml"), suite);
        return Contracts.engine()
                .selectors(selectFile(file.toString()))
                .configurationParameter(Setting.TARGET.parameter(), api.url())
                .execute();
    }

    private static List<String> violated(List<CaseOutcome> outcomes) {
        return broken(outcomes, finding -> finding.fails(false));
    }

    private static List<String> broken(List<CaseOutcome> outcomes, Predicate<Finding> which) {
        return outcomes.stream()
                .flatMap(it -> it.findings().stream()
                        .filter(which)
                        .map(finding -> "%s › %s: %s".formatted(it.operation(), it.scenario(), finding.rule())))
                .toList();
    }
}
