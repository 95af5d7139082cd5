package dev.naysayer.dsl;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads, checks and compiles the schema of error bodies (JSON Schema 2020-12), once per suite.
 *
 * <p>The validator lets a schema with a wrong keyword pass in silence, or blames the body for it; so the schema itself is
 * held against the meta-schema first. Formats are asserted, which 2020-12 leaves off by default.
 */
final class SchemaLoader {

    private static final SchemaRegistryConfig ASSERT_FORMATS = SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(true)
            .build();
    private static final Dialect STRICT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, config) -> unknown(keyword))
            .build();

    private final Problems problems;
    private final SuiteFolder folder;

    SchemaLoader(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    @Nullable
    BodySchema load(ScalarNode at, String path) {
        try {
            String text = folder.read(path);
            List<String> faults = faults(text);
            faults.forEach(fault ->
                    problems.at(at, "the schema '%s' is broken: %s".formatted(path, fault), "mend the schema"));
            return faults.isEmpty() ? new BodySchema(path, compile(text)) : null;
        } catch (SuiteFolder.Unreachable e) {
            problems.at(at, String.valueOf(e.getMessage()), e.nextStep);
        } catch (RuntimeException e) {
            // The library throws its own and Jackson's exceptions, all unchecked, for text that is no JSON or no
            // schema.
            problems.at(at, "the schema '%s' cannot be compiled: %s".formatted(path, firstLine(e)), "mend the schema");
        }
        return null;
    }

    private static Schema compile(String text) {
        Schema schema = SchemaRegistry.withDialect(STRICT, builder -> builder.schemaRegistryConfig(ASSERT_FORMATS))
                .getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
        return schema;
    }

    private static List<String> faults(String text) {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(ASSERT_FORMATS))
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        return metaSchema.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Keyword unknown(String keyword) {
        if (keyword.startsWith("x-")) {
            return new AnnotationKeyword(keyword);
        }
        throw new IllegalArgumentException("unknown keyword '%s'".formatted(keyword));
    }

    private static String firstLine(RuntimeException e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException unknown ? unknown : e;
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
