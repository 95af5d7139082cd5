package dev.naysayer.dsl.read;

import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Template;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** {@code body:} written as YAML and sent as a form, {@code application/x-www-form-urlencoded}. */
final class FormBody {

    private final Problems problems;
    private final Interpolation interpolation;

    FormBody(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** A list is a name that stands there several times. */
    RequestBody parse(Node node, @Nullable String type) {
        BodyText text = new BodyText(FormBody::encoded, UnaryOperator.identity());
        for (Fields.Field field : Fields.of(node, "'body'", problems).all()) {
            List<Node> values = field.value() instanceof SequenceNode list ? list.getValue() : List.of(field.value());
            values.forEach(value -> add(field.name(), value, text));
        }
        return text.body(type);
    }

    private void add(String name, Node node, BodyText text) {
        if (!(node instanceof ScalarNode value)) {
            problems.at(node, "a form has texts only", "write one value, or a list of them");
            return;
        }
        text.literal(text.isEmpty() ? "" : "&").literal(encoded(name) + "=");
        Template template = Fields.isEmpty(node) ? null : interpolation.template(value, false);
        if (template != null) {
            text.add(template);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
