package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code body:} what the body of a refusal has to be. */
final class BodyParser {

    /** What is said of a body, each part with its place; null where nothing is. */
    record Body(
            @Nullable Node schemaAt,
            @Nullable BodySchema schema,
            @Nullable Node mediaTypeAt,
            @Nullable String mediaType) {

        static final Body NONE = new Body(null, null, null, null);
    }

    private final Problems problems;
    private final Interpolation interpolation;

    BodyParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    Body parse(Node node) {
        Fields fields = Fields.of(node, Format.BODY, problems);
        Node schema = fields.get("schema");
        Node mediaType = fields.get("media-type");
        return new Body(schema, schema(schema), mediaType, mediaType(mediaType));
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
