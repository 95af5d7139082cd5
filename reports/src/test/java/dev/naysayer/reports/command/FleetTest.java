package dev.naysayer.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import dev.naysayer.reports.InertPage;
import dev.naysayer.reports.ListeningConsole;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many services on one page, and of each what it takes to act. */
class FleetTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @Test
    void services_stand_beside_rules_and_causes_with_their_trend_and_how_to_run_them_again() throws IOException {
        save("all/orders/1", NOON, broken(5), "https://orders.example");
        save("all/orders/2", NOON.plusSeconds(60), broken(3), "https://orders.example");
        save("all/orders/3", NOON.plusSeconds(120), broken(1), "https://orders.example");
        save("all/billing", NOON, broken(2), "http://localhost:4711");
        save("all/stock", NOON, List.of(conforming()), "http://localhost:4712");

        assertThat(fleet("all")).as(console.told()).isZero();

        assertThat(console.told()).startsWith("2 of 3 services break their contract.\nReport: ");
        Document page = page();
        assertThat(page.select(".headline").text()).isEqualTo("2 of 3 services break their contract.");
        assertThat(rows(page.select(".grid").get(0)))
                .containsExactly(
                        "Service | challenge-follows-401 MUST: A 401 says how to authenticate",
                        "billing | ✕ 2 broken",
                        "orders | ✕ 1 broken",
                        "stock | ✓ kept");
        assertThat(rows(page.select(".grid").get(1)))
                .containsExactly(
                        "Service | challenge-follows-401 MUST: no WWW-Authenticate",
                        "billing | ✕ 2",
                        "orders | ✕ 1",
                        "stock | – no");
        assertThat(page.select(".services tr").get(2).text()).contains("violations run by run: 5, 3, 1");
        assertThat(page.select("svg")).hasSize(1);
        assertThat(page.select("svg rect.bad").eachAttr("height")).containsExactly("36", "36", "36");
        assertThat(page.select("#service-2").text())
                .contains("cd /home/me/orders && mvn test -Dtest=com.example.orders.OrdersTest"
                        + " -Dnaysayer.target=https://orders.example");
        assertThat(page.select("#service-3").text())
                .contains("cd /home/me/orders && mvn test -Dtest=com.example.orders.OrdersTest")
                .doesNotContain("naysayer.target");
        String covered = page.select(".services tr").get(3).select("td").get(2).text();
        assertThat(covered).matches("1 of 1 case judged; 1 of \\d+ clauses were tried, at 1 operation");
        assertThat(Files.readString(folder.resolve("all/stock/index.html")))
                .as("as its own report says it")
                .contains(covered.substring(covered.indexOf("; ") + 2));
    }

    @Test
    void where_there_are_more_rules_than_services_the_rules_go_down_the_page() throws IOException {
        ReportWriter.write(RecordedRun.document(), folder.resolve("all/orders"));

        assertThat(fleet("all")).isZero();

        List<String> rows = rows(page().select(".grid").get(0));
        assertThat(rows).hasSizeGreaterThan(2).first().isEqualTo("Rule | orders");
        assertThat(rows)
                .contains("bearer-error-matches MUST: The error code says what is wrong with the token | ✕ 2 broken");
    }

    @Test
    void waivers_are_told_by_owner_and_what_is_waived_breaks_nothing() throws IOException {
        save(
                "all/billing",
                NOON,
                List.of(outcome(
                        "no-token",
                        OutcomeKind.WAIVED,
                        finding("no WWW-Authenticate", waived(LocalDate.of(2026, 4, 1), "billing.auth.yaml", 7)))),
                "https://b");
        RunDocument stock = RecordedRun.document(List.of(conforming()), List.of());
        ReportWriter.write(
                new RunDocument(
                        stock.generator(),
                        stock.run(),
                        stock.rules(),
                        stock.cases(),
                        List.of(),
                        List.of(new RecordedWaiver(
                                stock.cases().get(0).origin(),
                                new WaiverOutcome(
                                        "Orders API",
                                        "orders.auth.yaml",
                                        null,
                                        "no-store",
                                        "no-token",
                                        null,
                                        waived(LocalDate.of(2026, 5, 1), "stock.auth.yaml", 34),
                                        "delete line 34 of stock.auth.yaml",
                                        WaiverState.UNMATCHED,
                                        false,
                                        0,
                                        null)))),
                folder.resolve("all/stock"));

        assertThat(fleet("all")).isZero();

        Document page = page();
        assertThat(console.told()).startsWith("No service of 2 is known to break its contract.");
        assertThat(page.select("h3").eachText()).contains("team orders");
        assertThat(page.select("section:has(h2:contains(Waivers)) li").eachText())
                .containsExactly(
                        "◇ until 2026-04-01 billing, challenge-follows-401, 1 found, in use (billing.auth.yaml:7)."
                                + " The gateway is replaced.",
                        "! until 2026-05-01 stock, no-store › no-token, 0 found, of no use: delete line 34 of"
                                + " stock.auth.yaml (stock.auth.yaml:34). The gateway is replaced.");
        assertThat(page.select(".grid").get(0).text()).contains("◇ 1 waived");
    }

    @Test
    void what_is_no_report_hides_no_other_service_and_is_said_with_its_file_cause_and_next_step() throws IOException {
        save("all/orders", NOON, broken(1), "https://a");
        Files.createDirectories(folder.resolve("all/page"));
        Files.writeString(folder.resolve("all/page/report.json"), "<html>");
        Files.createDirectories(folder.resolve("all/other"));
        Files.writeString(folder.resolve("all/other/report.json"), "{\"schemaVersion\": 99}");
        ReportWriter.write(
                RecordedRun.unfinished(RunProcess.State.LOST, List.of(), List.of()), folder.resolve("all/killed"));

        assertThat(fleet("all", "late=" + folder.resolve("nowhere"))).isEqualTo(1);

        assertThat(console.told())
                .contains(
                        "page: %s, line 1: it is no report of Naysayer"
                                .formatted(folder.resolve("all/page/report.json")),
                        "other: %s: it is of form 99".formatted(folder.resolve("all/other/report.json")),
                        "killed: %s is of a run that has not finished: cases may be missing; run its tests again"
                                .formatted(folder.resolve("all/killed/report.json")),
                        "late: there is no report.json at or below " + folder.resolve("nowhere"),
                        "; run its tests again, or leave it out",
                        "1 of 2 services breaks its contract; of 4 services there is no whole report.");
        assertThat(page().select("section.card.bad li").eachText()).hasSize(4);
        assertThat(page().select(".services").text()).contains("? not finished");
    }

    @Test
    void what_leaves_open_which_service_is_meant_is_refused_and_nothing_is_written() throws IOException {
        save("a/orders", NOON, broken(1), "https://a");
        save("b/orders", NOON, broken(1), "https://a");
        Files.createDirectories(folder.resolve("empty"));

        assertThat(fleet("a", "b")).isEqualTo(2);
        assertThat(console.told())
                .contains("two services are called 'orders': %s and %s; call one of them otherwise"
                        .formatted(folder.resolve("a/orders"), folder.resolve("b/orders")));
        assertThat(fleet("a/orders")).isEqualTo(2);
        assertThat(console.told()).contains("has a report itself and is no folder of services: say name=");
        assertThat(fleet("empty")).isEqualTo(2);
        assertThat(console.told()).contains("no report.json lies in a folder of ");
        assertThat(fleet("nowhere")).isEqualTo(2);
        assertThat(console.told()).contains("there is no folder ");
        assertThat(folder.resolve("page")).doesNotExist();
    }

    @Test
    void copies_of_one_report_are_one_run() throws IOException {
        save("all/orders/1", NOON, broken(1), "https://a");
        save("all/orders/2", NOON.plusSeconds(1), broken(1), "https://a");
        Files.createDirectories(folder.resolve("all/orders/copy"));
        Files.copy(folder.resolve("all/orders/1/report.json"), folder.resolve("all/orders/copy/report.json"));

        assertThat(fleet("all")).isZero();

        assertThat(page().text()).contains("violations run by run: 1, 1").doesNotContain("1, 1, 1");
    }

    @Test
    void hostile_words_stay_words() throws IOException {
        String hostile = InertPage.HOSTILE;
        CaseOutcome outcome = new CaseOutcome(
                hostile,
                hostile,
                1,
                hostile,
                hostile,
                hostile,
                hostile,
                false,
                OutcomeKind.VIOLATION,
                null,
                List.of(finding(hostile, null)),
                null);
        save("all/orders", NOON, List.of(outcome), null);

        assertThat(fleet("all", hostile.replace("\u0000", "").replace("=", "") + "=" + folder.resolve("all/orders")))
                .isZero();

        assertThat(page().text()).contains("<script>alert(1)</script>");
        assertThat(console.told()).doesNotContain("\u001b");
    }

    @Test
    void a_name_that_a_shell_would_obey_is_quoted() throws IOException {
        save("all/orders", NOON, broken(1), "https://a/$(rm -rf ~)'x");

        assertThat(fleet("all")).isZero();

        assertThat(page().text()).contains("-Dnaysayer.target='https://a/$(rm -rf ~)'\\''x'");
    }

    private static List<String> rows(Element grid) {
        return grid.select("tr").stream()
                .map(row -> String.join(" | ", row.select("th, td").eachText()))
                .toList();
    }

    private static List<CaseOutcome> broken(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> outcome("no-token-" + i, OutcomeKind.VIOLATION, finding("no WWW-Authenticate", null)))
                .toList();
    }

    private static CaseOutcome conforming() {
        Finding kept = finding("", null);
        return outcome(
                "no-token",
                OutcomeKind.CONFORMING,
                new Finding(
                        kept.rule(),
                        kept.level(),
                        kept.profile(),
                        null,
                        kept.source(),
                        null,
                        kept.summary(),
                        null,
                        null,
                        null,
                        "passed",
                        null,
                        null,
                        null));
    }

    private static Waived waived(LocalDate until, String file, int line) {
        return new Waived("team orders", until, "The gateway is replaced.", null, file, line);
    }

    private static CaseOutcome outcome(String scenario, OutcomeKind kind, Finding finding) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                1,
                "https://a",
                "GET /orders",
                scenario,
                "",
                false,
                kind,
                null,
                List.of(finding),
                null);
    }

    private static Finding finding(String actual, @Nullable Waived waiver) {
        return new Finding(
                "challenge-follows-401",
                "MUST",
                "rfc6750",
                null,
                "RFC 9110 section 15.5.2",
                null,
                "A 401 says how to authenticate",
                "why",
                "clients",
                "fix",
                "violated",
                "a challenge",
                actual,
                null,
                waiver);
    }

    private void save(String path, Instant started, List<CaseOutcome> outcomes, @Nullable String target)
            throws IOException {
        SuiteOrigin origin = new SuiteOrigin("here", "/home/me/orders", "com.example.orders.OrdersTest");
        List<RecordedCase> cases = outcomes.stream()
                .map(it -> target == null ? it : RecordedRun.at(it.suite(), target, it))
                .map(it -> RecordedRun.recorded(origin, it))
                .toList();
        ReportWriter.write(
                RecordedRun.document(
                        new Run(path, List.of("r-1"), started, started.plusSeconds(5), List.of(), null, List.of()),
                        cases,
                        List.of()),
                folder.resolve(path));
    }

    private int fleet(String... words) {
        console.clear();
        return console.run(Stream.concat(
                        Stream.of("fleet", folder.resolve("page").toString()),
                        Stream.of(words)
                                .map(it -> it.contains("=")
                                        ? it
                                        : folder.resolve(it).toString()))
                .toArray(String[]::new));
    }

    private Document page() throws IOException {
        return InertPage.of(Files.readString(folder.resolve("page/fleet.html")));
    }
}
