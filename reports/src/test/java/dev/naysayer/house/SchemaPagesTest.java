package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.shape.FormatSchema;
import dev.naysayer.dsl.shape.FormatSchema.Kind;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** The schemas in {@code docs/schema}, which the jar has too, are those of the code, and take all that the reader takes. */
class SchemaPagesTest {

    private static final Path FOLDER = Path.of("../docs/schema");

    private static final Pattern WHOLE_SUITE = Pattern.compile("(?ms)^```yaml\\n(suite: .*?)^```$");
    private static final Pattern CREDENTIALS = Pattern.compile("(?ms)^```yaml\\n(credentials:\\n.*?)^```$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)[}:]");

    private static final Map<String, String> MEANINGS = Stream.of(
                    CredentialConditions.ALL.stream()
                            .map(CredentialCondition::info)
                            .map(it -> Map.entry(it.name(), it.meaning())),
                    Rules.ALL.stream()
                            .map(it -> Map.entry(it.info().id(), it.info().summary())),
                    Comparisons.ALL.stream()
                            .map(it -> Map.entry(it.info().id(), it.info().summary())))
            .flatMap(Function.identity())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));

    private static final FormatSchema SCHEMA =
            new FormatSchema(Profiles.vocabulary(), name -> MEANINGS.getOrDefault(name, ""));

    private static final LoadSettings YAML =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    @ParameterizedTest
    @EnumSource
    void the_file_is_that_of_the_code(Kind kind) throws IOException {
        Path file = FOLDER.resolve(kind.file());
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, SCHEMA.of(kind));
        }

        assertThat(file)
                .as("-Dtests.write-pages=true writes it anew; read what changes")
                .hasContent(SCHEMA.of(kind));
    }

    @Test
    void what_the_reader_takes_the_schema_takes(@TempDir Path folder) throws IOException {
        List<Path> files =
                Stream.concat(written().stream(), shown(folder).stream()).toList();
        Schema schema = schema(Kind.SUITE);
        int taken = 0;
        for (Path file : files) {
            if (isTaken(file)) {
                taken++;
                assertThat(faults(schema, file)).as(file.toString()).isEmpty();
            }
        }

        assertThat(taken).isGreaterThan(files.size() * 3 / 4).isGreaterThan(70);
    }

    /** Those that the examples and the engine itself use, so the reader takes them. */
    @Test
    void parts_and_profiles_are_taken_too() throws IOException {
        List<Path> parts = files(".part.yaml");
        List<Path> profiles = files(".profile.yaml");

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(faults(schema(Kind.PART), file)).isEmpty());
        assertThat(profiles)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        file -> assertThat(faults(schema(Kind.PROFILE), file)).isEmpty());
    }

    private static List<Path> written() throws IOException {
        return files(SuiteReader.SUFFIX);
    }

    /** The suites of all modules, but for those that are there for their problems. */
    private static List<Path> files(String suffix) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("dsl", "engine", "reports", "example-suites")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                files.filter(file -> file.toString().endsWith(suffix))
                        .filter(file -> !file.toString().contains("problems"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** What documents show as whole suites, or as credentials of one. */
    private static List<Path> shown(Path folder) throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        List<Path> shown = new ArrayList<>();
        for (Path page : pages) {
            String text = Files.readString(page);
            Stream<String> suites = WHOLE_SUITE.matcher(text).results().map(it -> it.group(1));
            Stream<String> credentials = CREDENTIALS
                    .matcher(text)
                    .results()
                    .map(it -> "suite: Orders API\ntarget: https://orders.example\n" + it.group(1)
                            + (it.group(1).contains("\noperations:") ? "" : "operations: [GET /orders]\n")
                            + "scenarios: [no-token]\n");
            for (String suite : Stream.concat(suites, credentials).toList()) {
                String name = page.getFileName() + "-" + shown.size() + SuiteReader.SUFFIX;
                shown.add(Files.writeString(folder.resolve(name), suite));
            }
        }
        return shown;
    }

    /** Whatever its variables stand for. */
    private static boolean isTaken(Path file) throws IOException {
        Set<String> promised = VARIABLE.matcher(Files.readString(file))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
        return new SuiteReader(Profiles.vocabulary())
                        .read(file, file.resolveSibling(""), new Variables(name -> null, promised, null))
                instanceof Reading.Understood;
    }

    private static Schema schema(Kind kind) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SCHEMA.of(kind), InputFormat.JSON);
    }

    private static List<String> faults(Schema schema, Path file) throws IOException {
        Object value = new Load(YAML).loadFromString(Files.readString(file));
        return schema.validate(JsonMapper.shared().writeValueAsString(value), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
