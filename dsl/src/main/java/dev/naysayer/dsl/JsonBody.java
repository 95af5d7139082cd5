package dev.naysayer.dsl;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code body:} the request body, written as YAML or taken from a file that holds JSON. */
final class JsonBody {

    static final int DEEPEST = 50;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Problems problems;
    private final Interpolation interpolation;

    JsonBody(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    @Nullable
    String parse(@Nullable Node node) {
        if (node == null || Fields.isEmpty(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar && Interpolation.hasReference(scalar.getValue())) {
            return reference(scalar);
        }
        return json(node, 0).toString();
    }

    /** A value that is no body, as JSON text. */
    String value(Node node) {
        return json(node, 0).toString();
    }

    private @Nullable String reference(ScalarNode scalar) {
        String text = interpolation.resolve(scalar);
        if (text != null && text.isBlank()) {
            problems.at(scalar, "what 'body' refers to is empty", "put JSON into it, or leave 'body' out to send none");
            return null;
        }
        try {
            return text == null ? null : JSON.readTree(text).toString();
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            problems.at(
                    scalar, "what 'body' refers to is not JSON", "put JSON into it, or write the body as YAML here");
            return null;
        }
    }

    private JsonNode json(Node node, int depth) {
        if (depth > DEEPEST) {
            problems.at(
                    node,
                    "'body' is nested too deep",
                    "put a body that is meant so into a file: 'body: ${file:body.json}'");
            return NODES.nullNode();
        }
        if (node instanceof MappingNode) {
            ObjectNode object = NODES.objectNode();
            Fields.of(node, "'body'", problems)
                    .all()
                    .forEach(field -> object.set(field.name(), json(field.value(), depth + 1)));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, depth + 1)));
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private JsonNode scalar(ScalarNode node) {
        JsonNode value = value(node);
        if (value != null) {
            return value;
        }
        String text = interpolation.resolve(node);
        return NODES.stringNode(text == null ? "" : text);
    }

    /** What is no text; null where it is one. */
    static @Nullable JsonNode value(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(node.getValue()));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(node) : null;
    }

    /** A number that JSON can write; others ({@code 0x1F}, {@code .inf}) stay the text they are. */
    private static JsonNode number(ScalarNode node) {
        try {
            JsonNode number = JSON.readTree(node.getValue());
            return number.isNumber() ? number : NODES.stringNode(node.getValue());
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            return NODES.stringNode(node.getValue());
        }
    }
}
