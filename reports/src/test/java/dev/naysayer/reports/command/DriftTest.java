package dev.naysayer.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.InertPage;
import dev.naysayer.reports.ListeningConsole;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two saved records make a page and a record of what differs, and an exit code. */
class DriftTest {

    private final ListeningConsole console = new ListeningConsole();

    @TempDir
    private Path folder;

    @Test
    void two_records_stand_in_paired_columns_and_programs_get_the_same() throws IOException {
        save("direct", 401, "Bearer realm=\"a\", scope=\"r\"", "a", "b", "c", "d");
        save("gateway", 401, "Bearer realm=\"a\"", "a", "b", "c", "d");

        assertThat(drift("direct", "gateway")).isEqualTo(1);

        assertThat(console.told()).startsWith("""
            4 of 4 cases are answered otherwise by gateway than by direct.
              parameter dropped: 4 cases
            Report: \
            """);
        Document page = page();
        assertThat(page.select(".sides thead th").eachText()).containsExactly("What", "direct", "gateway");
        assertThat(page.select(".sides tbody tr").eachText())
                .containsExactly("parameter dropped Bearer scope scope=\"r\" none");
        assertThat(page.select("article li").eachText()).hasSize(4).startsWith("Orders API › GET /orders › a");
        assertThat(page.select("details[open]")).as("many are folded").isEmpty();
        JsonNode record =
                new JsonMapper().readTree(folder.resolve("out/drift.json").toFile());
        assertThat(record.at("/alike/0/drifts/0").toString())
                .isEqualTo("{\"kind\":\"parameter-dropped\",\"what\":\"Bearer"
                        + " scope\",\"first\":\"scope=\\\"r\\\"\",\"second\":\"none\"}");
        assertThat(record.at("/alike/0/cases").size()).isEqualTo(4);
        assertThat(record.at("/drifts").asBoolean()).isTrue();
    }

    @Test
    void the_same_twice_is_green() throws IOException {
        save("direct", 401, "Bearer", "a");
        save("gateway", 401, "Bearer", "a");

        assertThat(drift("direct", "gateway")).isZero();
        assertThat(page().select(".headline").text())
                .isEqualTo("The only case is answered alike by direct and gateway, as far as is kept.");
        assertThat(page().select("article")).isEmpty();
    }

    @Test
    void what_may_differ_is_named_by_an_option() throws IOException {
        save("direct", 401, "Bearer realm=a", "a");
        save("gateway", 401, "Bearer realm=b", "a");

        assertThat(drift("--ignore=parameter-changed", "direct", "gateway")).isZero();
        assertThat(drift("--ignore=colour", "direct", "gateway")).isEqualTo(2);
        assertThat(console.told()).startsWith("there is no kind of drift 'colour': there are status, error-code, ");
    }

    @Test
    void a_run_that_has_not_finished_and_cases_of_one_side_are_said() throws IOException {
        save("direct", 401, "Bearer", "a", "b");
        ReportWriter.write(
                RecordedRun.unfinished(RunProcess.State.LOST, List.of(outcome("a", 401, "Bearer")), List.of()),
                folder.resolve("gateway"));

        assertThat(drift("direct", "gateway")).isEqualTo(1);

        assertThat(console.told())
                .contains(
                        "1 case only in direct: run the same suites against both",
                        "the run against gateway has not finished");
        assertThat(page().select("section.card.bad").text()).contains("The run against gateway has not finished");
        assertThat(page().select("h2").eachText()).contains("Only in direct");
    }

    @Test
    void what_is_no_record_is_said_with_its_file() throws IOException {
        save("direct", 401, "Bearer", "a");
        Files.createDirectories(folder.resolve("gateway"));
        Files.writeString(folder.resolve("gateway/report.json"), "[]");

        assertThat(drift("direct", "gateway")).isEqualTo(2);
        assertThat(console.told())
                .contains("drift could not be done: " + folder.resolve("gateway/report.json")
                        + ": it is no report of Naysayer");
        assertThat(drift("direct", "nowhere")).isEqualTo(2);
        assertThat(console.told()).contains(folder.resolve("nowhere") + ": there is no report");
        assertThat(drift("direct")).isEqualTo(2);
        assertThat(console.told()).contains("say where the page goes", "usage: drift [--ignore=<kind>,…] <directory>");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void hostile_answers_stay_text() throws IOException {
        String hostile = InertPage.HOSTILE;
        Transcript here = new Transcript(
                hostile,
                hostile,
                List.of(),
                null,
                401,
                List.of(new Header("Server", hostile), new Header("WWW-Authenticate", hostile)),
                hostile,
                null,
                false,
                false,
                null);
        ReportWriter.write(document(hostile, here), folder.resolve("direct"));
        Transcript there =
                new Transcript(hostile, hostile, List.of(), null, 403, List.of(), "{}", null, false, false, null);
        ReportWriter.write(document(hostile, there), folder.resolve("gateway"));

        assertThat(drift("direct", "gateway")).isEqualTo(1);

        assertThat(page().select(".sides").text()).contains("<script>alert(1)</script>");
        assertThat(new JsonMapper()
                        .readTree(folder.resolve("out/drift.json").toFile())
                        .at("/compared")
                        .asInt())
                .isEqualTo(1);
    }

    private static RunDocument document(String hostile, Transcript transcript) {
        return RecordedRun.document(
                List.of(new CaseOutcome(
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
                        List.of(),
                        transcript)),
                List.of());
    }

    private void save(String name, int status, String challenge, String... scenarios) throws IOException {
        ReportWriter.write(
                RecordedRun.document(
                        Stream.of(scenarios)
                                .map(it -> outcome(it, status, challenge))
                                .toList(),
                        List.of()),
                folder.resolve(name));
    }

    private static CaseOutcome outcome(String scenario, int status, String challenge) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                1,
                "https://a",
                "GET /orders",
                scenario,
                "",
                false,
                OutcomeKind.WARNING,
                null,
                List.of(),
                new Transcript(
                        "GET",
                        "https://a",
                        List.of(),
                        null,
                        status,
                        List.of(new Header("WWW-Authenticate", challenge)),
                        "",
                        null,
                        false,
                        false,
                        null));
    }

    private int drift(String... words) {
        console.clear();
        return console.run(Stream.concat(
                        Stream.of("drift", folder.resolve("out").toString()),
                        Stream.of(words).map(it -> it.startsWith("--") ? it : it + "=" + folder.resolve(it)))
                .toArray(String[]::new));
    }

    private Document page() throws IOException {
        return InertPage.of(Files.readString(folder.resolve("out/drift.html")));
    }
}
