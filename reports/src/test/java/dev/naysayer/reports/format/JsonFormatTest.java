package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.ConformanceReport;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
                Arguments.of("", OutcomeDocument.class),
                Arguments.of("/$defs/case", CaseOutcome.class),
                Arguments.of("/$defs/comparison", ComparisonOutcome.class),
                Arguments.of("/$defs/finding", Finding.class),
                Arguments.of("/$defs/transcript", Transcript.class),
                Arguments.of("/$defs/header", Header.class));
    }

    @Test
    void a_real_report_is_valid_and_can_be_read_back() {
        String json = render();

        assertThat(problems(JSON.readTree(json))).isEmpty();
        assertThat(OutcomeDocument.read(json)).isEqualTo(RecordedRun.document());
    }

    @ParameterizedTest
    @MethodSource("described")
    void the_schema_knows_exactly_the_members_of_each_record(String pointer, Class<?> type) {
        String[] members = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
        JsonNode described = SCHEMA.at(pointer);

        assertThat(described.get("properties").propertyNames()).containsExactly(members);
        assertThat(described.get("required").values())
                .extracting(JsonNode::asString)
                .containsExactly(members);
        assertThat(described.get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void the_schema_knows_every_kind_of_outcome_and_the_version_of_the_form() {
        assertThat(SCHEMA.at("/$defs/case/properties/kind/enum").values())
                .extracting(JsonNode::asString)
                .containsExactly(
                        Arrays.stream(OutcomeKind.values()).map(Enum::name).toArray(String[]::new));
        assertThat(SCHEMA.at("/properties/schemaVersion/const").asInt()).isEqualTo(OutcomeDocument.SCHEMA_VERSION);
    }

    @Test
    void a_member_that_is_unknown_or_missing_is_a_problem() {
        JsonNode unknown = JSON.readTree(render());
        ((ObjectNode) unknown.at("/cases/0")).put("extra", 1);
        JsonNode missing = JSON.readTree(render());
        ((ObjectNode) missing.at("/cases/0")).remove("reason");

        assertThat(problems(unknown)).anyMatch(problem -> problem.contains("extra"));
        assertThat(problems(missing)).anyMatch(problem -> problem.contains("reason"));
    }

    private static String render() {
        OutcomeDocument document = RecordedRun.document();
        return new JsonFormat().render(document, ConformanceReport.of(document.cases(), document.comparisons()));
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
