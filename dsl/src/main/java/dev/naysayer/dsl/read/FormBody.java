package dev.naysayer.dsl.read;

import dev.naysayer.dsl.OperationKind;
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

    /** Worth something once only (RFC 6749 section 4.1.2). */
    private static final String CODE = "code";

    private final Problems problems;
    private final Interpolation interpolation;
    private final OperationKind kind;

    /** @param kind what takes the form: an authorization server gets what is good now, however often it is asked */
    FormBody(Problems problems, Interpolation interpolation, OperationKind kind) {
        this.problems = problems;
        this.interpolation = interpolation;
        this.kind = kind;
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
        if (kind == OperationKind.TOKEN_ENDPOINT && name.equals(CODE) && !interpolation.isRenewed(value)) {
            problems.at(
                    value,
                    "a code can be used once, and this is the same one in each request",
                    "let a command give a new one each time: 'code: ${command:…}'");
        }
        Template template = Fields.isEmpty(node)
                ? null
                : kind.isEndpoint() ? interpolation.renewed(value) : interpolation.template(value, false);
        if (template != null) {
            text.add(template);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
