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
    void anchors_are_made_of_names_and_unique_even_where_names_are_not() {
        CaseOutcome one = RecordedRun.outcomes().get(2);

        assertThat(of(List.of(one, one)).suites().get(0).cases())
                .extracting(ReportedCase::anchor)
                .containsExactly("orders-api-get-orders-expired-token", "orders-api-get-orders-expired-token-2");
        var anchors = new Anchors(List.of());
        assertThat(anchors.next(List.of("Zürich", "{}", "↯"))).isEqualTo("zurich");
        assertThat(anchors.next(List.of("↯"))).isEqualTo("unnamed");
    }

    @Test
    void places_whose_names_look_alike_are_named_alike_whichever_comes_first() {
        List<String> one = List.of("Orders API", "GET /orders/{id}", "no-token");
        List<String> other = List.of("Orders API", "GET /orders/id", "no-token");
        var forwards = new Anchors(List.of(one, other));
        var backwards = new Anchors(List.of(other, one));

        assertThat(forwards.next(one)).isNotEqualTo(forwards.next(other));
        assertThat(backwards.next(other)).isNotEqualTo(backwards.next(one));
        assertThat(new Anchors(List.of(one, other)).next(one)).isEqualTo(new Anchors(List.of(other, one)).next(one));
    }

    @Test
    void a_run_in_which_nothing_could_be_judged_is_not_said_to_keep_the_contract() {
        var unjudged = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.INCONCLUSIVE)
                .toList();

        assertThat(of(unjudged).headline()).isEqualTo("None of 1 case was judged.");
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
                .isEqualTo("This run has not finished: cases may be missing. So far all 5 cases keep the contract."
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
