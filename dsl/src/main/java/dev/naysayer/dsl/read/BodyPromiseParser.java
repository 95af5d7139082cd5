package dev.naysayer.dsl.read;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.Match;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.schema.SchemaLoader;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code body:} what the body of a refusal has to be. */
final class BodyPromiseParser {

    /** What is said of a body, each part with its place; null where nothing is. */
    record Body(
            @Nullable Node schemaAt,
            @Nullable BodySchema schema,
            @Nullable Node mediaTypeAt,
            @Nullable String mediaType,
            Map<String, PromiseParser.Asked> members) {

        static final Body NONE = new Body(null, null, null, null, Map.of());
    }

    /** RFC 6901 section 3. */
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*+)++");

    private final Problems problems;
    private final Interpolation interpolation;
    private final MatchParser matches;

    BodyPromiseParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
        this.matches = new MatchParser(problems, interpolation);
    }

    Body parse(Node node) {
        Fields fields = Fields.of(node, "'body'", problems);
        Map<String, PromiseParser.Asked> members = new LinkedHashMap<>();
        fields.all().stream()
                .filter(field -> !Format.BODY.names().contains(field.name()))
                .filter(this::isPointer)
                .forEach(field -> {
                    Match match = matches.json(field);
                    if (match != null) {
                        members.put(field.name(), new PromiseParser.Asked(field.value(), match));
                    }
                });
        Node schema = fields.get("schema");
        Node mediaType = fields.get("media-type");
        return new Body(schema, schema(schema), mediaType, mediaType(mediaType), members);
    }

    private boolean isPointer(Fields.Field field) {
        if (POINTER.matcher(field.name()).matches()) {
            return true;
        }
        problems.at(
                field.key(),
                "unknown key '%s'".formatted(field.name()),
                field.name().startsWith("/")
                        ? "a JSON Pointer has no '~' but in ~0 and ~1"
                        : Suggestion.misspelt(field.name(), Format.BODY.names())
                                .map("did you mean '%s'?"::formatted)
                                .orElse("write a member of the body as JSON Pointer: '/%s'".formatted(field.name())));
        return false;
    }

    private @Nullable BodySchema schema(@Nullable Node node) {
        ScalarNode path = Fields.scalar(node, "'schema'", problems);
        String resolved = path == null ? null : interpolation.resolve(path);
        return path == null || resolved == null
                ? null
                : new SchemaLoader(problems, interpolation.folder()).load(path, resolved);
    }

    private @Nullable String mediaType(@Nullable Node node) {
        ScalarNode type = Fields.scalar(node, "'media-type'", problems);
        String resolved = type == null ? null : interpolation.resolve(type);
        if (type != null && resolved != null && !resolved.matches("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+")) {
            problems.at(type, "this is not a media type", "write it without parameters: application/problem+json");
        }
        return resolved;
    }
}
