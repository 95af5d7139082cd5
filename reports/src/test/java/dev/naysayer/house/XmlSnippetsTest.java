package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What the documents show of poms stands in one that a build runs, line by line; other settings can be read. */
class XmlSnippetsTest {

    /** By page and heading: where it is built. */
    private static final Map<String, String> BUILT = Map.of(
            "README.md, Write a suite", "example-suites/src/it/newcomer/pom.xml",
            "docs/inherited.md, The BOM", "example-suites/src/it/inherited/pom.xml",
            "docs/junit.md, A module of its own", "example-suites/src/it/platforms/prebuild.groovy",
            "docs/performance.md, A lean JVM", "pom.xml",
            "docs/spring.md, Three things to add", "example-suites/src/it/spring-boot-3/pom.xml",
            "docs/scale.md, One report of all modules", "example-suites/src/it/modules/pom.xml");

    /** What a project outside says in its own way. */
    private static final List<String> ITS_OWN =
            List.of("<version>", "<executions>", "<execution>", "</execution", "<configuration>", "</configuration>");

    private static final Pattern NAMED = Pattern.compile("<(?:goal|artifactId)>([^<]+)<");

    static List<Snippet> snippets() {
        return Snippet.all("xml");
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void it_is_of_a_project_that_is_built(Snippet snippet) throws IOException {
        String place = snippet.page() + ", " + snippet.heading();
        assertThat(BUILT).as("nobody builds the XML of " + snippet).containsKey(place);
        String where = Objects.requireNonNull(BUILT.get(place));
        if (where.endsWith(".groovy")) {
            isWrittenByAScript(snippet, Files.readString(Path.of("..", where)));
            return;
        }
        List<String> built = Files.readAllLines(Path.of("..", where)).stream()
                .map(String::strip)
                .toList();
        List<String> shown = snippet.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && ITS_OWN.stream().noneMatch(line::startsWith))
                .toList();
        assertThat(built).containsAll(shown);
    }

    /** A script writes its XML in other lines: it has the same plugins and goals. */
    private static void isWrittenByAScript(Snippet snippet, String script) throws IOException {
        assertThat(NAMED.matcher(snippet.text()).results().map(it -> it.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(script).contains(name.replace("maven-failsafe-plugin", "failsafe")));
        assertThatNoException()
                .isThrownBy(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader("<build>" + snippet.text() + "</build>"))));
    }

    @Test
    void what_is_json_can_be_read() {
        List<Snippet> shown = Snippet.all("json");

        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(JsonMapper.shared().readTree(it.text()).isObject())
                                .isTrue());
    }
}
