package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.naysayer.engine.junit.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of {@code docs} that shows pipelines.
 *
 * @param text all of it
 */
record ShownPipelines(String text) {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param page {@code gating.md} */
    static ShownPipelines of(String page) {
        try {
            return new ShownPipelines(Files.readString(Path.of("../docs").resolve(page)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first one below a heading. */
    JsonNode below(String heading) {
        String yaml = text.split("## " + heading + "\n", 2)[1]
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0];
        return read(yaml);
    }

    /** A pipeline that is a file of this repository. */
    static JsonNode file(String path) {
        try {
            return read(Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String yaml) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /**
     * In what a pipeline is not what its reader knows.
     *
     * @param schema the name of a file beside the tests
     */
    static List<String> violations(String schema, JsonNode pipeline) throws IOException {
        String text = new String(
                Objects.requireNonNull(ShownPipelines.class.getResourceAsStream(schema))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON)
                .validate(pipeline.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** That each setting and each class that is named is there. */
    void assertThatItNamesWhatThereIs() {
        Set<String> parameters =
                Arrays.stream(Setting.values()).map(Setting::parameter).collect(Collectors.toSet());
        Set<String> variables =
                Arrays.stream(Setting.values()).map(Setting::variable).collect(Collectors.toSet());

        assertThat(all("(?<![\\w.])naysayer\\.[a-z-]+")).isNotEmpty().isSubsetOf(parameters);
        assertThat(all("\\bNAYSAYER_[A-Z_]+")).isNotEmpty().isSubsetOf(variables);
        assertThat(all("\\bdev\\.naysayer(\\.\\w+)+"))
                .hasSize(1)
                .allSatisfy(name -> assertThat(Class.forName(name)
                                .getMethod("main", String[].class)
                                .getReturnType())
                        .isEqualTo(void.class));
    }

    /** All that the page has of a form. */
    Set<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
