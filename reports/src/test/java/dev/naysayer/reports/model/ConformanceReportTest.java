package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.RecordedRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConformanceReportTest {

    private final ConformanceReport report = of(RecordedRun.outcomes());

    @Test
    void a_suite_counts_only_the_kinds_that_occur() {
        assertThat(report.suites())
                .extracting(suite -> suite.name() + ": " + suite.counts())
                .containsExactly(
                        "Orders API: 13 cases: 5 conforming, 2 warnings, 3 violations, 1 inconclusive,"
                                + " 1 not obtainable, 1 not applicable",
                        "Billing API: 1 case: 1 misconfigured");
    }

    @Test
    void the_control_is_the_first_column_whenever_it_ran() {
        var late = RecordedRun.outcomes().stream()
                .sorted((one, other) -> Boolean.compare(one.control(), other.control()))
                .toList();

        assertThat(of(late).suites().get(0).scenarios()).startsWith("valid-token", "no-token");
    }

    @Test
    void every_operation_has_a_cell_for_every_scenario() {
        SuiteReport orders = report.suites().get(0);

        assertThat(orders.rows())
                .allSatisfy(row ->
                        assertThat(row.cells()).hasSize(orders.scenarios().size()));
        assertThat(orders.cases()).hasSize(13);
    }

    @Test
    void what_breaks_alike_is_one_thing_to_look_at_and_the_worst_comes_first() {
        assertThat(report.firstLooks())
                .extracting(
                        FirstLook::kind,
                        FirstLook::summary,
                        look -> look.cases().size())
                .containsExactly(
                        tuple(OutcomeKind.VIOLATION, "The error code says what is wrong with the token", 2),
                        tuple(OutcomeKind.VIOLATION, "The answer has the status that the suite declares", 1),
                        tuple(OutcomeKind.INCONCLUSIVE, "no answer within 10 s from http://127.0.0.1:8080", 1),
                        tuple(OutcomeKind.MISCONFIGURED, "the environment variable BILLING_URL is not set", 1),
                        tuple(OutcomeKind.WARNING, "A refusal is not kept by caches", 3),
                        tuple(
                                OutcomeKind.NOT_OBTAINABLE,
                                "because nobody can revoke a minted token, add 'client-credentials'",
                                1));
    }

    @Test
    void anchors_are_made_of_names_and_unique_even_where_names_are_not() {
        CaseOutcome one = RecordedRun.outcomes().get(2);

        assertThat(of(List.of(one, one)).suites().get(0).cases())
                .extracting(ReportedCase::anchor)
                .containsExactly("orders-api-get-orders-expired-token", "orders-api-get-orders-expired-token-2");
        assertThat(new Anchors().next("Zürich", "{}", "↯")).isEqualTo("zurich");
        assertThat(new Anchors().next("↯")).isEqualTo("unnamed");
    }

    @Test
    void a_run_in_which_nothing_could_be_judged_is_not_said_to_keep_the_contract() {
        var unjudged = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.INCONCLUSIVE)
                .toList();

        assertThat(of(unjudged).headline()).isEqualTo("No case was judged. 1 case could not be judged.");
    }

    @Test
    void two_classes_with_one_suite_file_are_two_suites_and_are_told_apart() {
        List<CaseOutcome> outcomes = RecordedRun.outcomes().subList(0, 3);
        List<RecordedCase> cases = Stream.of("com.example.StagingTest", "com.example.LocalTest")
                .flatMap(type ->
                        outcomes.stream().map(it -> RecordedRun.recorded(new SuiteOrigin(type, "/home/me", type), it)))
                .toList();

        List<SuiteReport> suites = ConformanceReport.of(
                        RecordedRun.document(RecordedRun.document().run(), cases, List.of()))
                .suites();

        assertThat(suites)
                .extracting(SuiteReport::name, suite -> suite.counts().total())
                .containsExactly(
                        tuple("Orders API, com.example.StagingTest", 3), tuple("Orders API, com.example.LocalTest", 3));
        assertThat(suites)
                .flatExtracting(SuiteReport::cases)
                .extracting(ReportedCase::anchor)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_has_not_finished_is_never_said_to_keep_the_contract_alone() {
        List<CaseOutcome> conforming = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.CONFORMING)
                .toList();

        assertThat(headline(RunProcess.State.LOST, conforming, List.of("GET /orders › no-token")))
                .isEqualTo("This run has not finished: cases may be missing. So far all 3 cases keep the contract."
                        + " Of 1 test no outcome is known.");
        assertThat(headline(RunProcess.State.RUNNING, List.of(), List.of()))
                .isEqualTo("This run has not finished: cases may be missing.");
    }

    private static String headline(RunProcess.State state, List<CaseOutcome> outcomes, List<String> missing) {
        return ConformanceReport.of(RecordedRun.unfinished(state, outcomes, missing))
                .headline();
    }

    private static ConformanceReport of(List<CaseOutcome> outcomes) {
        return ConformanceReport.of(RecordedRun.document(outcomes, List.of()));
    }
}
