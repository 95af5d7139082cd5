package dev.naysayer.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.naysayer.dsl.read.SuiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holding a body against a schema ends soon, and in no blame where it was our limit that ended it. */
@Timeout(60)
class BodySchemaTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void a_schema_may_refer_to_itself_where_it_goes_into_the_body() throws Exception {
        BodySchema tree = schema("""
                {"$id": "https://orders.example/tree", "$anchor": "tree", "type": "object",
                 "properties": {"name": {"$ref": "#/$defs/name"},
                                "below": {"type": "array", "items": {"$ref": "tree"}},
                                "beside": {"$ref": "#tree"}},
                 "$defs": {"name": {"type": "string", "$comment": "percent", "pattern": "^[a-z]+$"}}}
                """);

        assertThat(tree.violations("{\"name\": \"a\", \"below\": [{\"name\": \"b\"}]}"))
                .isEmpty();
        assertThat(tree.violations("{\"below\": [{\"name\": 1}], \"beside\": {\"name\": \"B\"}}"))
                .hasSize(2);
    }

    @Test
    void a_tree_that_others_extend_may_refer_to_itself_by_its_dynamic_anchor() throws Exception {
        BodySchema strict = schema("""
                {"$id": "https://orders.example/strict", "$dynamicAnchor": "node", "$ref": "tree",
                 "unevaluatedProperties": false,
                 "$defs": {"tree": {"$id": "https://orders.example/tree", "$dynamicAnchor": "node", "type": "object",
                   "properties": {"below": {"type": "array", "items": {"$dynamicRef": "#node"}}}}}}
                """);

        assertThat(strict.violations("{\"below\": [{\"below\": []}]}")).isEmpty();
        assertThat(strict.violations("{\"below\": [{\"above\": []}]}")).isNotEmpty();
    }

    @Test
    void a_schema_may_refer_to_the_meta_schema_which_is_at_hand() throws Exception {
        BodySchema schema = schema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

        assertThat(schema.violations("{\"type\": \"object\"}")).isEmpty();
        assertThat(schema.violations("{\"type\": \"objekt\"}")).isNotEmpty();
    }

    @Test
    void alternatives_of_alternatives_end_undecided() throws Exception {
        String doubled = IntStream.range(0, 40)
                .mapToObj(i -> "\"a%d\": {\"anyOf\": [{\"$ref\": \"#/$defs/a%d\"}, {\"$ref\": \"#/$defs/a%d\"}]}"
                        .formatted(i, i + 1, i + 1))
                .collect(Collectors.joining(", "));
        BodySchema schema = schema(
                "{\"$ref\": \"#/$defs/a0\", \"$defs\": {%s, \"a40\": {\"type\": \"string\"}}}".formatted(doubled));

        assertUndecided(schema, "{}", "takes more than 100000 steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"^(a|a)*$", "^(a|aa)+$", "(x+x+)+y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*=.*", "a*a*a*a*b"})
    void a_pattern_that_tries_without_end_is_undecided(String pattern) throws Exception {
        BodySchema schema = schema("{\"pattern\": \"%s\"}".formatted(pattern));

        assertUndecided(schema, '"' + "a".repeat(5_000) + "x".repeat(5_000) + "!\"", "");
    }

    @Test
    void a_pattern_that_is_harmless_may_look_at_a_whole_body() throws Exception {
        BodySchema schema = schema("{\"pattern\": \"^[a-z]*$\"}");

        assertThat(schema.violations('"' + "a".repeat(1_000_000) + '"')).isEmpty();
        assertThat(schema.violations('"' + "a".repeat(1_000_000) + "!\"")).hasSize(1);
    }

    @Test
    void whoever_waits_may_end_it() throws Exception {
        BodySchema schema = schema("{\"pattern\": \"a*a*a*b\"}");
        Thread.currentThread().interrupt();
        try {
            assertUndecided(schema, '"' + "a".repeat(200) + "!\"", "has a pattern that takes too long");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_body_that_is_nested_as_deep_as_json_may_be_is_decided_or_not_but_never_a_crash() throws Exception {
        BodySchema tree = schema("{\"properties\": {\"a\": {\"allOf\": [{\"$ref\": \"#\"}]}}}");
        String deep = "{\"a\":".repeat(490) + "{}" + "}".repeat(490);
        try {
            assertThat(tree.violations(deep)).isEmpty();
        } catch (BodySchema.Undecided e) {
            assertThat(e).hasMessageMatching("goes (too|more than 2000 schemas) deep.*");
        }
    }

    @Test
    void of_very_many_violations_the_first_are_told() throws Exception {
        BodySchema schema = schema("{\"items\": {\"type\": \"string\"}}");

        assertThat(schema.violations("[" + "1, ".repeat(2_000) + "2]"))
                .hasSize(21)
                .last()
                .isEqualTo("and 1981 more");
    }

    /** Checking one costs up to five million steps. */
    @Test
    void a_schema_that_many_places_name_is_compiled_once() throws Exception {
        Files.writeString(folder.resolve("error.schema.json"), "{\"type\": \"object\"}");
        Files.createDirectory(folder.resolve("shared"));
        Files.writeString(folder.resolve("shared/error.schema.json"), "{\"type\": \"array\"}");
        Files.writeString(
                folder.resolve("shared/all.part.yaml"), "refusals: {no-right: {body: {schema: error.schema.json}}}");

        Suite suite = new SuiteFiles(folder)
                .suite(SuiteFiles.ORDERS.replace(
                                "[no-token, expired-token]",
                                "[no-token: {body: {schema: error.schema.json}}, expired-token]")
                        + "refusals: {body: {schema: error.schema.json}}\nuse: shared/all.part.yaml\n");

        BodySchema ofAll = Declared.valueOf(suite.refusals().promise().schema());
        assertThat(Declared.valueOf(suite.scenarios().get(0).promise().schema()))
                .isSameAs(ofAll);
        assertThat(Declared.valueOf(suite.refusals().of(CauseKind.NO_RIGHT).schema()))
                .isNotNull()
                .isNotSameAs(ofAll);
    }

    private static void assertUndecided(BodySchema schema, String body, String message) {
        long begin = System.nanoTime();

        assertThatExceptionOfType(BodySchema.Undecided.class)
                .isThrownBy(() -> schema.violations(body))
                .withMessageContaining(message)
                .withMessageContaining(": ");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    private BodySchema schema(String text) throws IOException {
        Files.writeString(folder.resolve("error.schema.json"), text);
        BodySchema schema = Declared.valueOf(new SuiteFiles(folder)
                .suite(SuiteFiles.ORDERS + "refusals: {body: {schema: error.schema.json}}\n")
                .refusals()
                .promise()
                .schema());
        assertThat(schema).isNotNull();
        return schema;
    }
}
