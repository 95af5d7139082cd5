package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Waiver;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show is what the code does. */
class DocumentsTest {

    private static final Path SHOWN =
            Path.of("../engine/src/test/java/dev/naysayer/engine/assertion/RefusalAssertionsTest.java");

    @Test
    void every_probe_has_its_line_on_the_page_of_the_suite() throws IOException {
        String page = Files.readString(Path.of("../docs/suite.md"));

        assertThat(Probe.names())
                .isNotEmpty()
                .allSatisfy(probe -> assertThat(page).contains("| `%s` |".formatted(probe)));
    }

    @Test
    void every_scheme_has_its_row_its_section_and_its_name_on_the_page_of_the_suite() throws IOException {
        String schemes = Files.readString(Path.of("../docs/schemes.md"));
        String list = between(Files.readString(Path.of("../docs/suite.md")), "\nThe schemes are ", "[Schemes]");

        assertThat(AuthSchemes.ALL).extracting(AuthScheme::name).isNotEmpty().allSatisfy(name -> {
            assertThat(schemes).contains("\n| `%s` |".formatted(name)).containsPattern("\n## .*`%s`".formatted(name));
            assertThat(list).contains("`%s`".formatted(name));
        });
    }

    @Test
    void both_doors_lead_to_what_else_refuses() throws IOException {
        Set<String> readme =
                links(between(Files.readString(Path.of("../README.md")), "\n## What else refuses\n", "\n## ")
                        .replace("](docs/", "]("));
        Set<String> start = links(between(
                Files.readString(Path.of("../docs/README.md")),
                "\n## I have something other than bearer tokens\n",
                "\n## "));

        assertThat(readme)
                .isEqualTo(start)
                .contains("endpoints.md", "graphql.md", "mcp.md", "browsers.md", "suite.md#step-up", "suite.md#limits");
        for (AuthScheme scheme : AuthSchemes.ALL.subList(1, AuthSchemes.ALL.size())) {
            assertThat(readme).anyMatch(link -> link.matches("schemes\\.md#(.*-)?%s(-.*)?".formatted(scheme.name())));
        }
    }

    @Test
    void every_page_is_one_step_from_a_door() throws IOException {
        Set<String> linked = links(Files.readString(Path.of("../docs/README.md")));
        linked.addAll(links(Files.readString(Path.of("../README.md")).replace("](docs/", "](")));
        List<String> pages;
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            pages = files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".md") && !it.equals("README.md"))
                    .toList();
        }

        assertThat(linked.stream().map(it -> it.split("#", 2)[0])).containsAll(pages);
    }

    private static String between(String text, String from, String to) {
        return text.split(Pattern.quote(from), 2)[1].split(Pattern.quote(to), 2)[0];
    }

    private static Set<String> links(String text) {
        return Pattern.compile("]\\(([a-zA-Z.]+\\.md[^)]*)\\)")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A project outside this repository is built of them, and finds what the README says. */
    @ParameterizedTest
    @CsvSource({
        "xml, pom.xml",
        "yaml, src/test/resources/com/example/orders/orders.auth.yaml",
        "java, src/test/java/com/example/orders/OrdersAuthContractTest.java"
    })
    void what_the_readme_lets_a_newcomer_write_is_what_is_run(String language, String file) throws IOException {
        String shown = Files.readString(Path.of("../README.md"))
                .split("## Write a suite", 2)[1]
                .split("```" + language + "\n", 2)[1]
                .split("```", 2)[0];

        assertThat(Files.readString(Path.of("../example-suites/src/it/newcomer", file)))
                .isEqualTo(shown.replace("<version>0.1.0-SNAPSHOT</version>", "<version>@project.version@</version>"));
    }

    /** Projects outside this repository have these lines; that of Spring Boot 4 is written as that of 3. */
    @ParameterizedTest
    @CsvSource({
        "spring.md, '', 6, spring-boot-3",
        "targets.md, In a container, 1, testcontainers",
        "targets.md, On Micronaut, 1, micronaut"
    })
    void what_a_page_shows_of_a_project_is_what_is_run(String page, String heading, int blocks, String project)
            throws IOException {
        String whole = Files.readString(Path.of("../docs", page));
        String section = heading.isEmpty()
                ? whole
                : whole.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
        List<List<String>> shown = Pattern.compile("```(?:xml|properties|java|yaml)\\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> lines(block.group(1).replace("0.1.0-SNAPSHOT", "@project.version@")))
                .toList();

        assertThat(shown)
                .hasSize(blocks)
                .allSatisfy(block -> assertThat(files(project))
                        .anySatisfy(file -> assertThat(file).containsSubsequence(block)));
    }

    private static List<List<String>> files(String project) throws IOException {
        List<List<String>> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(Path.of("../example-suites/src/it", project))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.add(lines(Files.readString(file)));
            }
        }
        return files;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void the_waivers_that_their_page_shows_are_read_and_stand_where_it_says(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("../docs/waivers.md"));
        List<String> shown = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(block -> block.group(1))
                .toList();
        Files.writeString(folder.resolve("platform.waivers.yaml"), shown.get(2));
        String suite = shown.get(0);

        List<Waiver> own = waivers(folder, suite);
        List<Waiver> ofFile =
                waivers(folder, suite.split("waivers:", -1)[0] + shown.get(1).replace("../", ""));

        assertThat(own)
                .singleElement()
                .satisfies(it -> assertThat(page)
                        .contains(it.removal() + ", or agree with " + it.owner())
                        .contains("%n%s:%d: its last day was"
                                .formatted(it.at().file(), it.at().line())));
        assertThat(ofFile).extracting(Waiver::owner).containsExactly("team-gateway", "team-orders");
        assertThat(page).contains("*%s*".formatted(ofFile.get(0).removal().replace(" of platform.waivers.yaml", "")));
    }

    private static List<Waiver> waivers(Path folder, String suite) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), suite);
        Reading reading = SuiteFile.alone(file).plan(Set.of("ORDERS_KEY"));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).suite().waivers();
    }

    @Test
    void the_assertions_in_the_readme_are_those_of_a_test() throws IOException {
        List<String> example = Files.readAllLines(Path.of("../README.md")).stream()
                .dropWhile(line -> !line.equals("## Assert in Java"))
                .dropWhile(line -> !line.equals("```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(example).hasSizeGreaterThan(5);
        assertThat(Files.readAllLines(SHOWN).stream().map(String::strip)).containsSubsequence(example);
    }
}
