package dev.naysayer.dsl.source;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What YAML means by a word that is no text: null, a boolean, a number. */
public final class JsonScalar {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonScalar() {}

    /** What is no text; null where it is one. */
    public static @Nullable JsonNode of(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(node.getValue()));
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(node) : null;
    }

    /** A number that JSON can write; others ({@code 0x1F}, {@code .inf}) stay the text they are. */
    private static JsonNode number(ScalarNode node) {
        try {
            JsonNode number = JSON.readTree(node.getValue());
            return number.isNumber() ? number : JsonNodeFactory.instance.stringNode(node.getValue());
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            return JsonNodeFactory.instance.stringNode(node.getValue());
        }
    }
}
