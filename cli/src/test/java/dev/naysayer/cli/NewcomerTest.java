package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody in a clean folder who types what the start page says below <i>I have an OpenAPI document</i>, and nothing else: they get from
 * a document to a report that is red for what is wrong with their API, with the jar alone and with Maven.
 */
@EnabledIfSystemProperty(named = "tests.jar", matches = ".+")
class NewcomerTest {

    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern TYPED = Pattern.compile("(?m)^ *((?:export|java|mvn) .*)$");
    private static final String RED = "Orders API › GET /orders › scheme-lower-case";

    /** A JWT, so that conditions that need one have it; nobody signed it. */
    private static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZXdjb21lciJ9.";

    private static final Path BUILT =
            Path.of("../example-suites/target/local-repo").toAbsolutePath();

    @TempDir
    private Path folder;

    private final OrdersApi api = new OrdersApi(TOKEN);

    @BeforeEach
    void put_the_document_there() throws IOException {
        Files.createSymbolicLink(
                folder.resolve("naysayer.jar"),
                Path.of(System.getProperty("tests.jar")).toAbsolutePath());
        Files.createDirectories(folder.resolve("suites"));
        Files.writeString(
                folder.resolve("suites/openapi.yaml"),
                YAML.matcher(Files.readString(Path.of("../docs/openapi.md")))
                        .results()
                        .toList()
                        .get(1)
                        .group(1));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void the_jar_leads_from_a_document_to_a_report() throws Exception {
        for (String line : typed("java -jar naysayer.jar")) {
            Called called = play(line);

            boolean runs = line.contains(" run ");
            assertThat(called.code()).as(line + called.all()).isEqualTo(runs ? 1 : 0);
            if (runs) {
                assertThat(called.out()).contains("RED  " + RED).doesNotContain(TOKEN);
                assertThat(called.out().strip().lines().reduce("", (all, last) -> last))
                        .isEqualTo("Report: " + folder.toRealPath().resolve("naysayer-report/index.html"));
            }
        }
        assertThat(folder.resolve("naysayer-report/index.html")).content().contains("scheme-lower-case");
    }

    @Test
    void maven_finds_the_same() throws Exception {
        assumeThat(BUILT.resolve("dev/naysayer/naysayer-reports"))
                .as("what mvn verify builds outside projects with")
                .exists();
        for (String line : typed("java -jar naysayer.jar init suites/openapi.yaml orders-contract", "mvn")) {
            Called called = play(line);

            boolean runs = line.startsWith("mvn");
            assertThat(called.code()).as(line + called.all()).isEqualTo(runs ? 1 : 0);
            if (runs) {
                assertThat(called.out()).contains(RED + " broke").doesNotContain(TOKEN);
            }
        }
        assertThat(folder.resolve("orders-contract/target/naysayer/index.html"))
                .content()
                .contains("scheme-lower-case");
    }

    /** The lines of the page that begin so, in their order; there are some for each beginning. */
    private static List<String> typed(String... beginnings) throws IOException {
        String page = Files.readString(Path.of("../docs/README.md"));
        String path = page.split("\n## I have an OpenAPI document\n", 2)[1].split("\n## ", 2)[0];
        List<String> lines =
                TYPED.matcher(path).results().map(it -> it.group(1)).toList();
        assertThat(lines.stream().filter(line -> line.startsWith("export ")).toList())
                .containsExactly("export ORDERS_URL=… ORDERS_OAUTH_TOKEN=… ORDERS_ORDER_ID=…");
        assertThat(beginnings).allMatch(it -> lines.stream().anyMatch(line -> line.startsWith(it)));
        return lines.stream()
                .filter(line -> Stream.of(beginnings).anyMatch(line::startsWith))
                .filter(line -> beginnings.length > 1 || !line.contains("--maven"))
                .toList();
    }

    private Called play(String line) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        if (words.get(0).equals("mvn")) {
            words.set(
                    0, Path.of(System.getProperty("tests.maven"), "bin", "mvn").toString());
            words.addAll(List.of("-B", "-s", settings().toString(), "-Dmaven.repo.local=" + BUILT));
        } else {
            words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "ORDERS_URL",
                        api.url(),
                        "ORDERS_OAUTH_TOKEN",
                        TOKEN,
                        "ORDERS_ORDER_ID",
                        "1001",
                        "MAVEN_OPTS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as(line).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Called(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** What the outer build has downloaded is not downloaded again. */
    private Path settings() throws IOException {
        return Files.writeString(
                folder.resolve("settings.xml"),
                Files.readString(Path.of("../example-suites/src/it/settings.xml"))
                        .replace(
                                "@localRepositoryUrl@",
                                Path.of(System.getProperty("tests.repository"))
                                        .toUri()
                                        .toString()));
    }
}
