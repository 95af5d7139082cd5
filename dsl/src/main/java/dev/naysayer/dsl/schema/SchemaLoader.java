package dev.naysayer.dsl.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.keyword.Keyword;
import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.BoundedPatterns;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SuiteFolder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads, checks and compiles the schema of error bodies (JSON Schema 2020-12), once per suite.
 *
 * <p>The validator lets a schema with a wrong keyword pass in silence, or blames the body for it; so the schema itself is
 * held against the meta-schema first. Formats are asserted, which 2020-12 leaves off by default.
 */
public final class SchemaLoader {

    private static final int DEEPEST = 100;
    private static final long MOST_STEPS = 5_000_000;

    private static final SchemaRegistryConfig ASSERT_FORMATS = SchemaRegistryConfig.builder()
            .locale(Locale.ENGLISH)
            .formatAssertionsEnabled(true)
            .build();
    private static final Dialect STRICT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, config) -> unknown(keyword))
            .build();
    private static final SchemaRegistryConfig TELL_FORMATS =
            SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    private static final Dialect LENIENT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, config) -> new AnnotationKeyword(keyword))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Problems problems;
    private final SuiteFolder folder;

    public SchemaLoader(Problems problems, SuiteFolder folder) {
        this.problems = problems;
        this.folder = folder;
    }

    @Nullable
    public BodySchema load(ScalarNode at, String path) {
        BodySchema known = folder.schema(at, path);
        if (known != null) {
            return known;
        }
        BodySchema schema = read(at, path);
        if (schema != null) {
            folder.keep(at, path, schema);
        }
        return schema;
    }

    private @Nullable BodySchema read(ScalarNode at, String path) {
        try {
            String text = folder.read(at, path);
            List<SchemaText.Fault> faults = faults(text);
            faults.forEach(fault -> problems.at(
                    at, "the schema '%s' is broken: %s".formatted(path, fault.message()), fault.nextStep()));
            return faults.isEmpty() ? compile(path, text) : null;
        } catch (SuiteFolder.Unreachable e) {
            problems.at(at, String.valueOf(e.getMessage()), e.nextStep);
        } catch (StreamConstraintsException e) {
            problems.at(
                    at,
                    "the schema '%s' is nested deeper than %d, or has a name or number that is too long"
                            .formatted(path, DEEPEST),
                    "give parts of it a name below '$defs'");
        } catch (RuntimeException e) {
            // The library throws its own and Jackson's exceptions, all unchecked, for text that is no JSON or no
            // schema.
            problems.at(at, "the schema '%s' cannot be compiled: %s".formatted(path, firstLine(e)), "mend the schema");
        } catch (StackOverflowError e) {
            // The library is recursive; what is known to go too deep has been told by now.
            problems.at(at, "the schema '%s' goes too deep".formatted(path), "let it refer less");
        }
        return null;
    }

    /** A schema, or what is wrong with it. */
    public record Compiled(
            @Nullable BodySchema schema, @Nullable String fault) {}

    /** A schema that was written for others, too: what we do not know is no fault, and formats are told, not asserted, as OpenAPI has it. */
    public static Compiled compileOfDocument(String name, String text) {
        try {
            List<SchemaText.Fault> faults = faults(text);
            return faults.isEmpty()
                    ? new Compiled(compile(name, text, LENIENT, TELL_FORMATS), null)
                    : new Compiled(null, faults.get(0).message());
        } catch (RuntimeException e) {
            return new Compiled(null, firstLine(e));
        } catch (StackOverflowError e) {
            return new Compiled(null, "it goes too deep");
        }
    }

    private static BodySchema compile(String path, String text) {
        return compile(path, text, STRICT, ASSERT_FORMATS);
    }

    private static BodySchema compile(String path, String text, Dialect dialect, SchemaRegistryConfig formats) {
        BoundedPatterns patterns = new BoundedPatterns();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder(formats)
                .regularExpressionFactory(patterns)
                .build();
        Schema schema = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config))
                .getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
        return new BodySchema(path, schema, patterns);
    }

    private static List<SchemaText.Fault> faults(String text) {
        if (text.isBlank()) {
            return List.of(new SchemaText.Fault("it is empty", "write the schema, or 'true' for any body"));
        }
        if (text.startsWith("\uFEFF")) {
            return List.of(
                    new SchemaText.Fault("a byte order mark stands in front of it", "save it as UTF-8 without one"));
        }
        JsonNode root = JSON.readTree(text);
        if (!root.isObject() && !root.isBoolean()) {
            return List.of(new SchemaText.Fault("it is no object", "write the schema as a JSON object: {…}"));
        }
        List<SchemaText.Fault> faults = SchemaText.faults(root);
        return faults.isEmpty() ? byMetaSchema(text) : faults;
    }

    private static List<SchemaText.Fault> byMetaSchema(String text) {
        Schema metaSchema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(ASSERT_FORMATS))
                .getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        try {
            return metaSchema
                    .validate(
                            text,
                            InputFormat.JSON,
                            context -> context.executionConfig(limits -> limits.maxEvaluationSteps(MOST_STEPS)))
                    .stream()
                    .map(Error::toString)
                    .map(error -> new SchemaText.Fault(error, "mend the schema"))
                    .toList();
        } catch (ValidationLimitExceededException e) {
            return List.of(new SchemaText.Fault(
                    "it is too large to be checked", "describe error bodies only, and leave out what they do not use"));
        }
    }

    private static Keyword unknown(String keyword) {
        if (keyword.startsWith("x-")) {
            return new AnnotationKeyword(keyword);
        }
        throw new IllegalArgumentException("unknown keyword '%s'".formatted(keyword));
    }

    private static String firstLine(RuntimeException e) {
        Throwable cause = e.getCause() instanceof IllegalArgumentException unknown ? unknown : e;
        String message = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("no reason given");
    }
}
