package dev.naysayer.dsl;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code refusals:} what the body of every refusal has to be. */
final class RefusalParser {

    private static final Set<String> KEYS = Set.of("body");
    private static final Set<String> BODY_KEYS = Set.of("schema", "media-type");

    private final Problems problems;
    private final Interpolation interpolation;

    RefusalParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    Refusals parse(@Nullable Node node) {
        Node body = node == null
                ? null
                : Fields.of(node, "'refusals'", KEYS, problems).get("body");
        if (body == null) {
            return Refusals.UNDECLARED;
        }
        Fields fields = Fields.of(body, "'body'", BODY_KEYS, problems);
        return new Refusals(schema(fields.get("schema")), mediaType(fields.get("media-type")));
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
