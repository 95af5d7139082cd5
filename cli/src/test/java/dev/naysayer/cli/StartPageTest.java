package dev.naysayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who does what {@code docs/README.md} says, as far as it needs nobody's API, and sees what it says. */
class StartPageTest {

    private static final Pattern YAML = Pattern.compile("(?ms)^( *)```yaml\\n(.*?)^ *```$");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Path RECORDED = Path.of("src/test/resources/dev/naysayer/cli");
    private static final List<String> VARIABLES =
            List.of("ORDERS_TOKEN", "ORDERS_OAUTH_TOKEN", "ORDERS_ORDER_ID", "CLIENT_SECRET");

    private final String page = text(Path.of("../docs/README.md"));

    @TempDir
    private Path folder;

    @BeforeEach
    void export() {
        // A token, so that conditions that need a JWT have one.
        System.setProperty("ORDERS_TOKEN", "eyJhbGciOiJub25lIn0.e30.");
        System.setProperty("ORDERS_OAUTH_TOKEN", "eyJhbGciOiJub25lIn0.e30.");
        System.setProperty("ORDERS_ORDER_ID", "1001");
        System.setProperty("CLIENT_SECRET", "of-a-client");
    }

    @AfterEach
    void forget() {
        VARIABLES.forEach(System::clearProperty);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml(String page, int number) {
        MatchResult shown = YAML.matcher(page).results().toList().get(number);
        return shown.group(2).indent(-shown.group(1).length());
    }

    @Test
    void a_document_becomes_the_cases_that_the_page_counts() throws IOException {
        Path suites = Files.createDirectories(folder.resolve("suites"));
        Path document = Files.writeString(suites.resolve("openapi.yaml"), yaml(text(Path.of("../docs/openapi.md")), 1));

        Called init = Called.with("init", document.toString());
        Called check = Called.with("check", suites.toString());

        assertThat(init.code()).as(init.all()).isZero();
        assertThat(check.err()).isEmpty();
        // The page says: orders.auth.yaml: 84 cases
        assertThat(page).contains("   " + check.out().strip().replace(folder + "/", "") + "\n");
    }

    @Test
    void the_suite_with_a_client_can_be_run() throws IOException {
        Files.writeString(folder.resolve("orders.auth.yaml"), yaml(page, 0));

        assertThat(Called.with("check", folder.toString())).satisfies(it -> {
            assertThat(it.err()).isEmpty();
            assertThat(it.code()).isZero();
        });
    }

    @Test
    void init_writes_what_check_takes() {
        for (String more : List.of("--maven", "--target=https://orders.staging.example")) {
            Path into = folder.resolve(more.substring(2, 7));

            assertThat(Called.with("init", into.toString(), more, "--operation=GET /orders")
                            .code())
                    .isZero();
            assertThat(Called.with("check", into.toString()).code()).isZero();
        }
    }

    @Test
    void a_rule_and_a_condition_are_explained_as_the_page_shows() {
        assertThat(page.lines())
                .contains(Called.with("rules", "challenge-follows-401")
                        .out()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("to mend"))
                        .findFirst()
                        .orElseThrow());
        assertThat(Called.with("conditions", "expired-token").code()).isZero();
    }

    /** Else nobody would find it who looks for what the program said. */
    @Test
    void every_message_of_the_page_is_one_that_is_told() throws IOException {
        String told;
        try (Stream<Path> files = Files.walk(RECORDED)) {
            told = String.join(
                    "\n",
                    files.filter(file -> file.toString().endsWith(".txt"))
                            .map(StartPageTest::text)
                            .toList());
        }
        List<String> messages = MESSAGE.matcher(page.split("## Error messages", 2)[1])
                .results()
                .flatMap(it -> Stream.of(it.group(1).split(", ", -1)))
                .map(it -> it.replace("`", ""))
                .toList();

        assertThat(messages)
                .hasSizeGreaterThan(15)
                .allSatisfy(message -> assertThat(message.split("…", -1))
                        .allSatisfy(part -> assertThat(told).contains(part)));
    }
}
