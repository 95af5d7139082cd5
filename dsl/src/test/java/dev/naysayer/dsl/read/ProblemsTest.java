package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad suite in {@code problems/} has a {@code .txt} beside it with all that the reader says of it, word for word. */
public class ProblemsTest {

    private static final Path RECORDED = Path.of("src/test/resources/dev/naysayer/dsl/read/problems");

    private static Path folder() throws URISyntaxException {
        return Path.of(ProblemsTest.class.getResource("problems").toURI());
    }

    public static Stream<Path> bad_suites() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(SuiteReader.SUFFIX)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bad_suites")
    void every_problem_of_a_bad_suite_is_told_at_once(Path suite) throws IOException, URISyntaxException {
        Reading reading = SuiteFiles.READER.read(suite, folder(), SuiteFiles.VARIABLES);

        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        String told = told(((Reading.Unreadable) reading).problems());
        String record = suite.getFileName() + ".txt";
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(RECORDED.resolve(record), told + "\n");
        }

        assertThat(told)
                .as("-Dtests.write-pages=true records it; read what changes")
                .isEqualTo(Files.readString(RECORDED.resolve(record)).strip());
    }

    @Test
    void there_are_bad_suites() throws IOException, URISyntaxException {
        assertThat(bad_suites()).hasSizeGreaterThanOrEqualTo(8);
    }

    private static String told(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
