package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an editor makes of the schema, by the server that most of them ask: {@code -Dtests.yaml-language-server=<path>} names its
 * program, which {@code npm install yaml-language-server} puts into {@code node_modules/.bin}.
 */
@EnabledIfSystemProperty(named = "tests.yaml-language-server", matches = ".+")
class EditorTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SUITE = """
            # yaml-language-server: $schema=%s
            suite: Orders API
            credentials:
              bearer:
                mint: {issuer: https://issuer.example, audience: orders, key: "${KEY}"}
            operations:
              - GET /orders: {scop: orders:read}
              - POST /orders
            scenarios:
              - no-tokn
              - alg-none
              -\s
            """.formatted(Path.of("../docs/schema/suite.schema.json")
            .toAbsolutePath()
            .normalize()
            .toUri());

    @TempDir
    private Path folder;

    private Process server;
    private OutputStream to;
    private InputStream from;
    private int asked;

    @BeforeEach
    void open_the_suite() throws IOException {
        server = new ProcessBuilder("node", System.getProperty("tests.yaml-language-server"), "--stdio")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Whoever waits for its words then learns that it ended.
        CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS).execute(server::destroyForcibly);
        to = server.getOutputStream();
        from = new BufferedInputStream(server.getInputStream());
        Map<String, Object> nothing = Map.of();
        ask(
                "initialize",
                Map.of(
                        "capabilities",
                        Map.of("workspace", Map.of("configuration", true)),
                        "rootUri",
                        folder.toUri().toString()));
        tell("initialized", nothing);
        tell(
                "textDocument/didOpen",
                Map.of("textDocument", Map.of("uri", uri(), "languageId", "yaml", "version", 1, "text", SUITE)));
    }

    @AfterEach
    void close() {
        server.destroyForcibly();
    }

    @Test
    void it_marks_shows_and_completes() throws IOException {
        List<String> marked = until(it -> it.path("method").asString("").equals("textDocument/publishDiagnostics"))
                .path("params")
                .path("diagnostics")
                .valueStream()
                .map(it -> "%d %s"
                        .formatted(
                                it.path("range").path("start").path("line").asInt(),
                                it.path("message").asString()))
                .toList();
        assertThat(marked).anyMatch(it -> it.startsWith("6 ") && it.contains("scop"));
        assertThat(marked).anyMatch(it -> it.startsWith("7 "));
        assertThat(marked).anyMatch(it -> it.startsWith("9 "));
        assertThat(marked).noneMatch(it -> it.startsWith("4 ") || it.startsWith("10 "));

        assertThat(ask("textDocument/hover", at(1, 2)).toString()).contains("what the API is called");
        assertThat(ask("textDocument/completion", at(11, 4)).toString())
                .contains("\"expired-token\"")
                .contains("\"jwt\"");
    }

    private Map<String, Object> at(int line, int character) {
        return Map.of("textDocument", Map.of("uri", uri()), "position", Map.of("line", line, "character", character));
    }

    private String uri() {
        return folder.resolve("orders.auth.yaml").toUri().toString();
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws IOException {
        int id = ++asked;
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
        return until(it -> it.path("id").asInt(-1) == id && !it.has("method")).path("result");
    }

    private void tell(String method, Map<String, Object> parameters) throws IOException {
        send(Map.of("jsonrpc", "2.0", "method", method, "params", parameters));
    }

    private void send(Map<String, Object> message) throws IOException {
        byte[] body = JSON.writeValueAsBytes(message);
        to.write("Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII));
        to.write(body);
        to.flush();
    }

    /** What the server asks in between is answered. */
    private JsonNode until(Predicate<JsonNode> wanted) throws IOException {
        while (true) {
            JsonNode message = receive();
            if (wanted.test(message)) {
                return message;
            }
            if (message.has("id") && message.has("method")) {
                Object result = message.path("method").asString().equals("workspace/configuration")
                        ? message.path("params")
                                .path("items")
                                .valueStream()
                                .map(it -> it.path("section").asString("").equals("yaml")
                                        ? Map.of(
                                                "schemaStore",
                                                Map.of("enable", false),
                                                "validate",
                                                true,
                                                "hover",
                                                true,
                                                "completion",
                                                true)
                                        : Map.of())
                                .toList()
                        : List.of();
                send(Map.of("jsonrpc", "2.0", "id", message.path("id"), "result", result));
            }
        }
    }

    private JsonNode receive() throws IOException {
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return JSON.readTree(from.readNBytes(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = from.read(); c != '\n'; c = from.read()) {
            if (c < 0) {
                throw new IOException("the server ended");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
