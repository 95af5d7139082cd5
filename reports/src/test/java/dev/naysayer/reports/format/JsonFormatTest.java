package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.ReportFile;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Gate;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JsonFormatTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SCHEMA =
            JSON.readTree(JsonFormat.class.getResourceAsStream("/dev/naysayer/reports/report.schema.json"));

    static Stream<Arguments> described() {
        return Stream.of(
                Arguments.of("/properties/run", Run.class),
                Arguments.of("/$defs/process", RunProcess.class),
                Arguments.of("/$defs/gate", Gate.class),
                Arguments.of("/$defs/gateRules", GateRules.class),
                Arguments.of("/$defs/gateOutcome", GateOutcome.class),
                Arguments.of("/$defs/changes", Changes.class),
                Arguments.of("/$defs/baseline", Baseline.Origin.class),
                Arguments.of("/$defs/change", Change.class),
                Arguments.of("/$defs/rule", RuleWords.class),
                Arguments.of("/$defs/quiet", QuietRules.class),
                Arguments.of("/$defs/silence", QuietRules.Silence.class),
                Arguments.of("/$defs/suite", JsonForm.Suite.class),
                Arguments.of("/$defs/case", JsonForm.Case.class),
                Arguments.of("/$defs/comparison", JsonForm.Comparison.class),
                Arguments.of("/$defs/move", Move.class),
                Arguments.of("/$defs/finding", FindingForm.class),
                Arguments.of("/$defs/binding", FindingForm.Binding.class),
                Arguments.of("/$defs/waived", Waived.class),
                Arguments.of("/$defs/waiver", JsonForm.Waiver.class),
                Arguments.of("/$defs/transcript", Transcript.class),
                Arguments.of("/$defs/header", Header.class));
    }

    @Test
    void a_real_report_is_valid_and_holds_all_there_is() {
        JsonNode report = JSON.readTree(render(RecordedRun.document()));

        assertThat(problems(report)).isEmpty();
        assertThat(report.at("/run/ids/0").asString()).isEqualTo("r-7f3a");
        assertThat(report.at("/suites").values())
                .extracting(it -> it.at("/name").asString())
                .containsExactly("Orders API", "Billing API");
        assertThat(report.at("/cases").values())
                .extracting(it -> it.at("/kind").asString())
                .containsExactlyElementsOf(RecordedRun.outcomes().stream()
                        .map(it -> it.kind().name())
                        .toList());
        JsonNode broken = report.at("/cases/2");
        assertThat(broken.at("/findings/0/rule").asString()).isEqualTo("bearer-error-matches");
        assertThat(report.at("/rules/bearer-error-matches/fix").asString()).isEqualTo("Send the code that fits.");
        assertThat(report.at("/quiet")
                        .get(broken.at("/quiet").asInt())
                        .at("/passed")
                        .values())
                .extracting(JsonNode::asString)
                .containsExactly("status-is-as-declared", "challenge-follows-401", "refusal-is-not-stored");
        assertThat(broken.at("/transcript/status").asInt()).isEqualTo(401);
        assertThat(report.at("/comparisons/1/probes/0/method").asString()).isEqualTo("HEAD");
        assertThat(report.at("/comparisons/1/finding/instead/because").asString())
                .isEqualTo("Our gateway routes by method.");
    }

    @Test
    void a_report_that_is_compared_with_another_run_is_valid_and_holds_what_changed() {
        JsonNode report = JSON.readTree(render(RecordedRun.compared()));

        assertThat(problems(report)).isEmpty();
        assertThat(report.at("/changes/findings/KNOWN").asInt()).isPositive();
        assertThat(report.at("/changes/all").values())
                .extracting(it -> it.at("/kind").asString())
                .contains("NEW", "NEWLY_INCONCLUSIVE", "FIXED", "VANISHED");
    }

    @ParameterizedTest
    @EnumSource
    void a_report_of_a_run_that_has_not_finished_is_valid_and_says_so(RunProcess.State state) {
        JsonNode report = JSON.readTree(render(RecordedRun.unfinished(state, List.of(), List.of("GET / › no-token"))));

        assertThat(problems(report)).isEmpty();
        assertThat(report.at("/run/finished").isNull()).isTrue();
        assertThat(report.at("/run/processes/0/state").asString()).isEqualTo(state.name());
    }

    @Test
    void a_case_that_conforms_costs_about_a_kilobyte_and_each_case_stands_on_its_own_line() {
        String line = render(RecordedRun.document())
                .lines()
                .filter(it -> it.contains("\"scenario\":\"no-token\""))
                .findFirst()
                .orElseThrow();

        assertThat(line).hasSizeLessThan(1000).startsWith("{\"suite\":0,").endsWith("},");
    }

    @ParameterizedTest
    @MethodSource("described")
    void the_schema_knows_exactly_the_members_of_each_record(String pointer, Class<?> type) {
        String[] members = Arrays.stream(type.getRecordComponents())
                .map(JsonFormatTest::member)
                .toArray(String[]::new);
        JsonNode described = SCHEMA.at(pointer);

        assertThat(described.get("properties").propertyNames()).containsExactly(members);
        assertThat(described.get("required").values())
                .extracting(JsonNode::asString)
                .containsExactly(Arrays.stream(type.getRecordComponents())
                        .filter(it -> it.getAccessor().getAnnotation(JsonInclude.class) == null)
                        .map(JsonFormatTest::member)
                        .toArray(String[]::new));
        assertThat(described.get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void the_schema_knows_every_kind_of_outcome_and_the_version_of_the_form() {
        assertThat(SCHEMA.at("/$defs/case/properties/kind/enum").values())
                .extracting(JsonNode::asString)
                .containsExactly(
                        Arrays.stream(OutcomeKind.values()).map(Enum::name).toArray(String[]::new));
        assertThat(SCHEMA.at("/properties/schemaVersion/const").asInt()).isEqualTo(ReportFile.NEWEST);
    }

    @Test
    void whose_move_it_is_is_written_where_somebody_said_it_and_nowhere_else() {
        JsonNode report = JSON.readTree(render(RecordedRun.document()));

        assertThat(SCHEMA.at("/$defs/move/properties/mover/enum").values())
                .extracting(JsonNode::asString)
                .containsExactly(Arrays.stream(Mover.values())
                        .filter(it -> it != Mover.UNKNOWN)
                        .map(Enum::name)
                        .toArray(String[]::new));
        assertThat(report.at("/cases").values())
                .filteredOn(it -> it.has("move"))
                .extracting(
                        it -> it.at("/kind").asString(), it -> it.get("move").toString())
                .containsExactly(
                        tuple("INCONCLUSIVE", "{\"mover\":\"NETWORK\"}"),
                        tuple(
                                "NOT_OBTAINABLE",
                                "{\"mover\":\"SUITE\",\"because\":\"nobody can revoke a minted token, add 'client-credentials'\"}"),
                        tuple("MISCONFIGURED", "{\"mover\":\"SUITE\"}"));
        assertThat(report.at("/comparisons").values()).noneMatch(it -> it.has("move"));
    }

    @Test
    void a_member_that_is_unknown_or_missing_is_a_problem() {
        JsonNode unknown = JSON.readTree(render(RecordedRun.document()));
        ((ObjectNode) unknown.at("/cases/0")).put("extra", 1);
        JsonNode missing = JSON.readTree(render(RecordedRun.document()));
        ((ObjectNode) missing.at("/cases/0")).remove("reason");

        assertThat(problems(unknown)).anyMatch(problem -> problem.contains("extra"));
        assertThat(problems(missing)).anyMatch(problem -> problem.contains("reason"));
    }

    private static String member(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static String render(RunDocument document) {
        try {
            StringWriter json = new StringWriter();
            new JsonFormat().write(document, ConformanceReport.of(document), json);
            return json.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(JsonNode report) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
        return schema
                .validate(report, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
