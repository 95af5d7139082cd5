package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.RecordedRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CausesTest {

    @Test
    void what_breaks_alike_is_one_cause_and_the_weightiest_comes_first() {
        List<Cause> causes = ConformanceReport.of(RecordedRun.document()).causes();

        assertThat(causes)
                .extracting(Cause::kind, Cause::summary, Cause::extent)
                .containsExactly(
                        tuple(OutcomeKind.VIOLATION, "The error code says what is wrong with the token", "2 cases"),
                        tuple(OutcomeKind.VIOLATION, "The answer has the status that the suite declares", "1 case"),
                        tuple(OutcomeKind.VIOLATION, "HEAD is refused as GET is", "1 comparison"),
                        tuple(OutcomeKind.INCONCLUSIVE, "no answer within 10 s from http://127.0.0.1:8080", "1 case"),
                        tuple(OutcomeKind.MISCONFIGURED, "the environment variable BILLING_URL is not set", "1 case"),
                        tuple(OutcomeKind.WARNING, "A refusal is not kept by caches", "3 cases and 1 comparison"),
                        tuple(
                                OutcomeKind.NOT_OBTAINABLE,
                                "nobody can revoke a minted token, add 'client-credentials'",
                                "1 case"));
    }

    @Test
    void one_cause_is_told_once_for_all_suites_that_show_it() {
        List<Cause> causes = causes(IntStream.range(0, 20)
                .mapToObj(it ->
                        broken("Service " + it, "expired-token", "MUST", "Bearer realm=\"service-%d\"".formatted(it)))
                .toList());

        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.extent()).isEqualTo("20 cases of 20 suites");
            assertThat(cause.actual()).isEqualTo("Bearer realm=\"…\"");
            assertThat(cause.expected()).isEqualTo("what is right");
            assertThat(cause.mover()).isEqualTo(Mover.API);
        });
    }

    @Test
    void what_could_not_be_judged_is_one_cause_with_all_that_follows_from_it() {
        String unreachable =
                "https://login.example/token gives no answer (connection refused by https://login.example): check"
                        + " 'token-endpoint' and that the server can be reached from here";
        List<CaseOutcome> outcomes = new ArrayList<>();
        Move move = Move.of(Mover.IDENTITY_PROVIDER);
        outcomes.addAll(Collections.nCopies(201, unjudged(OutcomeKind.MISCONFIGURED, unreachable, move)));
        outcomes.addAll(Collections.nCopies(
                11,
                unjudged(
                        OutcomeKind.INCONCLUSIVE,
                        "the control failed: " + unreachable,
                        new Move(Mover.IDENTITY_PROVIDER, unreachable))));

        assertThat(causes(outcomes)).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo(OutcomeKind.MISCONFIGURED);
            assertThat(cause.summary()).isEqualTo(unreachable);
            assertThat(cause.cases()).isEqualTo(212);
            assertThat(cause.mover()).isEqualTo(Mover.IDENTITY_PROVIDER);
            assertThat(cause.id()).matches("https-login-example-token-gives-[0-9a-f]{8}");
        });
    }

    @Test
    void a_must_goes_before_what_only_warns_however_often_that_is() {
        List<CaseOutcome> outcomes = new ArrayList<>(Collections.nCopies(30, broken("A", "a", "SHOULD", "no Vary")));
        outcomes.add(broken("A", "b", "MUST", "200"));
        outcomes.addAll(Collections.nCopies(2, broken("B", "c", "MUST", "204")));
        outcomes.addAll(Collections.nCopies(90, broken("B", "d", "advice", "no Date")));

        assertThat(causes(outcomes))
                .extracting(Cause::kind, Cause::level, Cause::actual)
                .containsExactly(
                        tuple(OutcomeKind.VIOLATION, "MUST", "204"),
                        tuple(OutcomeKind.VIOLATION, "MUST", "200"),
                        tuple(OutcomeKind.WARNING, "SHOULD", "no Vary"),
                        tuple(OutcomeKind.CONFORMING, "advice", "no Date"));
    }

    @Test
    void what_makes_a_case_red_by_itself_is_a_violation_whatever_its_level() {
        CaseOutcome strict = outcome("A", "a", OutcomeKind.VIOLATION, null, List.of(finding("SHOULD", "no Vary")));

        assertThat(causes(List.of(strict))).extracting(Cause::kind).containsExactly(OutcomeKind.VIOLATION);
    }

    @Test
    void what_is_new_goes_before_what_is_known_at_the_same_level() {
        List<Cause> causes = ConformanceReport.of(RecordedRun.compared()).causes();

        assertThat(causes)
                .filteredOn(it -> it.kind() == OutcomeKind.VIOLATION || it.kind() == OutcomeKind.INCONCLUSIVE)
                .extracting(Cause::summary, Cause::fresh)
                .containsExactly(
                        tuple("The answer has the status that the suite declares", 1),
                        tuple("The error code says what is wrong with the token", 0),
                        tuple("HEAD is refused as GET is", 0),
                        tuple("no answer within 10 s from http://127.0.0.1:8080", 1));
    }

    @Test
    void what_is_waived_is_told_behind_all_that_is_not() {
        Finding waived = finding("MUST", "200")
                .waivedBy(new Waived("ann", LocalDate.of(2026, 3, 1), "migration", null, "a.auth.yaml", 9));
        List<CaseOutcome> outcomes = List.of(
                outcome("A", "a", OutcomeKind.WAIVED, null, List.of(waived)), broken("A", "b", "SHOULD", "no Vary"));

        assertThat(causes(outcomes)).extracting(Cause::kind).containsExactly(OutcomeKind.WARNING, OutcomeKind.WAIVED);
    }

    @Test
    void what_every_refusal_shows_is_told_as_that() {
        List<CaseOutcome> all = List.of(broken("A", "a", "MUST", "200"), broken("A", "b", "MUST", "200"));
        List<CaseOutcome> some = Stream.concat(
                        all.stream(), Stream.of(outcome("A", "c", OutcomeKind.CONFORMING, null, List.of())))
                .toList();

        assertThat(causes(all)).singleElement().returns(true, Cause::everywhere);
        assertThat(causes(some)).singleElement().returns(false, Cause::everywhere);
    }

    @Test
    void a_cause_is_called_the_same_in_the_next_run_whatever_else_is_found() {
        CaseOutcome known = broken("A", "a", "MUST", "trace 4bf92f3577b34da6a3ce929d0e0e4736");
        CaseOutcome again = broken("B", "b", "MUST", "trace 00f067aa0ba902b7a3ce929d0e0e4736");

        assertThat(causes(List.of(broken("A", "z", "MUST", "200"), again)))
                .extracting(Cause::id)
                .contains(causes(List.of(known)).get(0).id());
    }

    @ParameterizedTest
    @EnumSource(Mover.class)
    void whose_move_it_is_is_what_the_outcome_says(Mover mover) {
        assertThat(causes(List.of(unjudged(OutcomeKind.INCONCLUSIVE, "no answer", Move.of(mover)))))
                .extracting(Cause::mover)
                .containsExactly(mover);
    }

    @Test
    void whose_move_it_is_was_not_recorded_always() {
        assertThat(causes(List.of(unjudged(OutcomeKind.INCONCLUSIVE, "not sent: no answer", null))))
                .extracting(Cause::mover, Cause::summary)
                .containsExactly(tuple(Mover.UNKNOWN, "not sent: no answer"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3 of 10 answers, to GET /a › no-token: no Vary | all 7 answers: no Vary | no Vary
                    Retry-After: 120                               | Retry-After: 119       | Retry-After: …
                    the body at /id: order 1001                    | the body at /id: order 1002 | the body at /id: order …
                    401 from GET; 404 from HEAD                    | 401 from GET; 405 from HEAD |
                    Bearer error="invalid_token"                   | Bearer error="invalid_request" |
                    error="x", error_description="at 12:04"        | error="x", error_description="at 12:05" | error="x", error_description="…"
                    0 and 1 and 2                                  | 0 and 9 and 2          | 0 and … and 2
                    """)
    void what_differs_from_case_to_case_is_left_out_and_what_matters_stays(
            String one, String other, @Nullable String common) {
        assertThat(Seen.folded(one).equals(Seen.folded(other))).isEqualTo(common != null);
        if (common != null) {
            assertThat(Seen.common(List.of(one, other))).isEqualTo(common);
            assertThat(Seen.common(List.of(one, one))).isEqualTo(one);
        }
    }

    private static List<Cause> causes(List<CaseOutcome> outcomes) {
        return ConformanceReport.of(RecordedRun.document(outcomes, List.of())).causes();
    }

    private static CaseOutcome broken(String suite, String scenario, String level, String actual) {
        OutcomeKind kind = switch (level) {
            case "MUST" -> OutcomeKind.VIOLATION;
            case "SHOULD" -> OutcomeKind.WARNING;
            default -> OutcomeKind.CONFORMING;
        };
        return outcome(suite, scenario, kind, null, List.of(finding(level, actual)));
    }

    private static CaseOutcome unjudged(OutcomeKind kind, String reason, @Nullable Move move) {
        return outcome("A", "a", kind, null, List.of()).with(kind, reason, move);
    }

    private static CaseOutcome outcome(
            String suite, String scenario, OutcomeKind kind, @Nullable String reason, List<Finding> findings) {
        return new CaseOutcome(
                suite,
                "a.auth.yaml",
                7,
                "http://a",
                "GET /a",
                scenario,
                "a bad token",
                false,
                kind,
                reason,
                findings,
                null);
    }

    private static Finding finding(String level, String actual) {
        return new Finding(
                "some-rule",
                level,
                "rfc6750",
                null,
                "RFC 6750",
                null,
                "Things are right",
                "why",
                "clients",
                "fix",
                "violated",
                "what is right",
                actual,
                null);
    }
}
