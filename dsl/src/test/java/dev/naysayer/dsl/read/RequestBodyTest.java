package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suite says of bodies, and what is sent of it. */
class RequestBodyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/merge-patch+json",
                "application/fhir+json; fhirVersion=4.0",
                "application/vnd.api+json;ext=\"https://jsonapi.example/ext/atomic\"",
                "Application/JSON"
            })
    void a_body_of_any_kind_of_json_is_written_as_yaml(String type) {
        RequestBody body = body("{media-type: '%s', body: {a: [1, b, {}, []]}}".formatted(type));

        assertThat(body.mediaType()).isEqualTo(type);
        assertThat(body.isJson()).isTrue();
        assertThat(sent(body)).isEqualTo("{\"a\":[1,\"b\",{},[]]}");
    }

    @Test
    void a_form_is_written_as_yaml() {
        RequestBody body = body("""
                {media-type: application/x-www-form-urlencoded, body: {user: "anna b", "k&y": "${KEY}", a: [1, ü], empty: }}""");

        assertThat(sent(body)).isEqualTo("user=anna+b&k%26y=key-from-the-environment&a=1&a=%C3%BC&empty=");
        assertThat(shown(body)).isEqualTo("user=anna+b&k%26y=${KEY}&a=1&a=%C3%BC&empty=");
        assertThat(body.isJson()).isFalse();
    }

    @Test
    void text_of_another_type_is_sent_as_it_stands_there() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "a;ü\n");

        assertThat(sent(body("{media-type: application/xml, body: '<a>1</a>'}")))
                .isEqualTo("<a>1</a>");
        assertThat(sent(body("{media-type: text/csv, body: '${file:orders.csv}'}")))
                .isEqualTo("a;ü");
        assertThat(sent(body("{media-type: text/plain, body: 12}"))).isEqualTo("12");
    }

    @Test
    void the_very_bytes_of_a_file_are_sent_and_its_name_is_shown() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, '\n', (byte) 0x80};
        Files.write(folder.resolve("photo.jpg"), bytes);

        RequestBody body = body("{media-type: image/jpeg, body-file: photo.jpg}");

        assertThat(body.bytes()).isTrue();
        assertThat(sent(body).getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(bytes);
        assertThat(shown(body)).isEqualTo("${file:photo.jpg}");
        assertThat(body.secrets()).isEmpty();
    }

    @Test
    void what_comes_into_json_by_reference_is_escaped_and_not_shown() {
        RequestBody body = body("{body: {a: '<${command:print say \"hi\"}>', id: '${uuid}', b: '${UNSET:-c\"}'}}");

        assertThat(sent(body)).isEqualTo("{\"a\":\"<say \\\"hi\\\">\",\"id\":\"UUID\",\"b\":\"c\\\"\"}");
        assertThat(shown(body)).isEqualTo("{\"a\":\"<${command:print …}>\",\"id\":\"UUID\",\"b\":\"c\\\"\"}");
        assertThat(body.secrets()).containsExactly(new Secret("say \"hi\""));
        assertThat(body.toString()).doesNotContain("say");
    }

    @Test
    void a_body_that_is_one_reference_is_json_as_a_whole() throws IOException {
        Files.writeString(folder.resolve("body.json"), "{ \"a\" : 1.10 }\n");

        assertThat(shown(body("{body: '${file:body.json}'}"))).isEqualTo("{\"a\":1.10}");
        assertThat(sent(body("{body: '${command:print [1, 2]}'}"))).isEqualTo("[1,2]");
        assertThat(shown(body("{body: '${command:print [1, 2]}'}"))).isEqualTo("${command:print …}");
        assertThat(body("{body: '${command:print [1, 2]}'}").secrets()).isEmpty();
        assertThat(body("{media-type: text/plain, body: '${KEY}'}").secrets()).isEmpty();
        assertThat(body("{media-type: text/plain, body: 'a ${KEY}'}").secrets()).hasSize(1);
    }

    private RequestBody body(String keys) {
        Operation operation = new SuiteFiles(folder)
                .suite(SuiteFiles.ORDERS.replace(
                        "{scope: orders:write, mutates: true, body: {item: book, quantity: 1}}",
                        "{mutates: true, " + keys.substring(1)))
                .operations()
                .get(1);
        return Objects.requireNonNull(operation.body());
    }

    private static String sent(RequestBody body) {
        return body.text().fill(Template.Fresh::name).sent().reveal();
    }

    private static String shown(RequestBody body) {
        return body.text().fill(Template.Fresh::name).shown();
    }
}
