package dev.naysayer.dsl.read;

import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.JsonScalar;
import dev.naysayer.dsl.source.Problems;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code body:} written as YAML or taken from a file that holds JSON, and sent as JSON. */
final class JsonBody {

    static final int DEEPEST = 50;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Problems problems;
    private final Interpolation interpolation;
    private final String key;

    JsonBody(Problems problems, Interpolation interpolation) {
        this(problems, interpolation, "body");
    }

    /** @param key below which it stands */
    JsonBody(Problems problems, Interpolation interpolation, String key) {
        this.problems = problems;
        this.interpolation = interpolation;
        this.key = key;
    }

    @Nullable
    RequestBody parse(Node node, @Nullable String mediaType) {
        if (node instanceof ScalarNode scalar && Interpolation.hasReference(scalar.getValue())) {
            return reference(scalar, mediaType);
        }
        BodyText text = new BodyText(JsonBody::escaped, JsonBody::escaped);
        write(node, 0, text);
        return text.body(mediaType);
    }

    /** A value that is no body, as JSON text; null where it is made anew for each request. */
    @Nullable
    String value(Node node) {
        BodyText text = new BodyText(JsonBody::escaped, JsonBody::escaped);
        write(node, 0, text);
        Template value = text.body(null).text();
        return value.isFresh() ? null : value.fill(Template.Fresh::name).sent().reveal();
    }

    private @Nullable RequestBody reference(ScalarNode scalar, @Nullable String mediaType) {
        Template template = interpolation.template(scalar, false);
        if (template == null) {
            return null;
        }
        // A UUID and a time are texts, where JSON may have one.
        String text = template.fill(Template.Fresh::name).sent().reveal();
        if (text.isBlank()) {
            problems.at(
                    scalar,
                    "what '%s' refers to is empty".formatted(key),
                    "put JSON into it, or leave '%s' out to send none".formatted(key));
            return null;
        }
        try {
            String json = JSON.readTree(text).toString();
            Template sent = template.isFresh() || template.pieces().size() > 1 ? template : template.sentAs(json);
            return RequestBody.of(mediaType, sent);
        } catch (JacksonException | ArithmeticException | NumberFormatException e) {
            problems.at(
                    scalar,
                    "what '%s' refers to is not JSON".formatted(key),
                    key.equals("body")
                            ? "put JSON into it, write the body as YAML here, or say what it is with 'media-type'"
                            : "put JSON into it, or write them as YAML here");
            return null;
        }
    }

    private void write(Node node, int depth, BodyText text) {
        if (depth > DEEPEST) {
            problems.at(
                    node,
                    "'%s' is nested too deep".formatted(key),
                    "put what is meant so into a file: '%s: ${file:%s.json}'".formatted(key, key));
        } else if (node instanceof MappingNode) {
            String before = "{";
            for (Fields.Field field :
                    Fields.of(node, "'%s'".formatted(key), problems).all()) {
                text.literal(before).literal(quoted(field.name())).literal(":");
                write(field.value(), depth + 1, text);
                before = ",";
            }
            text.literal(before.equals("{") ? "{}" : "}");
        } else if (node instanceof SequenceNode sequence) {
            String before = "[";
            for (Node item : sequence.getValue()) {
                write(item, depth + 1, text.literal(before));
                before = ",";
            }
            text.literal(before.equals("[") ? "[]" : "]");
        } else {
            scalar((ScalarNode) node, text);
        }
    }

    private void scalar(ScalarNode node, BodyText text) {
        JsonNode value = JsonScalar.of(node);
        if (value != null) {
            text.literal(value.toString());
            return;
        }
        Template template = interpolation.template(node, false);
        text.literal("\"");
        if (template != null) {
            text.add(template);
        }
        text.literal("\"");
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }

    private static String escaped(String text) {
        String quoted = quoted(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
