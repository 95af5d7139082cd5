package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.rule.profile.Profiles;
import dev.naysayer.reports.format.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All YAML that the documents show: suites and parts of suites are read as somebody reads them who copies them, and pipelines have a
 * test of their own.
 */
class YamlSnippetsTest {

    private static final List<Snippet> SNIPPETS = Snippet.all("yaml");

    /** Whose pipelines are held against a schema and played. */
    private static final Map<String, String> PIPELINES = Map.of(
            "docs/ci.md", "CiPageTest",
            "docs/gating.md", "GatingPageTest",
            "docs/scale.md", "ScalePageTest");

    /** What a part of a suite leaves to the rest of it. */
    private static final Map<String, String> REST = Map.of(
            "suite", "suite: Orders API\n",
            "target", "target: https://orders.example\n",
            "credentials", "credentials: {bearer: {token: {good: \"${TOKEN}\"}}}\n",
            "operations", "operations: [GET /orders]\n",
            "scenarios", "scenarios: [no-token, expired-token]\n");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)[}:]");
    private static final Pattern FILE_OF_THE_REPORT = Pattern.compile("target/naysayer/([a-z]+\\.[a-z]+)");
    private static final String PART = "# common.part.yaml";
    private static final String USERS = "auth:";
    private static final String SHARED = "  - suites:";

    private static final String OF_DOCUMENT = """
            credentials: {oauth: {token: {good: "${TOKEN}"}}}
            operations:
              openapi: openapi.yaml
              exclude: {"GET /internal/*": Only the mesh reaches it.}
              public: [GET /health]
              values: {orderId: 1001}
            """;

    @TempDir
    private Path root;

    private Path folder;

    static List<Snippet> snippets() {
        return SNIPPETS;
    }

    /** What the documents say to lie beside their suites. */
    @BeforeEach
    void lay_out() throws IOException {
        folder = Files.createDirectories(root.resolve("suites"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/problem.schema.json"), "{\"type\": \"object\"}");
        Files.writeString(folder.resolve("schemas/error.schema.json"), "{\"type\": \"object\"}");
        Files.writeString(folder.resolve("orders.csv"), "item,quantity\n");
        Files.writeString(folder.resolve("photo.jpg"), "no photo");
        Files.writeString(folder.resolve("expired.jwt"), "eyJhbGciOiJub25lIn0.e30.c2ln\n");
        for (Snippet other : SNIPPETS) {
            if (other.text().startsWith("openapi:")) {
                Files.writeString(folder.resolve("openapi.yaml"), other.text());
            } else if (other.text().startsWith(USERS)) {
                Files.writeString(folder.resolve("auth.yaml"), other.text());
            } else if (other.text().startsWith("profile:")) {
                Files.writeString(root.resolve("house.profile.yaml"), other.text());
            } else if (other.text().startsWith(PART)) {
                Files.writeString(folder.resolve("common.part.yaml"), other.text());
            } else if (other.text().contains(SHARED)) {
                Files.writeString(root.resolve("platform.waivers.yaml"), other.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void it_can_be_copied(Snippet snippet) throws IOException {
        if (isOfSuites(snippet)) {
            isRead(snippet);
        } else {
            isPipeline(snippet);
        }
    }

    /** A suite that has what is shown, or names the file that it is. */
    private static String suite(Snippet snippet) {
        String text = snippet.text();
        if (text.startsWith("profile:")) {
            return whole("profiles: [../house.profile.yaml]\n");
        }
        if (text.startsWith("openapi:")) {
            return whole(OF_DOCUMENT);
        }
        if (text.startsWith(USERS)) {
            return whole("credentials: {bearer: {wfc: {auth: \"${file:auth.yaml}\", user: alice}}}\n");
        }
        if (text.startsWith(PART)) {
            return whole("use: common.part.yaml\ncredentials: {bearer: {mint: {audience: a}}}\n");
        }
        return whole(text.contains(SHARED) ? "waivers: [../platform.waivers.yaml]\n" : text);
    }

    private void isRead(Snippet snippet) throws IOException {
        String suite = suite(snippet);
        Path file = Files.writeString(folder.resolve("orders.auth.yaml"), suite);
        Set<String> promised = VARIABLE.matcher(suite + Files.readString(folder.resolve("common.part.yaml")))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());

        Reading reading =
                new SuiteReader(Profiles.vocabulary()).read(file, root, new Variables(name -> null, promised, null));

        assertThat(reading).as(() -> suite + "\n" + reading).isInstanceOf(Reading.Understood.class);
    }

    /** With what it leaves out, if it is a part of a suite. */
    private static String whole(String shown) {
        String text = shown.startsWith("    mint:") ? "credentials:\n  bearer:\n" + shown : shown;
        Set<Object> said = new TreeSet<>(keys(text));
        Map<String, String> rest = new LinkedHashMap<>(REST);
        rest.keySet().removeAll(said);
        if (text.startsWith("environments:") || said.contains("use")) {
            rest.remove(said.contains("use") ? "scenarios" : "target");
        }
        return String.join("", rest.values()) + text;
    }

    private static Set<?> keys(String yaml) {
        return load(yaml) instanceof Map<?, ?> mapping ? mapping.keySet() : Set.of();
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    /** Whether it is a suite, has keys of one, or is a file that a suite names. */
    private static boolean isOfSuites(Snippet snippet) throws IOException {
        JsonNode known = JsonMapper.shared()
                .readTree(Files.readString(Path.of("../docs/schema/suite.schema.json")))
                .at("/properties");
        Set<?> said = keys(snippet.text());
        return snippet.text().startsWith("openapi:")
                || snippet.text().startsWith(USERS)
                || snippet.text().startsWith("profile:")
                || snippet.text().startsWith("    mint:")
                || (!said.isEmpty() && said.stream().allMatch(key -> known.has(String.valueOf(key))));
    }

    private static void isPipeline(Snippet snippet) throws IOException {
        String test = PIPELINES.get(snippet.page());
        if (test != null) {
            assertThat(Files.readString(Path.of("src/test/java/dev/naysayer/house", test + ".java")))
                    .as("a test of the pipelines of " + snippet.page())
                    .contains("PAGE.below(\"" + snippet.heading() + "\")");
            return;
        }
        assertThat(snippet.page()).as("nobody reads the YAML of " + snippet).isEqualTo("docs/formats.md");
        assertThat(load(snippet.text())).isNotNull();
        assertThat(FILE_OF_THE_REPORT.matcher(snippet.text()).results().map(it -> it.group(1)))
                .isNotEmpty()
                .isSubsetOf(
                        ReportFormats.all().stream().map(it -> it.fileName()).toList());
    }
}
