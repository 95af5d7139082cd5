package dev.naysayer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Reading;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which credentials each case presents, and what it is called by them. */
class CasePlanTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeAll
    static void give_the_suites_their_credentials() {
        System.setProperty("NAYSAYER_TEST_PLANNED", "any-credential-0123456789");
    }

    @AfterAll
    static void forget_the_credentials() {
        System.clearProperty("NAYSAYER_TEST_PLANNED");
    }

    @Test
    void of_credentials_that_are_needed_together_each_is_varied_beside_the_others() throws IOException {
        List<ContractCase> cases = planned("GET /orders: {requires: [[token, key, session]]}", "no-token");

        assertThat(cases)
                .extracting(ContractCase::name, CasePlanTest::presented)
                .containsExactly(
                        tuple("GET /orders › control", "token, key, session"),
                        tuple("GET /orders › token: no-token", "token, key, session"),
                        tuple("GET /orders › key: no-token", "key, token, session"),
                        tuple("GET /orders › session: no-token", "session, token, key"),
                        tuple("GET /orders › control-after", "token, key, session"));
        assertThat(cases).extracting(ContractCase::controlName).containsOnly("GET /orders › control");
    }

    @Test
    void a_credential_of_several_alternatives_is_told_apart_by_those_beside_it() throws IOException {
        List<ContractCase> cases =
                planned("GET /orders: {requires: [[token, key], [token, session], pair]}", "no-token");

        assertThat(cases)
                .extracting(ContractCase::scenario, ContractCase::controlName)
                .containsExactly(
                        tuple("token and key: control", "GET /orders › token and key: control"),
                        tuple("token and session: control", "GET /orders › token and session: control"),
                        tuple("pair: control", "GET /orders › pair: control"),
                        tuple("token beside key: no-token", "GET /orders › token and key: control"),
                        tuple("key: no-token", "GET /orders › token and key: control"),
                        tuple("token beside session: no-token", "GET /orders › token and session: control"),
                        tuple("session: no-token", "GET /orders › token and session: control"),
                        tuple("pair: no-token", "GET /orders › pair: control"),
                        tuple("token and key: control-after", "GET /orders › token and key: control"),
                        tuple("token and session: control-after", "GET /orders › token and session: control"),
                        tuple("pair: control-after", "GET /orders › pair: control"));
    }

    @Test
    void a_condition_is_tried_with_the_credentials_that_it_fits_and_one_that_fits_none_stands_there_once()
            throws IOException {
        List<ContractCase> cases =
                planned("GET /orders: {requires: [[token, key]]}", "expired-token, unknown-key, wrong-password");

        assertThat(cases)
                .filteredOn(it -> !it.control())
                .extracting(ContractCase::scenario, it -> String.valueOf(it.notApplicable()))
                .containsExactly(
                        tuple("token: expired-token", "null"),
                        tuple("wrong-password", "the schemes are bearer and api-key, and this is about basic"),
                        tuple("key: unknown-key", "null"));
    }

    @Test
    void what_would_stand_where_a_good_one_does_is_not_applicable() throws IOException {
        assertThat(reason("GET /orders: {requires: [[token, key]]}", "key-as-bearer", "key: key-as-bearer"))
                .isEqualTo("it would stand where 'token' does, which stays good");
        assertThat(reason("GET /orders: {requires: key}", "key-as-bearer", "key-as-bearer"))
                .isEqualTo("null");
        assertThat(reason("GET /orders: {requires: [key, session]}", "key-in-cookie", "key: key-in-cookie"))
                .isEqualTo("this is where the suite has its credential");
    }

    @Test
    void a_case_is_selected_by_its_condition_and_by_the_credential_that_it_varies() throws IOException {
        List<ContractCase> cases = planned("GET /orders: {requires: [[token, key]]}", "unknown-key");

        assertThat(cases)
                .extracting(ContractCase::tags)
                .containsExactly(
                        Set.of("control", "token", "key"),
                        Set.of("unknown-key", "api-key", "key"),
                        Set.of("control-after", "control", "token", "key"));
    }

    @Test
    void at_a_public_operation_each_credential_is_tried_and_nothing_is_presented_once() throws IOException {
        List<ContractCase> cases =
                planned("GET /health: {requires: none}", "no-token, scheme-only, unknown-key, method-override");

        assertThat(cases)
                .extracting(ContractCase::scenario, it -> String.valueOf(it.notApplicable()))
                .contains(
                        tuple("control", "null"),
                        tuple("no-token", "null"),
                        tuple("token: scheme-only", "null"),
                        tuple("pair: scheme-only", "null"),
                        tuple("key: unknown-key", "null"))
                .doesNotHaveDuplicates();
        assertThat(cases).extracting(ContractCase::nobodyName).containsOnly("GET /health › control");
    }

    private static String presented(ContractCase it) {
        return String.join(
                ", ", it.presents().all().map(CredentialDeclaration::name).toList());
    }

    private String reason(String operation, String condition, String scenario) throws IOException {
        return planned(operation, condition).stream()
                .filter(it -> it.scenario().equals(scenario))
                .map(it -> String.valueOf(it.notApplicable()))
                .findFirst()
                .orElseThrow();
    }

    private List<ContractCase> planned(String operations, String scenarios) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.auth.yaml"), """
                        suite: Orders API
                        credentials:
                          token: {scheme: bearer, token: {good: "${NAYSAYER_TEST_PLANNED}"}}
                          key: {scheme: api-key, header: X-Key, token: {good: "${NAYSAYER_TEST_PLANNED}"}}
                          session: {scheme: api-key, cookie: session, token: {good: "${NAYSAYER_TEST_PLANNED}"}}
                          pair: {scheme: basic, account: {user: tester, password: "${NAYSAYER_TEST_PLANNED}"}}
                        requires: [[pair, key, session], token]
                        operations:
                          - %s
                        scenarios: [%s]
                        """.formatted(operations, scenarios));
        Reading reading = SuiteFile.alone(file).plan(Set.of());
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return CasePlan.of(((Reading.Understood) reading).suite());
    }
}
