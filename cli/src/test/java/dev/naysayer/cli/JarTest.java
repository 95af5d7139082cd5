package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with Java, a folder and the jar: {@code -Dtests.jar} names it. */
@EnabledIfSystemProperty(named = "tests.jar", matches = ".+")
class JarTest {

    private static final String SECRET = "orlo-petkin-5518";

    private static final Path JAR = Path.of(System.getProperty("tests.jar", "")).toAbsolutePath();

    @TempDir
    private Path folder;

    private final OrdersApi api = new OrdersApi(SECRET);

    @BeforeEach
    void write_a_suite() throws IOException {
        Files.createDirectories(folder.resolve("suites"));
        Files.writeString(folder.resolve("suites/orders.auth.yaml"), """
                suite: Orders API
                credentials: {bearer: {token: {good: "${ORDERS_TOKEN}"}}}
                operations: [GET /orders]
                scenarios: [no-token, wrong-scheme]
                """);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private Called jar(String... arguments) throws IOException, InterruptedException {
        return jar(Map.of(), arguments);
    }

    private Called jar(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        line.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"));
        builder.environment().put("ORDERS_TOKEN", SECRET);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Called(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void it_checks_explains_and_runs_green_and_red() throws IOException, InterruptedException {
        String url = api.url();

        Called explained = jar("explain", "suites", "--target=" + url);
        Called green = jar("run", "suites", "--target=" + url);
        // A container has no locale, and shows UTF-8.
        Called red = jar(Map.of("LC_ALL", "C"), "run", "suites", "--target=" + url + "/silent", "--report=red");

        assertThat(explained.all()).contains("GET /orders", "no-token").doesNotContain(SECRET);
        assertThat(green.code()).as(green.all()).isZero();
        assertThat(green.err()).isEmpty();
        assertThat(folder.resolve("naysayer-report/index.html")).exists();
        assertThat(red.code()).as(red.all()).isEqualTo(1);
        assertThat(red.out())
                .contains("Orders API › GET /orders › no-token broke", "[challenge-follows-401]")
                .doesNotContain(SECRET, "API ? GET");
        assertThat(jar("check", "nowhere").code()).isEqualTo(2);
        assertThat(jar("schema", "suite").out()).startsWith("{\n  \"$schema\"");
    }

    @Test
    void it_looks_before_it_sends_and_begins_a_suite() throws IOException, InterruptedException {
        String url = api.url();

        Called doctor = jar("doctor", "suites", "--target=" + url);
        Called init = jar("init", "mine", "--maven");
        Called unsaid = jar(Map.of("LC_ALL", "C"), "init", "mine", "--operation=GET /orders/{id}");

        assertThat(doctor.code()).as(doctor.all()).isZero();
        assertThat(doctor.out())
                .contains("well  credential bearer", "1 request sent")
                .doesNotContain(SECRET);
        assertThat(init.code()).as(init.all()).isZero();
        assertThat(folder.resolve("mine/pom.xml")).isNotEmptyFile();
        assertThat(unsaid.code()).isEqualTo(2);
        assertThat(unsaid.err()).endsWith("--path=id=…\n");
    }

    /** What a newcomer does who has a document, a token and ten minutes; the API knows its scheme only in one spelling. */
    @Test
    void it_goes_from_a_document_to_a_report() throws IOException, InterruptedException {
        String url = api.url();
        Files.writeString(folder.resolve("openapi.json"), """
                {"openapi": "3.1.0", "info": {"title": "Orders API"}, "security": [{"token": []}], "paths": {"/orders": {"get": {}}},
                 "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "opaque"}}}}
                """);

        Called init = jar("init", "openapi.json", "--target=" + url);
        Called run = jar("run", "orders.auth.yaml");

        assertThat(init.code()).as(init.all()).isZero();
        assertThat(init.out()).contains("1. set ORDERS_TOKEN;", "3. naysayer run orders.auth.yaml");
        assertThat(run.code()).as(run.all()).isEqualTo(1);
        assertThat(run.out())
                .contains("RED  Orders API › GET /orders › scheme-lower-case", "1 violation")
                .doesNotContain(SECRET);
        assertThat(folder.resolve("naysayer-report/index.html")).exists();
    }

    @Test
    void it_is_coloured_where_somebody_wants_that_and_nowhere_else() throws IOException, InterruptedException {
        assertThat(jar("--help").out()).contains("Usage: naysayer").doesNotContain("\u001b");
        assertThat(jar(Map.of("CLICOLOR_FORCE", "1"), "--help").out()).contains("\u001b[");
        assertThat(jar(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), "--help").out())
                .contains("Usage: naysayer")
                .doesNotContain("\u001b");
    }
}
