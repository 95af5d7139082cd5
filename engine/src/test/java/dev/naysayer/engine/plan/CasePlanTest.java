package dev.naysayer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which credentials each case presents, and what it is called by them. */
class CasePlanTest {

    private static final String ORDERS_OF_TWO = """
            suite: Orders API
            credentials: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
            subjects:
              alice: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
              bob: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
              auditor: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
            objects:
              order: {alice: 1001, bob: 2001, absent: 9999}
            """;

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
    void what_differs_in_the_body_alone_is_no_good_credential_as_it_is() throws IOException {
        assertThat(reason("POST /orders: {requires: key, mutates: true, body: {}}", "broken-body", "broken-body"))
                .isEqualTo("null");
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

    @Test
    void a_subject_is_selected_by_its_name_and_so_is_the_control_that_has_its_credential() throws IOException {
        List<ContractCase> cases = plan("""
                suite: Orders API
                credentials: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
                subjects:
                  alice: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
                  bob: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
                  carol: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
                operations: [GET /orders: {allows: [carol, bob], tags: smoke}]
                scenarios: [no-token]
                """);

        assertThat(cases)
                .extracting(ContractCase::scenario, ContractCase::tags)
                .containsExactly(
                        tuple("control", Set.of("control", "carol", "subject", "smoke")),
                        tuple("alice", Set.of("alice", "subject", "smoke")),
                        tuple("bob", Set.of("bob", "subject", "smoke")),
                        tuple("no-token", Set.of("no-token", "carriage", "smoke")),
                        tuple("control-after", Set.of("control-after", "control", "carol", "subject", "smoke")));
    }

    @Test
    void each_subject_meets_what_is_its_own_and_what_is_somebody_elses_and_none_meets_the_controls_again()
            throws IOException {
        List<ContractCase> cases = plan(ORDERS_OF_TWO + """
                operations: ["GET /orders/{order}": {allows: [owner, auditor]}]
                scenarios: [no-token]
                """);

        assertThat(cases)
                .extracting(
                        ContractCase::scenario,
                        it -> it.operation().pathParameters().get("order"),
                        ContractCase::role)
                .containsExactly(
                        tuple("control", "1001", CaseRole.CONTROL),
                        tuple("alice: foreign", "2001", CaseRole.SCENARIO),
                        tuple("bob", "2001", CaseRole.ALLOWED),
                        tuple("bob: foreign", "1001", CaseRole.SCENARIO),
                        tuple("auditor: foreign", "1001", CaseRole.ALLOWED),
                        tuple("no-token", "1001", CaseRole.SCENARIO),
                        tuple("control-after", "1001", CaseRole.CONTROL_AFTER));
        assertThat(cases).extracting(ContractCase::subject, ContractCase::owner).contains(tuple("bob", "alice"));
        assertThat(cases)
                .filteredOn(it -> it.scenario().equals("alice: foreign"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.tags()).containsExactlyInAnyOrder("alice", "subject", "foreign");
                    assertThat(it.meaning())
                            .isEqualTo("the good credential of 'alice', who may not do this to what belongs to 'bob'");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "auditor; control 1001, alice 1001, alice: foreign 2001, bob 2001, bob: foreign 1001",
                "bob; control 2001, alice 1001, alice: foreign 2001, bob: foreign 1001, auditor: foreign 1001",
                "auditor, owner; control 1001, alice 1001, alice: foreign 2001, bob 2001, bob: foreign 1001"
            })
    void other_cases_are_about_the_object_of_the_first_who_may_or_of_the_first_owner(String allows, String expected)
            throws IOException {
        List<ContractCase> cases = plan(ORDERS_OF_TWO + """
                operations: ["GET /orders/{order}": {allows: [%s]}]
                scenarios: [no-token]
                """.formatted(allows));

        String home = expected.substring(8, 12);
        assertThat(cases)
                .extracting(it ->
                        it.scenario() + " " + it.operation().pathParameters().get("order"))
                .containsExactly((expected + ", no-token %s, control-after %1$s".formatted(home)).split(", "));
    }

    @Test
    void what_is_hidden_is_answered_as_what_is_absent_whatever_is_said_of_those_who_are_told() throws IOException {
        List<ContractCase> cases = plan(ORDERS_OF_TWO + """
                existence: hidden
                denied: {status: 403, body: {/code: E_RIGHT}}
                refusals: {headers: {X-Id: present}, challenge: present, no-right: {status: 403}}
                operations:
                  - GET /orders/{order}: {allows: [owner]}
                  - PUT /orders/{order}: {allows: [owner], mutates: true, existence: told}
                scenarios: [no-token]
                """);

        assertThat(cases)
                .filteredOn(it -> it.scenario().equals("bob: foreign"))
                .extracting(
                        ContractCase::expectedStatuses,
                        it -> it.promise().members().keySet(),
                        it -> it.promise().headers().keySet(),
                        it -> it.promise().challenge().isEmpty(),
                        ContractCase::isHidden)
                .containsExactly(
                        tuple("404", Set.of(), Set.of("X-Id"), true, true),
                        tuple("403", Set.of("/code"), Set.of("X-Id"), false, false));
    }

    @Test
    void a_path_with_things_of_several_kinds_leads_to_those_of_one_subject() throws IOException {
        List<ContractCase> cases = plan(ORDERS_OF_TWO + """
                  item: {alice: 1}
                operations:
                  - GET /{shop}/orders/{order}/items/{item}: {allows: [owner], path: {shop: 7}}
                  - GET /orders/{order}: {allows: [alice], path: {order: 5}}
                scenarios: [no-token]
                """);

        assertThat(cases)
                .filteredOn(it -> it.role() != CaseRole.CONTROL_AFTER)
                .extracting(it -> it.name() + " "
                        + String.join("-", it.operation().pathParameters().values()))
                .containsExactly(
                        "GET /{shop}/orders/{order}/items/{item} › control 7-1001-1",
                        "GET /{shop}/orders/{order}/items/{item} › bob: foreign 7-1001-1",
                        "GET /{shop}/orders/{order}/items/{item} › auditor: foreign 7-1001-1",
                        "GET /{shop}/orders/{order}/items/{item} › no-token 7-1001-1",
                        "GET /orders/{order} › control 5",
                        "GET /orders/{order} › bob 5",
                        "GET /orders/{order} › auditor 5",
                        "GET /orders/{order} › no-token 5");
    }

    @Test
    void a_thousand_operations_meet_ten_subjects_within_a_second() throws IOException {
        Suite suite = large("/orders/%d", "subject-3", "");

        assertThat(plannedWithinASecond(suite)).hasSize(1000 * (2 + 9 + 1));
    }

    @Test
    void a_thousand_operations_on_objects_of_ten_subjects_are_planned_within_a_second() throws IOException {
        String objects =
                IntStream.range(0, 10).mapToObj("subject-%d: 1%1$d"::formatted).collect(Collectors.joining(", "));
        Suite suite = large(
                "/%d/{order}", "owner", "objects: {order: {%s, absent: 9}}\nexistence: hidden\n".formatted(objects));

        assertThat(plannedWithinASecond(suite)).hasSize(1000 * (2 + 9 + 10 + 1));
    }

    private static List<ContractCase> plannedWithinASecond(Suite suite) {
        List<Duration> took = new ArrayList<>();
        List<ContractCase> cases = List.of();
        // Others may have the machine for a moment.
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            cases = CasePlan.of(suite);
            took.add(Duration.ofNanos(System.nanoTime() - begun));
        }

        assertThat(Collections.min(took)).isLessThan(Duration.ofSeconds(1));
        return cases;
    }

    private Suite large(String path, String allows, String objects) throws IOException {
        StringBuilder yaml = new StringBuilder("""
                suite: Orders API
                credentials: {bearer: {token: {good: "${NAYSAYER_TEST_PLANNED}"}}}
                subjects:
                """);
        for (int i = 0; i < 10; i++) {
            yaml.append("  subject-%d: {bearer: {token: {good: \"${NAYSAYER_TEST_PLANNED}\"}}}%n".formatted(i));
        }
        yaml.append(objects);
        yaml.append("allows: [%s]\nscenarios: [no-token]\noperations:\n".formatted(allows));
        for (int i = 0; i < 1000; i++) {
            yaml.append("  - GET %s%n".formatted(path.formatted(i)));
        }
        return read(yaml.toString());
    }

    @Test
    void where_no_control_is_sent_nothing_that_gets_through_is() throws IOException {
        String off = "the suite says 'control: off', and this credential may get through";

        assertThat(reason("POST /feedback: {requires: none, mutates: true, control: off}", "no-token", "no-token"))
                .isEqualTo(off);
        assertThat(reason(
                        "POST /feedback: {requires: [none, token], mutates: true, control: off}",
                        "no-token",
                        "no-token"))
                .isEqualTo(off);
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
        return plan("""
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
    }

    private List<ContractCase> plan(String yaml) throws IOException {
        return CasePlan.of(read(yaml));
    }

    private Suite read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.auth.yaml"), yaml);
        Reading reading = SuiteFile.alone(file).plan(Set.of());
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).suite();
    }
}
