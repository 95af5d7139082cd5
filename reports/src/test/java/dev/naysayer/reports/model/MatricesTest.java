package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.RecordedRun;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatricesTest {

    @Test
    void two_targets_of_one_suite_are_two_columns_of_one_table() {
        List<RecordedCase> cases = Stream.of("http://staging", "http://production")
                .flatMap(target -> Stream.of("no-token", "expired-token")
                        .map(scenario -> recorded("com.example.Of" + target.charAt(7), target, scenario)))
                .toList();

        List<Matrix> matrices = Matrices.of(report(cases).suites());

        assertThat(matrices).singleElement().satisfies(matrix -> {
            assertThat(matrix.title()).isEqualTo("Orders API");
            assertThat(matrix.columns())
                    .extracting(it -> it.head() + " at " + it.target())
                    .containsExactly("GET /orders at http://staging", "GET /orders at http://production");
            assertThat(matrix.rows())
                    .extracting(row -> row.head() + ": "
                            + row.cells().stream()
                                    .map(cell -> cell.get(0).outcome().target())
                                    .toList())
                    .containsExactly(
                            "no-token: [http://staging, http://production]",
                            "expired-token: [http://staging, http://production]");
        });
    }

    @Test
    void one_target_is_not_named_and_other_suites_have_tables_of_their_own() {
        List<Matrix> matrices =
                Matrices.of(ConformanceReport.of(RecordedRun.document()).suites());

        assertThat(matrices).extracting(Matrix::title).containsExactly("Orders API", "Billing API");
        assertThat(matrices.get(0).columns()).extracting(Matrix.Column::target).containsOnlyNulls();
        assertThat(matrices.get(0).corner()).isEqualTo("Scenario");
    }

    @Test
    void behind_it_stands_what_became_of_each_subject_at_each_operation() {
        List<RecordedCase> cases = List.of(
                ofSubject("GET /audit", "control", "otto", true),
                ofSubject("GET /audit", "control-after", "otto", true),
                ofSubject("GET /audit", "nina", "nina", false),
                ofSubject("GET /patients", "control", "nina", true),
                ofSubject("GET /health", "no-token", null, false));

        List<Matrix> matrices = Matrices.of(report(cases).suites());

        assertThat(matrices).extracting(Matrix::kind).containsExactly("scenario", "subject");
        assertThat(matrices.get(0).columns()).extracting(Matrix.Column::head).doesNotContain("nina");
        assertThat(matrices.get(0).rows()).extracting(Matrix.Row::head).doesNotContain("nina");
        assertThat(matrices.get(1).ofSubjects()).isTrue();
        assertThat(matrices.get(1).columns()).extracting(Matrix.Column::head).containsExactly("otto", "nina");
        assertThat(matrices.get(1).rows())
                .extracting(row -> row.head() + ": "
                        + row.cells().stream()
                                .map(cell -> cell.stream()
                                        .map(it -> it.outcome().scenario())
                                        .toList())
                                .toList())
                .containsExactly(
                        "GET /audit: [[control], [nina]]", "GET /patients: [[], [control]]", "GET /health: [[], []]");
    }

    @Test
    void a_cell_holds_what_became_of_a_subjects_own_object_and_of_a_foreign_one() {
        List<RecordedCase> cases = List.of(
                ofSubject("GET /orders/{order}", "control", "alice", true, "alice"),
                ofSubject("GET /orders/{order}", "alice: foreign", "alice", false, "bob"),
                ofSubject("GET /orders/{order}", "auditor: foreign", "auditor", true, "alice"),
                ofSubject("GET /audit", "alice", "alice", false));

        Matrix matrix = Matrices.of(report(cases).suites()).get(1);

        assertThat(matrix.columns()).extracting(Matrix.Column::head).containsExactly("alice", "auditor");
        assertThat(matrix.rows())
                .extracting(row -> row.head() + ": "
                        + row.cells().stream()
                                .map(cell -> cell.stream()
                                        .map(it -> Matrices.whose(it.outcome())
                                                + it.outcome().scenario())
                                        .toList())
                                .toList())
                .containsExactly(
                        "GET /orders/{order}: [[own: control, foreign: alice: foreign], [foreign: auditor: foreign]]",
                        "GET /audit: [[alice], []]");
    }

    private static RecordedCase ofSubject(
            String operation, String scenario, @Nullable String subject, boolean control) {
        return ofSubject(operation, scenario, subject, control, null);
    }

    private static RecordedCase ofSubject(
            String operation, String scenario, @Nullable String subject, boolean control, @Nullable String owner) {
        CaseOutcome outcome = new CaseOutcome(
                "Ward API",
                "ward.auth.yaml",
                7,
                "http://staging",
                operation,
                scenario,
                "good",
                control,
                OutcomeKind.CONFORMING,
                null,
                List.of(),
                null,
                null,
                subject,
                owner);
        return RecordedRun.recorded(new SuiteOrigin("com.example.Of", "/home/me", "com.example.Of"), outcome);
    }

    private static ConformanceReport report(List<RecordedCase> cases) {
        return ConformanceReport.of(RecordedRun.document(RecordedRun.document().run(), cases, List.of()));
    }

    private static RecordedCase recorded(String type, String target, String scenario) {
        return RecordedRun.recorded(
                new SuiteOrigin(type, "/home/me", type),
                new CaseOutcome(
                        "Orders API",
                        "orders.auth.yaml",
                        7,
                        target,
                        "GET /orders",
                        scenario,
                        "bad",
                        false,
                        OutcomeKind.CONFORMING,
                        null,
                        List.of(),
                        null));
    }
}
