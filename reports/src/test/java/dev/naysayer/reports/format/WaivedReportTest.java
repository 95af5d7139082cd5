package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader learns of waivers: which findings pass by them, and what each is worth. */
class WaivedReportTest {

    @TempDir
    private Path folder;

    @Test
    void findings_and_waivers_are_read_again_as_they_were_written() throws IOException {
        RunDocument document = document(
                waiver("team-orders", WaiverState.IN_USE, 2, null),
                waiver("team-gateway", WaiverState.UNJUDGED, 0, "GET /orders › no-token was not judged"));
        ReportWriter.write(document, folder);

        try (ReportReader report = ReportReader.open(folder)) {
            RunDocument read = report.document();
            assertThat(read.cases())
                    .extracting(RecordedCase::outcome)
                    .containsExactlyElementsOf(
                            document.cases().stream().map(RecordedCase::outcome).toList());
            assertThat(read.waivers())
                    .extracting(RecordedWaiver::outcome)
                    .containsExactlyElementsOf(document.waivers().stream()
                            .map(RecordedWaiver::outcome)
                            .toList());
        }
        try (ReportReader report = ReportReader.open(folder)) {
            assertThat(report.waivers()).hasSize(2);
        }
    }

    @Test
    void the_page_tells_who_answers_for_a_finding_until_when_and_why() throws IOException {
        assertThat(page(document()))
                .contains("Waived until 2026-12-31 by team-orders: The gateway takes it out.")
                .contains("<a href=\"https://tickets.example/ORD-17\" rel=\"noreferrer\">")
                .contains("<code>orders.auth.yaml:34</code>");
    }

    @Test
    void the_page_lists_waivers_and_what_is_red_comes_first() throws IOException {
        String page = page(document(
                waiver("team-one", WaiverState.IN_USE, 2, null),
                waiver("team-two", WaiverState.UNMATCHED, 0, null),
                waiver("team-three", WaiverState.EXPIRED, 0, null)));

        assertThat(page)
                .containsSubsequence(
                        "team-two</th>",
                        "unmatched",
                        "delete line 34 of orders.auth.yaml",
                        "team-three</th>",
                        "expired",
                        "team-one</th>",
                        "in use",
                        "2 findings");
    }

    @Test
    void the_headline_does_not_pass_over_a_waiver_that_is_red() {
        RunDocument document = document(waiver("team-two", WaiverState.UNMATCHED, 0, null));

        assertThat(ConformanceReport.of(document).headline()).contains("1 waiver has expired or hides nothing.");
        assertThat(ConformanceReport.of(document(waiver("team-one", WaiverState.IN_USE, 1, null)))
                        .headline())
                .doesNotContain("waiver");
    }

    @Test
    void a_run_without_waivers_has_no_list_of_them() throws IOException {
        assertThat(page(RecordedRun.document())).doesNotContain("id=\"_waivers\"");
    }

    @Test
    void what_an_owner_writes_is_text_wherever_it_is_shown() throws IOException {
        String page = page(document(new WaiverOutcome(
                "Orders API",
                "orders.auth.yaml",
                null,
                "no-store",
                null,
                null,
                new Waived(
                        "<script>alert(1)</script>",
                        LocalDate.of(2026, 12, 31),
                        "</td>]]><img src=x>",
                        "javascript:alert(1)",
                        "orders.auth.yaml",
                        34),
                "delete line 34 of orders.auth.yaml",
                WaiverState.IN_USE,
                true,
                1,
                null)));

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;/td&gt;]]&gt;&lt;img src=x&gt;")
                .doesNotContain("<script>alert(1)", "<img src=x>", "href=\"javascript:");
    }

    /** With one case that passes by a waiver. */
    private static RunDocument document(WaiverOutcome... waivers) {
        RunDocument run = RecordedRun.document();
        List<RecordedCase> cases =
                run.cases().stream().map(WaivedReportTest::waived).toList();
        return new RunDocument(
                run.generator(),
                run.run(),
                run.rules(),
                cases,
                run.comparisons(),
                List.of(waivers).stream()
                        .map(it -> new RecordedWaiver(cases.get(0).origin(), it))
                        .toList(),
                null,
                run.gate());
    }

    private static RecordedCase waived(RecordedCase it) {
        CaseOutcome outcome = it.outcome();
        return outcome.kind() == OutcomeKind.VIOLATION
                ? new RecordedCase(
                        it.origin(),
                        new CaseOutcome(
                                outcome.suite(),
                                outcome.file(),
                                outcome.line(),
                                outcome.target(),
                                outcome.operation(),
                                outcome.scenario(),
                                outcome.meaning(),
                                outcome.control(),
                                OutcomeKind.WAIVED,
                                null,
                                outcome.findings().stream()
                                        .map(finding -> finding.waivedBy(BY))
                                        .toList(),
                                outcome.quiet(),
                                null,
                                List.of(),
                                null,
                                null,
                                null),
                        it.exchanges())
                : it;
    }

    private static final Waived BY = new Waived(
            "team-orders",
            LocalDate.of(2026, 12, 31),
            "The gateway takes it out.",
            "https://tickets.example/ORD-17",
            "orders.auth.yaml",
            34);

    private static WaiverOutcome waiver(String owner, WaiverState state, int findings, @Nullable String reason) {
        return new WaiverOutcome(
                "Orders API",
                "orders.auth.yaml",
                "http://127.0.0.1:8080",
                "no-store",
                "expired-token",
                "GET /orders/*",
                new Waived(owner, LocalDate.of(2026, 12, 31), "Later.", null, "orders.auth.yaml", 34),
                "delete line 34 of orders.auth.yaml",
                state,
                false,
                findings,
                reason);
    }

    private String page(RunDocument document) throws IOException {
        ReportWriter.write(document, folder);
        return Files.readString(folder.resolve("index.html"));
    }
}
