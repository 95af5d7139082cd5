package dev.naysayer.reports.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final GateRules NEW = new GateRules(FailOn.NEW, "main/report.json", null, null, null, false);

    @TempDir
    private Path folder;

    @Test
    void what_was_and_what_is_are_said_in_words() {
        assertThat(told(changes(RecordedRun.compared()))).isEqualTo("""
                        NEW › Orders API › GET /orders/{id} › wrong-audience › status-is-as-declared › MUST: was 401 with a challenge, is 200 without: clients decide by the status what to do next
                        NEW › Orders API › GET /orders/{id} › wrong-audience › refusal-is-not-stored › SHOULD: was 401 with a challenge, is 200 without (no Cache-Control): clients are refused from the cache
                        NEWLY_INCONCLUSIVE › Orders API › DELETE /orders/{id} › expired-token: was conforming, is inconclusive: no answer within 10 s from http://127.0.0.1:8080
                        FIXED › Orders API › GET /orders › no-token › challenge-follows-401 › MUST: was 401 without a challenge, is 401 with one
                        FIXED › Orders API › GET /orders › no-token: was a violation, is conforming
                        VANISHED › Orders API › GET /refunds › no-token › challenge-follows-401 › MUST: was broken (no WWW-Authenticate), is not in this run
                        VANISHED › Orders API › GET /refunds › no-token: was a violation, is not in this run: removed, or called otherwise""");
    }

    @Test
    void a_run_compared_with_itself_has_no_change() throws IOException {
        ReportWriter.write(RecordedRun.document(), folder);

        Changes changes = changes(RecordedRun.document().since(Baseline.read(folder)));

        assertThat(changes.all()).isEmpty();
        assertThat(changes.findings().get(ChangeKind.KNOWN)).isPositive();
        assertThat(changes.cases().get(ChangeKind.KNOWN))
                .isEqualTo(RecordedRun.document().cases().size());
        assertThat(changes.sentence()).isEqualTo("no finding is new, 8 are known");
    }

    /** Each was written by the last version of its form, of the run that {@link RecordedRun} is. */
    @ParameterizedTest
    @ValueSource(strings = {"report-2.json", "report-3.json"})
    void a_record_of_a_former_form_is_a_baseline_as_the_newest_is(String former) throws Exception {
        Baseline baseline = Baseline.read(Path.of(
                Objects.requireNonNull(ReportReader.class.getResource(former)).toURI()));

        assertThat(baseline.origin().words()).isEqualTo("run r-7f3a of 2026-01-02 03:03 UTC");
        Changes same = changes(RecordedRun.document().since(baseline));
        assertThat(same.all()).isEmpty();
        assertThat(same.sentence()).isEqualTo("no finding is new, 8 are known");
        assertThat(RecordedRun.document().judged(NEW, baseline).gate().lines())
                .containsExactly(
                        "fail-on new: BROKEN by Orders API (1 could not be judged, 4 known to the baseline), Billing API (1 could not be judged)");
        // What a token of another audience got at the one operation, it gets at the other now.
        RunDocument exchanged = RecordedRun.document(
                RecordedRun.outcomes().stream().map(ChangesTest::exchanged).toList(), RecordedRun.comparisons());
        assertThat(told(changes(exchanged.since(baseline)))).isEqualTo("""
                        NEW › Orders API › GET /orders › wrong-audience › status-is-as-declared › MUST: was 401 with a challenge, is 200 without: clients decide by the status what to do next
                        NEW › Orders API › GET /orders › wrong-audience › refusal-is-not-stored › SHOULD: was 401 with a challenge, is 200 without (no Cache-Control): clients are refused from the cache
                        FIXED › Orders API › GET /orders/{id} › wrong-audience › status-is-as-declared › MUST: was 200 without a challenge, is 401 with one
                        FIXED › Orders API › GET /orders/{id} › wrong-audience › refusal-is-not-stored › SHOULD: was 200 without a challenge, is 401 with one
                        FIXED › Orders API › GET /orders/{id} › wrong-audience: was a violation, is conforming""");
    }

    private static CaseOutcome exchanged(CaseOutcome it) {
        return it.scenario().equals("wrong-audience")
                ? new CaseOutcome(
                        it.suite(),
                        it.file(),
                        it.line(),
                        it.target(),
                        it.operation().equals("GET /orders") ? "GET /orders/{id}" : "GET /orders",
                        it.scenario(),
                        it.meaning(),
                        it.control(),
                        it.kind(),
                        it.reason(),
                        it.findings(),
                        it.quiet(),
                        it.transcript(),
                        List.of(),
                        null,
                        null,
                        null)
                : it;
    }

    @Test
    void what_changed_comes_back_from_the_record() throws IOException {
        ReportWriter.write(RecordedRun.compared(), folder);

        try (ReportReader report = ReportReader.open(folder)) {
            assertThat(report.document().changes())
                    .isEqualTo(RecordedRun.compared().changes());
        }
    }

    private static Changes changes(RunDocument document) {
        return Objects.requireNonNull(document.changes());
    }

    private static String told(Changes changes) {
        return changes.all().stream()
                .map(it -> Stream.of(it.kind().name(), it.suite(), it.operation(), it.scenario(), it.rule(), it.level())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" › "))
                        + ": " + it.words())
                .collect(Collectors.joining("\n"));
    }
}
