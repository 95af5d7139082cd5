package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.credential.Credentials;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources as suites write them: the page's own examples are read, and what is wrong has its place and next step, word for word. */
class SourceSuitesTest {

    private static final SuiteReader READER = new SuiteReader(Credentials.vocabulary());

    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(credentials:\n.*?)```");

    private static final Variables VARIABLES =
            Variables.of(name -> name.endsWith("KEY") ? TrialKeys.symmetricJwk(32) : "value-of-" + name);

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(SourceSuitesTest.class.getResource("problems"))
                .toURI());
    }

    static List<Path> bad_suites() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(SuiteReader.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bad_suites")
    void what_is_wrong_with_a_source_is_told_at_its_place(Path suite) throws IOException, URISyntaxException {
        Reading reading = READER.read(suite, folder(), VARIABLES);

        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        assertThat(((Reading.Unreadable) reading)
                        .problems().stream().map(Problem::toString).collect(Collectors.joining("\n")))
                .isEqualTo(Files.readString(suite.resolveSibling(suite.getFileName() + ".txt"))
                        .strip());
    }

    @Test
    void the_examples_of_the_page_are_read(@TempDir Path folder) throws IOException {
        Matcher users = Pattern.compile("(?s)```yaml\n(auth:\n.*?)```")
                .matcher(Files.readString(Path.of("../docs/sources.md")));
        assertThat(users.find()).isTrue();
        Files.writeString(folder.resolve("auth.yaml"), users.group(1));
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/sources.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(examples).hasSizeGreaterThan(3).allSatisfy(example -> {
            Path suite = Files.writeString(
                    folder.resolve("orders.auth.yaml"),
                    "suite: Orders API\ntarget: https://orders.example\n" + example
                            + "operations: [GET /orders]\nscenarios: [no-token]\n");
            assertThat(READER.read(suite, folder, VARIABLES)).isInstanceOf(Reading.Understood.class);
        });
    }
}
