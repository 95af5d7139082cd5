package dev.naysayer.dsl;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code refusals:} what the body of every refusal has to be. */
final class RefusalParser {

    private static final String RESOURCE_FIRST = "resource-first";
    private static final Set<String> ORDERS = Set.of("authentication-first", RESOURCE_FIRST);

    private final Problems problems;
    private final Interpolation interpolation;

    RefusalParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    Refusals parse(@Nullable Node node) {
        if (node == null) {
            return Refusals.UNDECLARED;
        }
        Fields refusals = Fields.of(node, Format.REFUSALS, problems);
        boolean resourceFirst = resourceFirst(refusals.get("order"));
        Node body = refusals.get("body");
        if (body == null) {
            return new Refusals(null, null, resourceFirst);
        }
        Fields fields = Fields.of(body, Format.BODY, problems);
        return new Refusals(schema(fields.get("schema")), mediaType(fields.get("media-type")), resourceFirst);
    }

    private boolean resourceFirst(@Nullable Node node) {
        ScalarNode order = Fields.scalar(node, "'order'", problems);
        if (order != null && !ORDERS.contains(order.getValue())) {
            problems.unknown(order, "order", order.getValue(), ORDERS);
        }
        return order != null && order.getValue().equals(RESOURCE_FIRST);
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
