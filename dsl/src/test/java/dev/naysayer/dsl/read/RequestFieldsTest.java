package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a suite adds to requests: merged when it is read, filled when it is sent. */
class RequestFieldsTest {

    private static String made(Template.Fresh fresh) {
        return "made-" + fresh;
    }

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void an_operation_has_what_the_suite_says_and_its_own_in_place_of_it() {
        String suite = """
                accept: text/csv
                headers: {X-Tenant: a, X-Region: eu}
                query: {v: 1, lang: de}
                """;

        RequestFields fields = fields(suite, "{headers: {x-tenant: b, Accept: text/plain}, query: {v: 2, V: 3}}");

        assertThat(shown(fields.headers())).containsExactly("X-Region: eu", "x-tenant: b", "Accept: text/plain");
        assertThat(shown(fields.query())).containsExactly("lang: de", "v: 2", "V: 3");
        assertThat(shown(fields(suite, "{}").headers()))
                .containsExactly("Accept: text/csv", "X-Tenant: a", "X-Region: eu");
    }

    @Test
    void an_operation_leaves_out_what_the_suite_says_by_none() {
        String suite = """
                accept: text/csv
                headers: {X-Tenant: a, X-Region: eu}
                query: {v: 1}
                """;

        RequestFields fields = fields(suite, "{accept: none, headers: {x-tenant: none}, query: {v: none}}");

        assertThat(shown(fields.headers())).containsExactly("X-Region: eu");
        assertThat(fields.query()).isEmpty();
    }

    @Test
    void a_parameter_of_the_path_goes_before_that_of_the_suite() {
        Suite suite = files().suite("query: {page: 1, v: 2}\n"
                + SuiteFiles.ORDERS.replace("GET /orders:  {scope: orders:read}", "GET /orders?page=7"));

        assertThat(shown(suite.operations().get(0).fields().query())).containsExactly("v: 2");
        assertThat(shown(suite.operations().get(1).fields().query())).containsExactly("page: 1", "v: 2");
    }

    @Test
    void a_list_of_what_is_accepted_is_one_field() {
        assertThat(shown(fields("", "{accept: [application/json, text/event-stream;q=0.5]}")
                        .headers()))
                .containsExactly("Accept: application/json, text/event-stream;q=0.5");
        assertThat(shown(fields("", "{accept: \"*/*\"}").headers())).containsExactly("Accept: */*");
    }

    @Test
    void what_comes_by_reference_is_sent_and_not_shown() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("key"), "of-a-file\n");

        Template.Filled filled = header("\"a ${KEY} b ${file:%s} ${command:print of a command}\"".formatted(secret));

        assertThat(filled.sent().reveal()).isEqualTo("a key-from-the-environment b of-a-file of a command");
        assertThat(filled.shown()).isEqualTo("a ${KEY} b ${file:%s} ${command:print …}".formatted(secret));
        assertThat(header("\"a ${UNSET:-b}\"")).isEqualTo(new Template.Filled(new Secret("a b"), "a b"));
    }

    @Test
    void a_suite_shows_nothing_of_what_it_refers_to() {
        RequestFields fields = fields("", "{headers: {X-Tenant: \"${KEY}\"}}");

        assertThat(fields.toString()).doesNotContain("key-from-the-environment");
        assertThat(fields.headers().get(0).value().secrets()).containsExactly(new Secret("key-from-the-environment"));
        assertThat(header("\"${KEY}\"").toString()).doesNotContain("key-from-the-environment");
    }

    @Test
    void what_is_fresh_is_made_for_each_request_and_shown() {
        assertThat(header("\"${uuid}/${now}\""))
                .isEqualTo(new Template.Filled(new Secret("made-UUID/made-NOW"), "made-UUID/made-NOW"));
    }

    @Test
    void a_variable_that_is_called_so_goes_before_what_is_fresh() throws IOException {
        Variables set = new Variables(Map.of("KEY", "k", "uuid", "of-the-environment")::get, Set.of("now"), null);

        Reading reading = SuiteFiles.READER.read(
                Files.writeString(
                        folder.resolve("orders.auth.yaml"),
                        "headers: {X-Id: \"${uuid}\", X-Time: \"${now}\"}\n" + SuiteFiles.ORDERS),
                folder,
                set);

        Reading.Understood understood = (Reading.Understood) reading;
        // The promised one is there only when the suite is read again.
        assertThat(understood.complete()).isFalse();
        assertThat(understood.suite().operations().get(0).fields().headers())
                .noneMatch(field -> field.value().isFresh())
                .extracting(field ->
                        field.value().fill(RequestFieldsTest::made).sent().reveal())
                .containsExactly("of-the-environment", "");
    }

    @Test
    void what_is_only_promised_can_be_left_out_already() {
        String suite = """
                accept: "${PROMISED}"
                headers: {X-Tenant: "${PROMISED}"}
                query: {v: "${PROMISED}"}
                """;

        RequestFields fields = fields(suite, "{accept: none, headers: {X-Tenant: none}, query: {v: none}}");

        assertThat(fields).isEqualTo(RequestFields.NONE);
    }

    @Test
    void a_text_of_a_field_is_what_its_author_wrote() {
        assertThat(shown(fields("", "{headers: {X-Version: 1.10, X-Answer: NO, X-Price: 5 £}}")
                        .headers()))
                .containsExactly("X-Version: 1.10", "X-Answer: NO", "X-Price: 5 £");
    }

    private Template.Filled header(String value) {
        return fields("", "{headers: {X-Header: %s}}".formatted(value))
                .headers()
                .get(0)
                .value()
                .fill(RequestFieldsTest::made);
    }

    private RequestFields fields(String suite, String operation) {
        return files().suite(suite + SuiteFiles.ORDERS.replace("{scope: orders:read}", operation))
                .operations()
                .get(0)
                .fields();
    }

    private SuiteFiles files() {
        return new SuiteFiles(folder);
    }

    private static List<String> shown(List<RequestFields.Field> fields) {
        return fields.stream()
                .map(field -> "%s: %s".formatted(field.name(), field.value()))
                .toList();
    }
}
