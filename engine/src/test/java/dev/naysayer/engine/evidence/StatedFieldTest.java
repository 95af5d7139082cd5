package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field that somebody wrote down is read as the file says, word for word. */
class StatedFieldTest {

    private static final String HEAD = "# Every field of the answers that prove the rules, each once.\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"specifications.fields", "nasty.fields"})
    void a_field_is_read_as_it_is_stated(String file) throws IOException {
        assertThat(StatedField.of(file))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.told()).isEqualTo(field.text()));
    }

    /** Written with the pages, so that a rule's fixtures are all that its author has to write; the change shows what was read. */
    @Test
    void every_field_of_the_rules_fixtures_is_stated() throws IOException, URISyntaxException {
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(
                    Path.of("src/test/resources/dev/naysayer/engine/evidence/fixtures.fields"),
                    HEAD + String.join("\n\n", fixtures()) + "\n");
            return;
        }
        List<String> stated = StatedField.of("fixtures.fields").stream()
                .map(StatedField::text)
                .toList();
        Set<String> shown = fixtures();
        assertThat(shown.stream().filter(field -> !stated.contains(field)))
                .as("not in fixtures.fields; -Dtests.write-pages=true writes it anew: check by thought what changes")
                .isEmpty();
        assertThat(stated.stream().filter(field -> !shown.contains(field)))
                .as("only in fixtures.fields; -Dtests.write-pages=true writes it anew")
                .isEmpty();
    }

    static Set<String> fixtures() throws IOException, URISyntaxException {
        Set<String> told = new TreeSet<>();
        for (Path answer : answers()) {
            for (String name : List.of("WWW-Authenticate", "Proxy-Authenticate")) {
                List<String> lines = lines(answer, name);
                if (!lines.isEmpty()) {
                    told.add(StatedField.told(name, lines));
                }
            }
        }
        return told;
    }

    private static List<Path> answers() throws IOException, URISyntaxException {
        Path folder = Path.of(StatedFieldTest.class.getResource("../rule").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".http")).toList();
        }
    }

    private static List<String> lines(Path answer, String name) throws IOException {
        String start = name + ":";
        return Files.readAllLines(answer).stream()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip())
                .toList();
    }
}
