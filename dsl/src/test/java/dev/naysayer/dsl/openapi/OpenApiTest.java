package dev.naysayer.dsl.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.naysayer.dsl.DocumentedAnswers;
import dev.naysayer.dsl.DocumentedSchema;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.read.SuiteFiles;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.UserFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an OpenAPI document lists is read as if the suite had listed it. */
class OpenApiTest {

    private static final String SUITE = """
            suite: Orders API
            credentials:
              oauth:
                mint: {issuer: https://issuer.example, audience: https://orders.example, key: "${KEY}"}
            operations:
              openapi: openapi.yaml
            scenarios: [no-token]
            """;

    private static final String DOCUMENT = """
            openapi: 3.1.1
            info: {title: Orders, version: '1'}
            security: [{oauth: [orders:read]}]
            paths:
              /orders:
                get:
                  responses:
                    '200': {description: all orders}
                    '401': {$ref: '#/components/responses/Refused'}
              /orders/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: integer}, example: 1001}
                get:
                  responses: {'401': {$ref: '#/components/responses/Refused'}}
                delete:
                  responses: {'204': {description: gone}}
            components:
              securitySchemes:
                oauth:
                  type: oauth2
                  flows: {clientCredentials: {tokenUrl: 'https://login.example', scopes: {'orders:read': read}}}
              responses:
                Refused:
                  description: who are you?
                  headers: {WWW-Authenticate: {required: true, schema: {type: string}}}
                  content:
                    application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
              schemas:
                Problem: {type: object, required: [title], properties: {title: {type: string}}}
            """;

    @TempDir
    private Path folder;

    private SuiteFiles files;

    @BeforeEach
    void write_a_document() throws IOException {
        files = new SuiteFiles(folder);
        write("openapi.yaml", DOCUMENT);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> names(String suite) throws IOException {
        return files.suite(suite).operations().stream().map(Operation::name).toList();
    }

    private static String with(String operations) {
        return SUITE.replace("  openapi: openapi.yaml\n", "  openapi: openapi.yaml\n" + operations.indent(2));
    }

    private static DocumentedAnswers.Answer answer(Operation operation) {
        return Objects.requireNonNull(operation.documented()).of(401).orElseThrow();
    }

    private Operation first(String suite) throws IOException {
        return files.suite(suite).operations().get(0);
    }

    @Test
    void gets_of_the_document_are_operations_at_their_lines() throws IOException {
        Suite suite = files.suite(SUITE);

        assertThat(suite.operations()).extracting(Operation::name).containsExactly("GET /orders", "GET /orders/{id}");
        assertThat(suite.operations().get(0).at()).isEqualTo(new Position("openapi.yaml", 6, 5));
        assertThat(suite.operations().get(1).pathParameters()).containsEntry("id", "1001");
        assertThat(suite.operations()).allSatisfy(it -> {
            assertThat(it.requires()).isEqualTo(Requirement.of("oauth"));
            assertThat(it.scopes()).containsExactly("orders:read");
        });
        assertThat(suite.credentials().get(0).scheme().name()).isEqualTo("bearer");
    }

    @Test
    void what_the_suite_says_of_an_operation_goes_before() throws IOException {
        Suite suite = files.suite(with("""
                include: ['GET /orders/*']
                also:
                  - GET /orders/{id}: {path: {id: 7}, tags: smoke}
                  - DELETE /orders/{id}: {mutates: true, control: off, scope: orders:write}
                  - GET /health: {requires: none}
                """));

        assertThat(suite.operations())
                .extracting(Operation::name)
                .containsExactly("GET /orders/{id}", "DELETE /orders/{id}", "GET /health");
        assertThat(suite.operations().get(0).pathParameters()).containsEntry("id", "7");
        assertThat(suite.operations().get(0).tags()).containsExactly("smoke");
        assertThat(suite.operations().get(1).pathParameters()).containsEntry("id", "1001");
        assertThat(suite.operations().get(1).scopes()).containsExactly("orders:write");
        assertThat(suite.operations().get(1).at().file()).isEqualTo("orders.auth.yaml");
        assertThat(suite.operations().get(2).documented()).isNull();
    }

    @Test
    void what_is_left_out_has_a_reason() throws IOException {
        assertThat(names(with("exclude: {'* /orders': It is slow.}"))).containsExactly("GET /orders/{id}");
    }

    @Test
    void a_document_says_what_refusals_are_like() throws Exception {
        DocumentedAnswers documented = first(SUITE).documented();

        assertThat(documented).isNotNull();
        assertThat(documented.byStatus()).containsOnlyKeys("401");
        DocumentedAnswers.Answer answer = documented.of(401).orElseThrow();
        assertThat(answer.headers()).containsOnlyKeys("WWW-Authenticate");
        DocumentedAnswers.Body body = answer.body("application/problem+json").orElseThrow();
        assertThat(body.at())
                .hasToString("openapi.yaml:27 #/components/responses/Refused/content/application~1problem+json");
        assertThat(body.schema()).isNotNull();
        assertThat(body.schema().violations("{\"title\": \"no\"}")).isEmpty();
        assertThat(body.schema().violations("{}")).singleElement().asString().contains("title");
        assertThat(documented.of(403)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.1", "3.2.0"})
    void each_version_is_read(String version) throws IOException {
        write("openapi.yaml", DOCUMENT.replace("3.1.1", version));

        assertThat(names(SUITE)).hasSize(2);
    }

    @Test
    void a_schema_of_version_3_0_means_what_it_says_there() throws Exception {
        write(
                "openapi.yaml",
                DOCUMENT.replace("3.1.1", "3.0.3")
                        .replace("properties: {title: {type: string}}", """
                properties: {title: {type: string, nullable: true}, secret: {type: string, writeOnly: true},
                  left: {type: integer, minimum: 0, exclusiveMinimum: true}, inner: {$ref: '#/components/schemas/Problem'}}
                """.strip())
                        .replace("required: [title]", "required: [title, secret]"));

        DocumentedSchema schema = Objects.requireNonNull(answer(first(SUITE))
                .body("application/problem+json")
                .orElseThrow()
                .schema());

        assertThat(schema.violations("{\"title\": null, \"left\": 1}")).isEmpty();
        assertThat(schema.violations("{\"title\": \"a\", \"left\": 0}")).hasSize(1);
        assertThat(schema.violations("{\"title\": \"a\", \"inner\": {}}")).hasSize(1);
    }

    @Test
    void alternatives_and_sets_are_those_of_the_document() throws IOException {
        write(
                "openapi.yaml",
                DOCUMENT.replace(
                                "security: [{oauth: [orders:read]}]",
                                "security: [{oauth: [], key: []}, {other: []}, {}]")
                        .replace("securitySchemes:\n", """
                        securitySchemes:
                            key: {type: apiKey, in: header, name: X-Api-Key}
                            other: {type: apiKey, in: header, name: X-Other}
                        """));

        Suite read = files.suite(SUITE.replace("credentials:\n", """
                credentials:
                  key: {token: {good: "${KEY}"}}
                  other: {token: {good: "${KEY}"}}
                """));

        assertThat(read.operations().get(0).requires().alternatives())
                .extracting(Requirement.Alternative::credentials)
                .containsExactly(List.of("oauth", "key"), List.of("other"), List.of());
        assertThat(read.credentials())
                .filteredOn(it -> it.name().equals("key"))
                .singleElement()
                .satisfies(it -> assertThat(it.scheme().text("header")).isEqualTo("X-Api-Key"));
    }

    @Test
    void references_lead_to_other_files() throws IOException {
        write(
                "openapi.yaml",
                DOCUMENT.replace(
                        "    get:\n      responses:\n        '200'",
                        "    $ref: 'paths/orders.yaml#/all'\n  /other:\n    get:\n      responses:\n        '200'"));
        Files.createDirectory(folder.resolve("paths"));
        write("paths/orders.yaml", """
                all:
                  get:
                    parameters: [{$ref: '../parameters.yaml'}]
                    responses: {'401': {$ref: '../openapi.yaml#/components/responses/Refused'}}
                """);
        write("parameters.yaml", "{name: page, in: query, required: true, schema: {enum: [1, 2]}}");

        Operation orders = first(SUITE);

        assertThat(orders.at()).isEqualTo(new Position("paths/orders.yaml", 2, 3));
        assertThat(orders.fields().query()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("page");
            assertThat(it.value()).isEqualTo(Template.of("1"));
        });
        assertThat(answer(orders).bodies()).containsOnlyKeys("application/problem+json");
        assertThat(SuiteReader.parts(folder.resolve("orders.auth.yaml"), UserFile.DEFAULT_LIMIT))
                .extracting(it -> folder.relativize(it).toString())
                .containsExactly("openapi.yaml", "paths/orders.yaml", "parameters.yaml");
    }

    @Test
    void what_looks_like_a_reference_in_a_document_is_none() throws IOException {
        write("openapi.yaml", DOCUMENT.replace("example: 1001", "example: '${file:secret.txt}'"));

        assertThat(((Reading.Unreadable) files.read(SUITE)).problems())
                .singleElement()
                .asString()
                .contains("'{id}' has no value");
    }

    @Test
    void values_of_the_suite_go_before_those_of_the_document() throws IOException {
        assertThat(files.suite(with("values: {id: '${ID:-7}'}"))
                        .operations()
                        .get(1)
                        .pathParameters())
                .containsEntry("id", "7");
    }

    @Test
    void objects_of_subjects_go_before_examples() throws IOException {
        Suite suite = files.suite(SUITE + """
                subjects:
                  alice: {oauth: {mint: {subject: alice}}}
                  bob: {oauth: {mint: {subject: bob}}}
                objects: {id: {alice: 1, bob: 2}}
                allows: [alice]
                """);

        assertThat(suite.operations().get(1).objects().owners()).containsExactly("alice", "bob");
        assertThat(suite.operations().get(1).documented()).isNotNull();
    }

    private static String body(Operation operation) {
        return Objects.requireNonNull(operation.body())
                .text()
                .fill(Template.Fresh::name)
                .sent()
                .reveal();
    }

    private Operation posting(String requestBody, String more) throws IOException {
        write(
                "openapi.yaml",
                DOCUMENT.replace(
                        "  /orders/{id}:\n",
                        "    post:\n      requestBody:\n" + requestBody.indent(8) + "  /orders/{id}:\n"));
        return files.suite(with(more + "also: [POST /orders: {mutates: true}]\n")).operations().stream()
                .filter(it -> it.method().equals("POST"))
                .findFirst()
                .orElseThrow();
    }

    /** Each with what an API is sent. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(
                        "content: {application/json: {example: {item: book, pages: [1, 2.50, true, null]}}}",
                        "{\"item\":\"book\",\"pages\":[1,2.50,true,null]}"),
                arguments(
                        "content: {application/json: {examples: {one: {value: {item: '1'}}, two: {value: {item: pen}}}}}",
                        "{\"item\":\"1\"}"),
                arguments(
                        "content: {application/json: {schema: {type: object, default: {item: ink}, properties: {item: {example: pen}}}}}",
                        "{\"item\":\"ink\"}"),
                arguments(
                        "content: {application/json: {schema: {required: [item, at, id], properties: {item: {type: string, example: 1001}, at: {enum: [home, shop]}, id: {readOnly: true}, more: {example: x}}}}}",
                        "{\"item\":\"1001\",\"at\":\"home\"}"),
                arguments(
                        "content: {application/json: {schema: {properties: {item: {const: book}, other: {type: string}}}}}",
                        "{\"item\":\"book\"}"),
                arguments(
                        "content: {application/json: {schema: {allOf: [{$ref: '#/components/schemas/Problem'}, {required: [a], properties: {a: {default: 1}, title: {example: no}}}], properties: {title: {example: yes}}}}}",
                        "{\"title\":\"yes\",\"a\":1}"),
                arguments(
                        "content: {application/json: {schema: {oneOf: [{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {example: 2}}}]}}}",
                        "{\"b\":2}"),
                arguments(
                        "content: {application/json: {schema: {type: array, items: {type: object, required: [n], properties: {n: {examples: [3]}}}}}}",
                        "[{\"n\":3}]"),
                arguments(
                        "content: {application/json: {example: '{\"item\": 1}', schema: {type: object, properties: {item: {example: 2}}}}}",
                        "{\"item\":2}"),
                arguments(
                        "content: {text/csv: {example: a}, application/x-www-form-urlencoded: {example: {item: a b, n: [1, 2]}}}",
                        "item=a+b&n=1&n=2"),
                arguments(
                        "content: {application/x-www-form-urlencoded: {example: {a: 1}}, application/vnd.order+json: {example: {a: 2}}}",
                        "{\"a\":2}"),
                arguments(
                        "content: {application/vnd.order+json: {example: {a: 2}}, application/json: {example: {a: 3}}}",
                        "{\"a\":3}"),
                arguments(
                        "content: {application/json: {schema: {required: [a], properties: {a: {}}}}, application/merge-patch+json: {example: {a: 4}}}",
                        "{\"a\":4}"),
                arguments("content: {'*/*': {example: {a: 5}}}", "{\"a\":5}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_is_what_the_document_gives(String requestBody, String sent) throws IOException {
        assertThat(body(posting("required: true\n" + requestBody, ""))).isEqualTo(sent);
    }

    @Test
    void a_body_is_of_the_type_that_the_document_says() throws IOException {
        assertThat(posting("content: {application/vnd.order+json: {example: {a: 2}}}", "")
                        .body())
                .extracting(RequestBody::mediaType)
                .isEqualTo("application/vnd.order+json");
    }

    @Test
    void a_body_that_need_not_be_sent_is_not_where_the_document_gives_none() throws IOException {
        assertThat(posting("content: {application/json: {schema: {type: object}}}", "")
                        .body())
                .isNull();
    }

    @Test
    void values_of_the_suite_complete_a_body() throws IOException {
        assertThat(body(posting(
                        "required: true\ncontent: {application/json: {schema: {required: [item, id], properties: {item: {type: string}, id: {example: 1}}}}}",
                        "values: {item: 'a ${ITEM:-book}', id: 7}\n")))
                .isEqualTo("{\"item\":\"a book\",\"id\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"body: {item: pen}", "body:", "control: 422", "body: {}, control: 201"})
    void what_the_suite_says_of_a_body_goes_before(String said) throws IOException {
        write(
                "openapi.yaml",
                DOCUMENT.replace(
                        "  /orders/{id}:\n",
                        "    post: {requestBody: {content: {application/json: {example: {item: book}}}}}\n  /orders/{id}:\n"));

        Operation post = files.suite(with("also: [POST /orders: {mutates: true, %s}]".formatted(said)))
                .operations()
                .get(1);

        assertThat(post.body() == null ? "" : body(post)).doesNotContain("book");
    }

    @Test
    void a_get_has_no_body_whatever_a_document_says() throws IOException {
        write(
                "openapi.yaml",
                DOCUMENT.replace(
                        "    get:\n      responses:\n        '200'",
                        "    get:\n      requestBody: {required: true, content: {application/json: {example: {a: 1}}}}\n      responses:\n        '200'"));

        assertThat(first(SUITE).body()).isNull();
    }

    @Test
    void cookies_that_are_required_are_one_line() throws IOException {
        write("openapi.yaml", DOCUMENT.replace("    get:\n      responses:\n        '200'", """
                    get:
                      parameters:
                        - {name: shop, in: cookie, required: true, example: north}
                        - {name: theme, in: cookie, example: dark}
                        - {name: session_token, in: cookie, required: true}
                      responses:
                        '200'
                """.stripTrailing()
                .indent(4)
                .stripTrailing()
                .replaceFirst("^ {4}", "    ")));

        assertThat(first(with("values: {session_token: '${TOKEN:-a}'}"))
                        .fields()
                        .headers())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("Cookie");
                    assertThat(it.value().fill(Template.Fresh::name).sent().reveal())
                            .isEqualTo("shop=north; session_token=a");
                });
    }

    @Test
    void what_is_not_tested_is_listed_and_may_wait() throws IOException {
        write("openapi.yaml", DOCUMENT.replace(", example: 1001", ""));
        write("untested.txt", "# Nobody has an order yet.\nGET /orders/{id}\nDELETE /orders/{id}\n");

        assertThat(names(with("untested: untested.txt"))).containsExactly("GET /orders");
        assertThat(SuiteReader.parts(folder.resolve("orders.auth.yaml"), UserFile.DEFAULT_LIMIT))
                .extracting(it -> folder.relativize(it).toString())
                .containsExactly("openapi.yaml", "untested.txt");
    }

    @Test
    void values_of_what_waits_are_no_problem() throws IOException {
        write("openapi.yaml", DOCUMENT.replace(", example: 1001", "").replace("parameters:\n", """
                parameters:
                      - {name: page, in: query, required: true}
                """));
        write("untested.txt", "GET /orders/{id}\nDELETE /orders/{id}\n");

        assertThat(names(with("values: {page: 1}\nuntested: untested.txt"))).containsExactly("GET /orders");
    }

    @Test
    void the_list_of_what_is_not_tested_is_written_once_and_only_shrinks() throws IOException {
        write("openapi.yaml", DOCUMENT.replace(", example: 1001", ""));
        write("orders.auth.yaml", with("untested: untested.txt"));
        UntestedFile first = untested();
        first.write();

        assertThat(folder.resolve("untested.txt")).hasContent("GET /orders/{id}\nDELETE /orders/{id}");
        assertThat(untested().isOther()).isFalse();

        write("orders.auth.yaml", with("values: {id: 7}\nuntested: untested.txt"));
        write("openapi.yaml", DOCUMENT.replace(", example: 1001", "").replace("  /orders/{id}:", """
                  /new:
                    delete: {}
                  /orders/{id}:
                """.stripTrailing()));
        UntestedFile fewer = untested();
        fewer.write();

        assertThat(fewer.told()).endsWith("untested.txt: lines deleted: 1; operations that are left: 1");
        assertThat(folder.resolve("untested.txt")).hasContent("DELETE /orders/{id}");
    }

    private UntestedFile untested() {
        return SuiteFiles.READER
                .untested(folder.resolve("orders.auth.yaml"), folder)
                .orElseThrow();
    }

    @Test
    void two_thousand_operations_are_read_in_two_seconds() throws IOException {
        String operations = IntStream.range(0, 2_000).mapToObj("""
                  /things%d/{id}:
                    parameters: [{name: id, in: path, required: true, schema: {type: string}, example: a}]
                    get:
                      responses:
                        '200': {description: ok, content: {application/json: {schema: {type: object}}}}
                        '401': {$ref: '#/components/responses/Refused'}
                        '403': {description: no, content: {application/json: {schema: {type: object, required: [code]}}}}
                """::formatted).collect(Collectors.joining());
        write("openapi.yaml", DOCUMENT.replace("components:", operations + "components:"));
        // Time of this thread, warmed up: other processes of the build have their share of the clock.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long before = threads.getCurrentThreadCpuTime();
            assertThat(names(SUITE)).hasSize(2_002);
            took.add(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before));
        }

        assertThat(Collections.min(took)).isLessThan(Duration.ofSeconds(2));
    }
}
