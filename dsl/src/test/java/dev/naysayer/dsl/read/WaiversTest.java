package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.OtherSuite;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Waiver;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {

    @TempDir
    private Path folder;

    @Test
    void a_suite_that_says_nothing_of_it_waives_nothing() {
        assertThat(waivers("")).isEmpty();
    }

    @Test
    void a_waiver_says_what_may_be_broken_who_answers_for_it_why_and_how_long() {
        assertThat(waivers("""
            waivers:
              - rule: no-store
                scenario: expired-token
                operation: GET *
                owner: team-orders
                reason: >
                  The gateway takes it out,
                  and its release 9 does not.
                link: https://tickets.example/ORD-17
                until: 2026-12-31
            """))
                .singleElement()
                .isEqualTo(new Waiver(
                        new Position("orders.auth.yaml", 11, 5),
                        "delete lines 11 to 19 of orders.auth.yaml",
                        "no-store",
                        "expired-token",
                        new OperationPattern("GET *"),
                        "team-orders",
                        "The gateway takes it out, and its release 9 does not.",
                        "https://tickets.example/ORD-17",
                        LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {rule: no-store, owner: a, reason: b, until: 2026-12-31}|delete line 11 of orders.auth.yaml",
                "- {owner: a, reason: b, until: 2026-12-31,\\n"
                        + "     rule: no-store}|delete lines 11 to 12 of orders.auth.yaml",
                "- rule: no-store\\n"
                        + "    owner: a\\n"
                        + "    until: 2026-12-31\\n"
                        + "    reason: b\\n"
                        + "\\n"
                        + "\\n"
                        + "  - {rule: nosniff, owner: a, reason: b, until: 2026-12-31}|delete lines 11 to 14 of"
                        + " orders.auth.yaml",
                "- rule: no-store\\n"
                        + "    owner: a\\n"
                        + "    until: 2026-12-31\\n"
                        + "    reason: >\\n"
                        + "      b\\n"
                        + "      c\\n"
                        + "  - {rule: nosniff, owner: a, reason: b, until: 2026-12-31}|delete lines 11 to 16 of"
                        + " orders.auth.yaml"
            })
    void a_waiver_says_the_lines_to_delete(String written, String removal) {
        assertThat(waivers("waivers:\n  " + written.replace("\\n", "\n")))
                .first()
                .extracting(Waiver::removal)
                .isEqualTo(removal);
    }

    @ParameterizedTest
    @CsvSource({"waivers:", "waivers: []"})
    void where_the_last_waiver_was_deleted_the_suite_is_right(String left) {
        assertThat(waivers(left)).isEmpty();
    }

    @Test
    void a_file_holds_those_of_several_suites_and_each_takes_its_own() throws IOException {
        Files.writeString(folder.resolve("platform.waivers.yaml"), """
            waivers:
              - {suites: [Billing API, Orders API], rule: nosniff, owner: platform, reason: b, until: 2026-12-31}
              - {suites: Billing API, rule: no-store, operation: GET /bills, owner: a, reason: b, until: 2026-12-31}
              - {suites: Orders API, scenario: no-token, owner: a, reason: b, until: 2026-12-31}
            """);

        assertThat(waivers("waivers: platform.waivers.yaml"))
                .extracting(it -> it.at().toString(), Waiver::removal)
                .containsExactly(
                        tuple(
                                "platform.waivers.yaml:2:5",
                                "take 'Orders API' out of 'suites' in line 2 of platform.waivers.yaml"),
                        tuple("platform.waivers.yaml:4:5", "delete line 4 of platform.waivers.yaml"));
    }

    /** Nobody who reads the file for one suite knows who asks in the others. */
    @ParameterizedTest
    @CsvSource({"nurse, ''", "joe, ''", "'token: nurse', ''", "expired-tokn, unknown scenario 'expired-tokn'"})
    void a_subject_is_judged_by_the_suite_that_has_it_and_a_misspelt_condition_by_all(String name, String problem)
            throws IOException {
        Files.writeString(
                folder.resolve("platform.waivers.yaml"),
                "waivers: [{suites: Ward API, scenario: \"%s\", owner: a, reason: b, until: 2026-12-31}]"
                        .formatted(name));

        assertThat(told(SuiteFiles.ORDERS)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "nurse, '', ''",
        "nurze, unknown scenario 'nurze', did you mean 'nurse'?",
        "alg-none, unknown scenario of this suite 'alg-none', 'known are: expired-token, no-token, nurse'"
    })
    void a_subject_of_the_suite_is_known_to_its_waivers(String name, String problem, String nextStep)
            throws IOException {
        Files.writeString(
                folder.resolve("platform.waivers.yaml"),
                "waivers: [{suites: Orders API, scenario: %s, owner: a, reason: b, until: 2026-12-31}]"
                        .formatted(name));
        String ward = SuiteFiles.ORDERS + """
            subjects: {nurse: {bearer: {mint: {subject: nina}}}}
            allows: [nurse]
            """;

        assertThat(told(ward)).isEqualTo(problem);
        assertThat(problems(ward)).extracting(Problem::nextStep).allMatch(nextStep::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "foreign, ''",
        "'nurse: foreign', ''",
        "'bearer: nurse: foreign', ''",
        "'nurze: foreign', unknown scenario 'foreign'"
    })
    void a_foreign_object_is_named_for_all_subjects_or_for_one(String name, String problem) throws IOException {
        Files.writeString(
                folder.resolve("platform.waivers.yaml"),
                "waivers: [{suites: Orders API, scenario: \"%s\", owner: a, reason: b, until: 2026-12-31}]"
                        .formatted(name));

        assertThat(told(SuiteFiles.ORDERS.replace("GET /orders:", "GET /orders/{order}:") + """
            subjects: {nurse: {bearer: {mint: {subject: nina}}}}
            objects: {order: {nurse: 1001}}
            allows: [owner, nurse]
            """))
                .isEqualTo(problem);
    }

    @Test
    void of_a_file_the_further_suites_are_known_that_it_names() throws IOException {
        Files.writeString(folder.resolve("platform.waivers.yaml"), """
            waivers:
              - {suites: [Billing API, Orders API], rule: nosniff, owner: platform, reason: b, until: 2026-12-31}
              - {suites: Order API, rule: no-store, owner: a, reason: b, until: 2026-12-31}
            """);

        assertThat(new SuiteFiles(folder)
                        .suite(SuiteFiles.ORDERS + "waivers: platform.waivers.yaml")
                        .others())
                .containsExactly(
                        new OtherSuite(
                                "Billing API",
                                new Position("platform.waivers.yaml", 2, 15),
                                List.of("Billing API", "Orders API")),
                        new OtherSuite(
                                "Order API", new Position("platform.waivers.yaml", 3, 14), List.of("Order API")));
    }

    @Test
    void files_and_waivers_of_the_suite_stand_side_by_side() throws IOException {
        Files.writeString(folder.resolve("waivers.yaml"), "waivers:\n");
        Files.writeString(
                folder.resolve("a.waivers.yaml"),
                "waivers: [{suites: Orders API, rule: nosniff, owner: platform, reason: b, until: 2026-12-31}]");

        assertThat(waivers("""
            waivers:
              - waivers.yaml
              - a.waivers.yaml
              - {rule: no-store, owner: a, reason: b, until: 2026-12-31}
            """)).extracting(Waiver::rule).containsExactly("nosniff", "no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /orders, GET /orders, true",
        "GET /orders, GET /orders/{id}, false",
        "GET /orders*, GET /orders/{id}, true",
        "GET *, GET /, true",
        "GET *, POST /orders, false",
        "* /orders, DELETE /orders, true",
        "* /orders, DELETE /orders/{id}, false",
        "*/items/*, GET /orders/{id}/items/{item}, true",
        "*/items/*, GET /items, false",
        "*, GET /orders, true",
        "GET /a*a, GET /a, false",
        "GET /a*a, GET /aa, true",
        "*a*b*c*, GET /a-c-b, false",
        "*a*b*c*, GET /a-b-c, true",
        "get /orders, GET /orders, false"
    })
    void a_pattern_fits_the_whole_name_of_an_operation(String pattern, String operation, boolean fits) {
        assertThat(new OperationPattern(pattern).fits(operation)).isEqualTo(fits);
    }

    /** The longest name that a suite may have. */
    @Test
    void a_pattern_takes_no_longer_than_it_is_long() {
        OperationPattern hostile = new OperationPattern("*a".repeat(4_000) + "*b");

        assertThat(hostile.fits("a".repeat(8_000))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "no-store,,, true",
        "nosniff,,, false",
        "no-store, expired-token,, true",
        "no-store, no-token,, false",
        "no-store, expired-token, GET /orders, true",
        "no-store, expired-token, POST *, false",
        ", expired-token,, true",
        ", no-token,, false"
    })
    void a_waiver_names_what_fits_all_that_it_says(
            @Nullable String rule, @Nullable String scenario, @Nullable String operation, boolean names) {
        assertThat(waiver(rule, scenario, operation).names("no-store", "GET /orders", "expired-token"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-key, true",
        "gateway-key: unknown-key, true",
        "key: unknown-key, false",
        "token: unknown-key, false",
        "known-key, false"
    })
    void where_several_credentials_are_needed_a_waiver_names_a_condition_with_each_or_with_one_of_them(
            String scenario, boolean names) {
        assertThat(waiver(null, scenario, null).names("no-store", "GET /orders", "gateway-key: unknown-key"))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({
        "title-stable,,, true",
        "no-store,,, false",
        "title-stable, expired-token,, false",
        "title-stable,, GET *, false",
        ", expired-token,, false"
    })
    void what_several_answers_break_is_waived_by_its_rule_alone(
            @Nullable String rule, @Nullable String scenario, @Nullable String operation, boolean names) {
        assertThat(waiver(rule, scenario, operation).names("title-stable")).isEqualTo(names);
    }

    @Test
    void its_last_day_is_included() {
        Waiver waiver = waiver("no-store", null, null);

        assertThat(waiver.hasExpired(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(waiver.hasExpired(LocalDate.of(2027, 1, 1))).isTrue();
    }

    private List<Problem> problems(String suite) {
        return new SuiteFiles(folder).read(suite + "waivers: platform.waivers.yaml\n")
                        instanceof Reading.Unreadable unreadable
                ? unreadable.problems()
                : List.of();
    }

    private String told(String suite) {
        return problems(suite).stream().map(Problem::message).collect(Collectors.joining("\n"));
    }

    private static Waiver waiver(@Nullable String rule, @Nullable String scenario, @Nullable String operation) {
        return new Waiver(
                new Position("orders.auth.yaml", 11, 5),
                "delete line 11 of orders.auth.yaml",
                rule,
                scenario,
                operation == null ? null : new OperationPattern(operation),
                "team-orders",
                "a reason",
                null,
                LocalDate.of(2026, 12, 31));
    }

    private List<Waiver> waivers(String yaml) {
        return new SuiteFiles(folder).suite(SuiteFiles.ORDERS + yaml).waivers();
    }
}
