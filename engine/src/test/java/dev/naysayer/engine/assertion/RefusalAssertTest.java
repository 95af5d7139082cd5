package dev.naysayer.engine.assertion;

import static dev.naysayer.engine.assertion.RefusalAssertions.assertThatRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a developer reads where an assertion about a refusal does not hold. */
class RefusalAssertTest {

    private static final String CHALLENGE = "Bearer realm=\"orders\", error=\"invalid_token\"";

    private static final String PROBLEM = """
            {"type": "about:blank", "title": "Unauthorized", "status": 401}""";

    private static RefusalAssert refusal(int status, String challenge) {
        return assertThatRefusal(status, Map.of("www-authenticate", List.of(challenge)), "");
    }

    private static RefusalAssert problem(String mediaType, String body) {
        return assertThatRefusal(
                401, Map.of("WWW-Authenticate", List.of(CHALLENGE), "Content-Type", List.of(mediaType)), body);
    }

    private static String failure(ThrowingCallable assertion) {
        return String.valueOf(
                catchThrowableOfType(AssertionError.class, assertion).getMessage());
    }

    @Test
    void a_good_refusal_has_all_that_is_asked_for() {
        problem("application/problem+json; charset=utf-8", PROBLEM)
                .toCondition("expired-token")
                .toCredential(UUID.randomUUID().toString())
                .isUnauthorized()
                .hasStatus(401)
                .hasMediaType("application/problem+json")
                .hasProblemDetails()
                .hasChallenge("bearer")
                .withRealm("orders")
                .withError("invalid_token")
                .withParameter("ERROR", "invalid_token")
                .and()
                .conformsTo(RuleSet.ALL)
                .conformsStrictlyTo(RuleSet.RFC6750);
    }

    @Test
    void a_forbidden_refusal_names_its_scope() {
        refusal(403, "Bearer error=\"insufficient_scope\", scope=\"orders:read\"")
                .toCondition("insufficient-scope")
                .isForbidden()
                .hasChallenge("Bearer")
                .withError("insufficient_scope")
                .withScope("orders:read");
    }

    @Test
    void another_status_is_told() {
        assertThat(failure(() -> refusal(403, CHALLENGE).isUnauthorized())).isEqualToNormalizingNewlines("""

                          expected  status 401
                          actual    status 403
                        """);
    }

    @Test
    void a_description_stands_in_front() {
        assertThat(failure(() -> refusal(401, CHALLENGE)
                        .as("100 % refused")
                        .toCondition("expired-token")
                        .isForbidden()))
                .isEqualToNormalizingNewlines("""
                        [100 % refused]\s
                          expected  status 403
                          actual    status 401
                        """);
    }

    @Test
    void another_challenge_is_told_as_it_was_sent() {
        assertThat(failure(() -> refusal(401, "Basic realm=\"orders\"").hasChallenge("Bearer")))
                .isEqualToNormalizingNewlines("""

                          expected  a challenge with the scheme Bearer
                          actual    Basic realm="orders"
                        """);
    }

    @Test
    void a_field_that_breaks_is_shown_with_its_place() {
        assertThat(failure(() -> refusal(401, "Bearer realm=\"orders").hasChallenge("Bearer")))
                .isEqualToNormalizingNewlines("""

                          expected  a challenge with the scheme Bearer
                          actual    Bearer realm="orders
                                                        ^ expected a closing quote
                        """);
    }

    @Test
    void one_and_the_same_challenge_has_all_that_is_asked_for() {
        String two = "Bearer error=\"invalid_token\", Bearer scope=\"orders:read\"";

        assertThat(failure(() -> refusal(401, two)
                        .hasChallenge("Bearer")
                        .withError("invalid_token")
                        .withScope("orders:read")))
                .isEqualToNormalizingNewlines("""

                          expected  scope="orders:read"
                          actual    Bearer error="invalid_token", Bearer scope="orders:read"
                        """);
    }

    @Test
    void a_code_where_none_is_wanted_is_told() {
        assertThat(failure(() -> refusal(401, CHALLENGE).hasChallenge("Bearer").withoutError()))
                .isEqualToNormalizingNewlines("""

                          expected  a challenge without an error code
                          actual    Bearer realm="orders", error="invalid_token"
                        """);
    }

    @Test
    void a_challenge_where_none_is_wanted_is_told() {
        assertThatRefusal(404, Map.of(), "").hasNoChallenge();
        assertThat(failure(() -> refusal(404, CHALLENGE).hasNoChallenge())).isEqualToNormalizingNewlines("""

                          expected  no WWW-Authenticate
                          actual    Bearer realm="orders", error="invalid_token"
                        """);
    }

    @Test
    void a_broken_rule_reads_as_in_a_suite() {
        assertThat(failure(() -> assertThatRefusal(401, Map.of(), "")
                        .toCondition("no-token")
                        .conformsTo(RuleSet.only("challenge-follows-401"))))
                .isEqualToNormalizingNewlines("""
                        401 to no-token broke 1 of 1 rules

                        [challenge-follows-401] MUST, RFC 9110 section 15.5.2
                          expected  a WWW-Authenticate field with a challenge
                          actual    no WWW-Authenticate
                          because   Without a challenge a client cannot tell which scheme the API accepts; many HTTP libraries report it as an I/O error.

                        To mend [challenge-follows-401]: Send WWW-Authenticate with every 401, also from gateways and error handlers.
                        """);
    }

    @Test
    void problem_details_that_say_another_status_break_their_rule() {
        assertThat(failure(() ->
                        problem("application/problem+json", "{\"status\": 403}").hasProblemDetails()))
                .isEqualToNormalizingNewlines("""
                        401 to refused-credential broke 1 of 1 rules

                        [problem-details-well-formed] MUST, RFC 9457 section 3.1
                          expected  'status': 401
                          actual    'status': 403
                          because   A client must ignore members of the wrong type, and one that trusts the body's status acts on another error than happened.

                        To mend [problem-details-well-formed]: Use the framework's own type for problem details, and let it take the status from the response.
                        """);
    }

    @Test
    void a_page_is_no_problem_details() {
        assertThat(failure(() -> problem("text/html", "<p>no</p>").hasProblemDetails()))
                .isEqualToNormalizingNewlines("""

                          expected  application/problem+json
                          actual    text/html
                        """);
    }

    @Test
    void what_a_suite_only_warns_of_fails_where_it_is_meant_strictly() {
        RefusalAssert refusal = refusal(403, CHALLENGE).toCondition("expired-token");

        refusal.conformsTo(RuleSet.only("error-fits-status"));
        assertThat(failure(() -> refusal.conformsStrictlyTo(RuleSet.only("error-fits-status"))))
                .isEqualToNormalizingNewlines("""
                        403 to expired-token broke 1 of 1 rules

                        [error-fits-status] SHOULD, RFC 6750 section 3.1
                          expected  invalid_token with 401
                          actual    invalid_token with 403
                          because   One client decides by the status, the next by the code; where they disagree the two behave differently.

                        To mend [error-fits-status]: Derive the status from the code, so that the two cannot part.
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "no-token, bearer, 403, bad-credentials-get-401",
        "wrong-password, basic, 404, bad-credentials-get-401",
        "wrong-password, basic, 400, bad-credentials-get-401",
        "insufficient-scope, bearer, 401, insufficient-rights-get-403"
    })
    void a_status_is_judged_by_what_was_presented(String condition, String scheme, int status, String rule) {
        RefusalAssert refusal =
                assertThatRefusal(status, Map.of(), "").ofScheme(scheme).toCondition(condition);

        assertThat(failure(() -> refusal.conformsStrictlyTo(RuleSet.ALL))).contains("[" + rule + "] SHOULD");
    }

    @Test
    void an_answer_that_stands_for_itself_is_told_what_a_suite_tells_once_for_all() {
        RefusalAssert refusal = assertThatRefusal(401, Map.of("WWW-Authenticate", List.of(CHALLENGE)), "");

        assertThat(failure(() -> refusal.conformsStrictlyTo(RuleSet.ALL))).contains("[error-representation] SHOULD");
    }

    @Test
    void a_rule_that_could_not_decide_is_not_green() {
        assertThat(failure(
                        () -> refusal(401, "Bearer realm=\"orders").conformsTo(RuleSet.only("challenge-follows-401"))))
                .isEqualTo(
                        "401 to refused-credential is inconclusive: challenge-follows-401: the field does not parse");
    }

    @Test
    void an_answer_that_is_no_refusal_conforms_to_nothing() {
        for (int status : List.of(200, 302, 500)) {
            assertThat(failure(() -> assertThatRefusal(status, Map.of(), "").conformsTo(RuleSet.RFC9457)))
                    .isEqualToNormalizingNewlines("""

                              expected  a refusal, 4xx
                              actual    status %d
                            """.formatted(status));
        }
    }

    @Test
    void a_credential_that_comes_back_is_found_and_shown_nowhere() {
        String token = UUID.randomUUID().toString();
        RefusalAssert refusal = assertThatRefusal(401, Map.of(), "no such token: " + token);

        refusal.conformsStrictlyTo(RuleSet.only("token-not-echoed"));
        String failure =
                failure(() -> refusal.toCredential(token).conformsStrictlyTo(RuleSet.only("token-not-echoed")));
        assertThat(failure).doesNotContain(token).isEqualToNormalizingNewlines("""
                        401 to refused-credential broke 1 of 1 rules

                        [token-not-echoed] security advice, OWASP ASVS 5.0 16.5.1
                          expected  the credential nowhere
                          actual    the credential in the body
                          because   Error bodies and headers end up in logs, traces and screenshots, where anybody may read a credential and use it.

                        To mend [token-not-echoed]: Never put what was presented into an answer; log a hash or its id instead.
                        """);
    }

    @Test
    void the_scheme_of_the_api_is_the_one_its_challenge_has_to_name() {
        refusal(401, "Basic realm=\"orders\"").ofScheme("basic").conformsTo(RuleSet.RFC6750);
        assertThat(failure(() -> refusal(401, "Basic realm=\"orders\"")
                        .conformsStrictlyTo(RuleSet.only("challenge-names-scheme"))))
                .contains("expected  a challenge with the scheme Bearer");
    }

    @Test
    void a_condition_has_to_be_one_that_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusal(401, CHALLENGE).toCondition("expird-token"))
                .withMessage("no condition is named 'expird-token'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refusal(401, CHALLENGE).toCondition("aud-array-including"))
                .withMessage(
                        "'aud-array-including' is a good credential in another spelling, so no refusal of it is right");
    }
}
