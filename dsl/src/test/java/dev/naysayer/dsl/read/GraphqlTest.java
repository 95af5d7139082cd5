package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.dsl.GraphqlDocument;
import dev.naysayer.dsl.GraphqlRequest;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.RequestFields;
import dev.naysayer.dsl.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suite asks of a GraphQL API, and what is sent of it. */
class GraphqlTest {

    @TempDir
    private Path folder;

    @Test
    void a_post_sends_document_and_variables_as_json() {
        Operation operation =
                operation("POST /graphql: {graphql: 'query($id: ID!) { order(id: $id) { \"\"\"a\"\"\" } }',"
                        + " variables: {id: '${KEY}', of: [1, null]}}");

        assertThat(sent(operation.body()))
                .isEqualTo("{\"query\":\"query($id: ID!) { order(id: $id) { \\\"\\\"\\\"a\\\"\\\"\\\" } }\","
                        + "\"variables\":{\"id\":\"key-from-the-environment\",\"of\":[1,null]}}");
        assertThat(Objects.requireNonNull(operation.body()).text().toString()).contains("\"id\":\"${KEY}\"");
        assertThat(Objects.requireNonNull(operation.body()).secrets()).hasSize(1);
        assertThat(operation.fields().header("Accept"))
                .hasValue(Template.of("application/graphql-response+json, application/json;q=0.9"));
        assertThat(operation.isSafe()).isTrue();
    }

    @Test
    void a_get_has_them_in_its_query() {
        Operation operation = operation(
                "GET /graphql: {graphql: '{ me { name } }', variables: {a: 1}, query: {v: 2}, accept: application/json}");

        assertThat(operation.body()).isNull();
        assertThat(operation.fields().query())
                .extracting(RequestFields.Field::name, it -> it.value().toString())
                .containsExactly(tuple("v", "2"), tuple("query", "{ me { name } }"), tuple("variables", "{\"a\":1}"));
        assertThat(operation.fields().header("Accept")).hasValue(Template.of("application/json"));
    }

    @Test
    void only_a_mutation_may_change_data() {
        assertThat(operation("POST /graphql: {mutates: true, graphql: 'mutation M { cancel { id } }'}")
                        .isSafe())
                .isFalse();
        assertThat(operation("POST /graphql: {graphql: 'subscription { orders { id } }'}")
                        .isSafe())
                .isTrue();
    }

    @Test
    void a_request_without_its_document_is_no_graphql_request() {
        Operation operation = operation("POST /graphql: {graphql: '{ me { name } }'}");

        assertThat(operation.with("GET", "/graphql").graphql()).isNull();
        assertThat(operation.withScopes(List.of("a")).graphql()).isNotNull();
    }

    @Test
    void a_batch_holds_several_requests() {
        GraphqlRequest one = Objects.requireNonNull(operation("POST /graphql: {graphql: '{ me }', variables: {a: 1}}")
                .graphql());

        assertThat(sent(GraphqlRequest.batch(List.of(one, one))))
                .isEqualTo(
                        "[{\"query\":\"{ me }\",\"variables\":{\"a\":1}},{\"query\":\"{ me }\",\"variables\":{\"a\":1}}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ me { name } }",
                "query Q($in: In = {a: [1, 2], b: \"}\"}) @live { me(in: $in) { name } }",
                "# mutation\nquery { me { name } } fragment F on Me { id }",
                "fragment F on Me { id } query { me { ...F } }",
                "{ search(text: \"\"\"a \" } \\\"\"\" b\"\"\") { id } }"
            })
    void what_stands_in_texts_comments_and_values_is_no_bracket(String text) throws GraphqlDocument.Malformed {
        assertThat(GraphqlDocument.of(text).mutates()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ me { name } you }              | { mex { name } you }          | { naysayer1: me { name } naysayer2: me { name } you }",
                "{ a: me(id: 1) @b(c: {}) { n } } | { a: mex(id: 1) @b(c: {}) { n } } | { naysayer1: me(id: 1) @b(c: {}) { n } naysayer2: me(id: 1) @b(c: {}) { n } }",
                "query Q { me, you }              | query Q { mex, you }          | query Q { naysayer1: me naysayer2: me, you }",
                "{me}                             | {mex}                         | {naysayer1: me naysayer2: me}"
            })
    void a_document_is_changed_at_its_first_field(String text, String misspelt, String aliased)
            throws GraphqlDocument.Malformed {
        GraphqlDocument document = GraphqlDocument.of(text);

        assertThat(document.withFirstField("x")).hasValue(misspelt);
        assertThat(document.withAliases()).hasValue(aliased);
    }

    @Test
    void a_document_that_begins_with_a_fragment_is_not_changed() throws GraphqlDocument.Malformed {
        GraphqlDocument document = GraphqlDocument.of("{ ...F } fragment F on Query { me }");

        assertThat(document.withFirstField("x")).isEmpty();
        assertThat(document.withAliases()).isEmpty();
    }

    private Operation operation(String item) {
        return new SuiteFiles(folder)
                .suite(SuiteFiles.ORDERS.replace("- GET /orders:  {scope: orders:read}", "- " + item))
                .operations()
                .get(0);
    }

    private static String sent(@Nullable RequestBody body) {
        return Objects.requireNonNull(body)
                .text()
                .fill(Template.Fresh::name)
                .sent()
                .reveal();
    }
}
