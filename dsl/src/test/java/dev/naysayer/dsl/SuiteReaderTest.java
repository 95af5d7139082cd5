package dev.naysayer.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {

    @TempDir
    Path folder;

    private SuiteFiles files;

    @BeforeEach
    void write_suites_into_the_folder() {
        files = new SuiteFiles(folder);
    }

    @Test
    void a_short_suite_becomes_records_that_remember_their_lines() {
        Suite suite = files.suite(SuiteFiles.ORDERS);

        assertThat(suite.name()).isEqualTo("Orders API");
        assertThat(suite.target()).isEqualTo("http://localhost:8080");
        assertThat(suite.credential().scheme().name()).isEqualTo("bearer");
        assertThat(suite.operations()).extracting(Operation::name).containsExactly("GET /orders", "POST /orders");
        assertThat(suite.operations().get(0).at()).hasToString("orders.auth.yaml:7:5");
        assertThat(suite.operations().get(1).body()).isEqualTo("{\"item\":\"book\",\"quantity\":1}");
        assertThat(suite.operations().get(1).scopes()).containsExactly("orders:write");
        assertThat(suite.scenarios()).extracting(Scenario::condition).containsExactly("no-token", "expired-token");
    }

    @Test
    void a_source_holds_what_the_references_lead_to_and_tells_it_nobody() {
        NamedSettings source =
                files.suite(SuiteFiles.ORDERS).credential().sources().get(0);

        assertThat(source.get("key").value().reveal()).isEqualTo("key-from-the-environment");
        assertThat(source.toString()).doesNotContain("key-from-the-environment");
    }

    @Test
    void a_file_reference_is_read_relative_to_the_suite() throws IOException {
        Files.writeString(folder.resolve("orders.key"), "from a file\n");

        Suite suite = files.suite(SuiteFiles.ORDERS.replace("${KEY}", "${file:orders.key}"));

        assertThat(suite.credential().sources().get(0).get("key").value().reveal())
                .isEqualTo("from a file");
    }

    @Test
    void what_a_variable_holds_is_never_read_again() {
        Variables hostile = Variables.of(name -> "${file:orders.auth.yaml}\nscenarios: []");
        Path file = folder.resolve("orders.auth.yaml");
        files.suite(SuiteFiles.ORDERS);

        Reading reading = SuiteFiles.READER.read(file, folder, hostile);

        // The target is no URL any more, and that is all that happens.
        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("'target' is not a URL");
    }

    @Test
    void a_file_nested_without_end_is_a_problem_and_no_crash() {
        Reading reading = files.read("suite: " + "[".repeat(50_000));

        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("the file is nested too deeply");
    }

    @Test
    void a_port_that_does_not_exist_is_found_while_reading() {
        Reading reading = files.read(SuiteFiles.ORDERS.replace("8080", "99999"));

        assertThat(((Reading.Unreadable) reading).problems())
                .extracting(Problem::message)
                .containsExactly("'target' names a port that does not exist");
    }

    @Test
    void a_promised_variable_leaves_the_suite_incomplete() {
        Reading reading = files.read(SuiteFiles.ORDERS.replace("${KEY}", "${PROMISED}"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.complete()).isFalse());
        assertThat(files.read(SuiteFiles.ORDERS))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.complete()).isTrue());
    }

    @Test
    void values_keep_the_text_their_author_wrote() {
        Suite suite = files.suite(SuiteFiles.ORDERS
                .replace("Orders API", "NO")
                .replace("{item: book, quantity: 1}", "{a: NO, b: 0123, c: 1.10, d: null, e: true, f: [1]}"));

        assertThat(suite.name()).isEqualTo("NO");
        assertThat(suite.operations().get(1).body())
                .isEqualTo("{\"a\":\"NO\",\"b\":\"0123\",\"c\":1.10,\"d\":null,\"e\":true,\"f\":[1]}");
    }

    @Test
    void a_scenario_may_say_what_it_expects() {
        Suite suite = files.suite(SuiteFiles.ORDERS.replace(
                "[no-token, expired-token]", "[no-token: {status: [400, 401], error: none}, expired-token]"));
        Expectation byDefault = new Expectation(Statuses.refused(List.of(401)), List.of("invalid_token"));

        assertThat(suite.scenarios().get(0).expectation(byDefault))
                .isEqualTo(new Expectation(Statuses.refused(List.of(400, 401)), List.of(Expectation.NO_ERROR)));
        assertThat(suite.scenarios().get(1).expectation(byDefault)).isEqualTo(byDefault);
    }

    @Test
    void a_schema_asserts_formats_and_newer_keywords() throws IOException {
        Files.writeString(folder.resolve("problem.schema.json"), """
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                 "properties": {"type": {"format": "uri"}, "status": {"const": 403}},
                 "dependentRequired": {"type": ["title"]}}
                """);
        Suite suite = files.suite(SuiteFiles.ORDERS + "refusals: {body: {schema: problem.schema.json}}\n");
        BodySchema schema = suite.refusals().schema();

        assertThat(schema).isNotNull();
        assertThat(schema.violations("{\"status\":403,\"type\":\"urn:x\",\"title\":\"x\"}"))
                .isEmpty();
        assertThat(schema.violations("{\"status\":401,\"type\":\"not a uri\"}")).hasSize(3);
    }
}
