package dev.naysayer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a newcomer with an OpenAPI document gets: a suite that reads, and says what it lacks. */
class InitDocumentTest {

    private static final Path RECORDED = Path.of("src/test/resources/dev/naysayer/cli/init");

    @TempDir
    private Path folder;

    private final List<String> set = new ArrayList<>();

    @AfterEach
    void clear() {
        set.forEach(System::clearProperty);
    }

    private Path document(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Called init(Object... arguments) {
        return Called.with(Stream.concat(Stream.of("init"), Stream.of(arguments).map(String::valueOf))
                .toArray(String[]::new));
    }

    /** As its first step says, all but the base URL. */
    private void setAll(Called init) {
        Matcher names = Pattern.compile("1\\. set ([A-Z0-9_, ]+);").matcher(init.out());
        assertThat(names.find()).as(init.all()).isTrue();
        for (String name : names.group(1).split(", ", -1)) {
            if (!name.endsWith("_URL")) {
                System.setProperty(name, "eyJhbGciOiJub25lIn0.e30.");
                set.add(name);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "document-3.0.json, stock",
        "document-3.1.yaml, orders",
        "document-3.2.yaml, grosse-1-api-home",
        "document-3.2-silent.yaml, silent"
    })
    void the_suite_of_a_document_reads_once_its_variables_are_set(String document, String name) throws IOException {
        Path copy = Files.copy(RECORDED.resolve(document), folder.resolve(document));

        Called init = init(copy);

        assertThat(init.code()).as(init.all()).isZero();
        assertThat(init.err()).isEmpty();
        Path suite = folder.resolve(name + ".auth.yaml");
        Path recorded = RECORDED.resolve(document.replaceAll("\\.[a-z]+$", ".auth.yaml"));
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.copy(suite, recorded, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(suite).hasSameTextualContentAs(recorded);
        assertThat(Files.readString(suite)).doesNotContain("hunter2");
        assertThat(Called.with("check", suite.toString()).err()).contains("is not set");
        setAll(init);
        Called check = Called.with("check", suite.toString());
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains(" cases, ");
    }

    @Test
    void what_it_proposes_in_comments_reads_as_well() throws IOException {
        Files.copy(RECORDED.resolve("document-3.1.yaml"), folder.resolve("openapi.yaml"));
        Called init = init(folder.resolve("openapi.yaml"));
        setAll(init);
        System.setProperty("ORDERS_OAUTH_CLIENT_SECRET", "teslin-orrick-2291");
        set.add("ORDERS_OAUTH_CLIENT_SECRET");
        Path suite = folder.resolve("orders.auth.yaml");
        Files.writeString(
                suite,
                Files.readString(suite)
                        .replaceAll("(?m)^    token: .*\n", "")
                        .replace("    # client-credentials:", "    client-credentials:")
                        .replaceAll("(?m)^    GET /health: .*\n", "    \"* /nothing\": It is none.\n")
                        .replaceAll("  exclude:\n.*\n", "")
                        .replace("  # public:\n  #   - GET", "  public:\n    - GET")
                        .replace("  #   - POST", "    - POST")
                        .replace("# environments:", "environments:"));

        Called check = Called.with("check", suite.toString(), "--env=staging");
        Called explained = Called.with("explain", suite.toString(), "--env=staging");

        assertThat(check.err()).isEmpty();
        assertThat(explained.out()).contains("POST /orders", "GET /health", "https://staging.example/v1");
    }

    /** Somebody who has five hundred operations has no time for a hundred ids. */
    @Test
    void of_many_operations_few_values_are_asked_for_and_the_rest_is_left_out() throws IOException {
        StringBuilder paths = new StringBuilder();
        for (int number = 0; number < 250; number++) {
            paths.append(
                    ",\"/things%d\":{\"get\":{}},\"/things%d/{id}\":{\"get\":{},\"put\":{}}".formatted(number, number));
        }
        Path document = document("big.json", """
                {"openapi":"3.0.0","info":{"title":"Big"},"security":[{"a":[]}],
                "components":{"securitySchemes":{"a":{"type":"http","scheme":"bearer","bearerFormat":"opaque"}}},
                "paths":{%s}}""".replace("\n", "").formatted(paths.substring(1)));

        Called init = init(document);

        assertThat(init.out())
                .contains(
                        "255 operations are tested; 245 are left out",
                        "set BIG_URL, BIG_A_TOKEN, BIG_THINGS0_ID, BIG_THINGS1_ID");
        setAll(init);
        assertThat(set).hasSize(6);
        assertThat(Called.with("check", folder.toString()).out()).contains(" cases, ");
        assertThat(Files.readString(folder.resolve("big.auth.yaml"))).contains("opaque: core", "# include: [");
    }

    @Test
    void a_value_that_somebody_knows_is_no_variable() throws IOException {
        Files.copy(RECORDED.resolve("document-3.1.yaml"), folder.resolve("openapi.yaml"));

        Called init = init(folder.resolve("openapi.yaml"), "--path=orderId=1001", "--target=http://127.0.0.1:1");

        assertThat(init.out()).contains("set ORDERS_OAUTH_TOKEN, ORDERS_SESSION;");
        assertThat(Files.readString(folder.resolve("orders.auth.yaml")))
                .contains("    orderId: \"1001\"\n", "target: \"http://127.0.0.1:1\"\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | the document has no operation that a first suite can test",
                "{/orders: {post: {security: [{a: []}]}}} | 1 operations may change something",
                "{/orders: {get: {security: []}}} | GET /orders: The document says that nobody needs a credential.",
                "{/orders: {get: {security: [{b: []}]}}} | GET /orders: The document has no security scheme b.",
                "{/orders: {$ref: 'https://elsewhere.example/orders.yaml'}} | the reference leads to another host",
                "[] | the document has no paths"
            })
    void what_no_suite_can_be_made_of_is_told_and_nothing_is_written(String paths, String message) throws IOException {
        Path document = document("openapi.yaml", """
                openapi: 3.1.0
                info: {title: Orders}
                paths: %s
                components: {securitySchemes: {a: {type: http, scheme: bearer}}}
                """.formatted(paths));

        Called init = init(document);

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains(message);
        assertThat(files()).containsExactly("openapi.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.yaml | cannot be read: check that it is there",
                "swagger.yaml | which is older than OpenAPI",
                "text.json | this is no OpenAPI document"
            })
    void what_is_no_document_is_told(String name, String message) throws IOException {
        document("swagger.yaml", "swagger: 2.0\n");
        document("text.json", "\"Welcome to our portal\"");

        Called init = init(folder.resolve(name));

        assertThat(init.code()).isEqualTo(2);
        assertThat(init.err()).contains(message);
        assertThat(files()).containsExactly("swagger.yaml", "text.json");
    }

    @Test
    void a_project_gets_the_document_with_all_its_files() throws IOException {
        document("api/openapi.yaml", """
                openapi: 3.0.0
                info: {title: Orders}
                security: [{a: []}]
                paths: {/orders: {$ref: 'paths/orders.yaml'}}
                components: {securitySchemes: {a: {type: http, scheme: bearer}}}
                """);
        document("api/paths/orders.yaml", "get: {responses: {default: {$ref: '../answers.yaml'}}}");
        document("api/answers.yaml", "{description: No., content: {application/json: {schema: {$ref: error.json}}}}");
        document("api/error.json", "{\"type\": \"object\"}");
        document("api/unused.yaml", "{}");
        Path project = folder.resolve("project");

        Called init = init(folder.resolve("api/openapi.yaml"), project, "--maven");

        assertThat(init.code()).as(init.all()).isZero();
        assertThat(init.out()).contains("openapi.yaml, a copy of ", "3. mvn test -f " + project.resolve("pom.xml"));
        String beside = "project/src/test/resources/com/example/orders/";
        assertThat(files())
                .contains(
                        beside + "answers.yaml",
                        beside + "error.json",
                        beside + "openapi.yaml",
                        beside + "paths/orders.yaml",
                        "project/pom.xml",
                        "project/src/test/java/com/example/orders/OrdersAuthContractTest.java")
                .doesNotContain(beside + "unused.yaml");
        setAll(init);
        assertThat(Called.with("check", project.toString()).err()).isEmpty();
    }

    @Test
    void a_document_below_the_suite_stays_where_it_is() throws IOException {
        Files.createDirectories(folder.resolve("suites/api"));
        Files.copy(RECORDED.resolve("document-3.1.yaml"), folder.resolve("suites/api/openapi.yaml"));

        assertThat(init(folder.resolve("suites/api/openapi.yaml"), folder.resolve("suites"))
                        .code())
                .isZero();

        assertThat(files())
                .containsExactly("suites/api/openapi.yaml", "suites/orders.auth.yaml", "suites/suite.schema.json");
        assertThat(Files.readString(folder.resolve("suites/orders.auth.yaml")))
                .contains("openapi: \"api/openapi.yaml\"");
    }

    @Test
    void nothing_that_is_there_is_overwritten() throws IOException {
        Path document = Files.copy(RECORDED.resolve("document-3.1.yaml"), folder.resolve("openapi.yaml"));
        init(document);
        document("orders.auth.yaml", "mine");
        document("elsewhere/openapi.yaml", "mine, too");

        Called again = init(document);
        Called elsewhere = init(document, folder.resolve("elsewhere"));

        assertThat(again.err()).contains("orders.auth.yaml is there already: nothing is written");
        assertThat(elsewhere.err()).contains("openapi.yaml is there already: nothing is written");
        assertThat(folder.resolve("orders.auth.yaml")).hasContent("mine");
        assertThat(folder.resolve("elsewhere")).isDirectoryContaining("glob:**.yaml");
        assertThat(files()).doesNotContain("elsewhere/orders.auth.yaml");
    }

    @Test
    void a_document_goes_with_no_operation_of_ones_own() throws IOException {
        Path document = document("openapi.yaml", "openapi: 3.1.0\n");

        assertThat(init(document, "--operation=GET /orders").err()).contains("leave --operation out, or the document");
        assertThat(init("suites", "openapi.yaml").err()).contains("suites is no document");
    }

    @Test
    void an_address_is_fetched_once_and_saved_beside_the_suite() throws IOException {
        WireMockServer web = new WireMockServer(options().dynamicPort());
        web.start();
        try {
            web.stubFor(get("/v3/api-docs?key=orlo-petkin-5518")
                    .willReturn(aResponse().withBody(Files.readString(RECORDED.resolve("document-3.0.json")))));

            Called init = init(web.baseUrl() + "/v3/api-docs?key=orlo-petkin-5518", folder);

            assertThat(init.code()).as(init.all()).isZero();
            assertThat(init.out())
                    .contains("openapi.json, as %s/v3/api-docs has it today".formatted(web.baseUrl()))
                    .doesNotContain("orlo-petkin");
            assertThat(files()).containsExactly("openapi.json", "stock.auth.yaml", "suite.schema.json");
            assertThat(Files.readString(folder.resolve("stock.auth.yaml"))).doesNotContain(web.baseUrl());
            setAll(init);
            assertThat(Called.with("check", folder.toString()).err()).isEmpty();
            assertThat(web.getAllServeEvents()).hasSize(1);
        } finally {
            web.stop();
        }
    }

    @Test
    void an_address_that_gives_none_is_told_without_what_is_secret_in_it() {
        WireMockServer web = new WireMockServer(options().dynamicPort());
        web.start();
        try {
            web.stubFor(get("/forbidden?key=orlo-petkin-5518")
                    .willReturn(aResponse().withStatus(403)));
            web.stubFor(get("/large").willReturn(aResponse().withBody("x".repeat(2000))));
            web.stubFor(get("/slow").willReturn(aResponse().withBody("openapi").withChunkedDribbleDelay(7, 20_000)));

            assertThat(init(web.baseUrl() + "/forbidden?key=orlo-petkin-5518", folder)
                            .err())
                    .contains("/forbidden was answered with 403: nothing is written; save it yourself")
                    .doesNotContain("orlo-petkin");
            assertThatThrownBy(() -> FetchedDocument.of(web.baseUrl() + "/large", 1000, Duration.ofSeconds(5)))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("/large is larger than");
            assertThatThrownBy(() -> FetchedDocument.of(web.baseUrl() + "/slow", 1000, Duration.ofMillis(300)))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("/slow did not come within");
            assertThat(init("https://naysayer:orlo-petkin-5518@orders.example/openapi.json")
                            .err())
                    .contains("which nobody should see")
                    .doesNotContain("orlo-petkin");
            assertThat(init("http://127.0.0.1:1/openapi.json", folder).err()).contains("cannot be fetched");
        } finally {
            web.stop();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** What is written stays YAML, whatever a document says; here in the places that the suite takes words from. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a'\"#: [ | x", "'{*}' | ]}", "${HOME} | ${HOME}", "'- ? &a *b !c' | '%@`'"})
    void words_of_a_document_stay_words(String one, String other) throws IOException {
        String json = """
                {"openapi": "3.1.0", "info": {"title": %1$s}, "servers": [{"url": %1$s}], "security": [{"a": []}, {%1$s: []}],
                 "components": {"securitySchemes": {"a": {"type": "apiKey", "in": "header", "name": "X"}, %1$s: {"type": %2$s, "in": %2$s},
                   "n": {"type": "apiKey", "in": "header", "name": %1$s}}},
                 "paths": {"/good": {"get": {}}, "/b": {"get": {"security": [{%2$s: []}]}}, "/n": {"get": {"security": [{"n": []}]}},
                   "/v/{v}": {"get": {"parameters": [{"in": "query", "name": %1$s, "required": true}, {"in": "cookie", "name": %2$s, "required": true}]}}}}
                """.formatted(quoted(one + "\n" + other), quoted(other + "\u2028\n- " + one));
        Called init = init(document("openapi.json", json), "--name=hostile");

        assertThat(init.code()).as(init.all()).isZero();
        setAll(init);
        Called check = Called.with("check", folder.toString());
        assertThat(check.err()).isEmpty();
        assertThat(Called.with("explain", folder.toString()).out()).contains("GET /good");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
