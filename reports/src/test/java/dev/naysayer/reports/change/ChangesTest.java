package dev.naysayer.reports.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

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
                        VANISHED › Orders API › GET /refunds › no-token: was a violation, is not in this run: removed, or left out by a filter""");
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
