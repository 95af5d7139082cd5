package dev.naysayer.dsl.read;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.JsonScalar;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A setting that is a mapping of anything, read as JSON with its references resolved. */
final class MappingSetting {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Names of what nobody writes into a file that is committed. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(pass|pwd|kennwort|contrase|secret|token|api.?key|authorization|credential).*|pin|otp|key");

    /** What an answer is put in the place of, or where in an answer something is looked for. */
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]+ )?\\{[A-Za-z][A-Za-z0-9_-]*}|/[A-Za-z0-9_/-]*");

    private final String name;
    private final boolean secret;
    private final Problems problems;
    private final Interpolation interpolation;
    private final List<Secret> referred = new ArrayList<>();
    private boolean whole = true;

    MappingSetting(String name, boolean secret, Problems problems, Interpolation interpolation) {
        this.name = name;
        this.secret = secret;
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** JSON text; null where there is a problem, or where a value is only promised. */
    NamedSettings.@Nullable Setting read(Node node) {
        if (!(node instanceof MappingNode)) {
            problems.hide(node);
            problems.at(
                    node,
                    "'%s' has to be a mapping".formatted(name),
                    "write 'key: value' lines below it, or {key: value}");
            return null;
        }
        Secret text = new Secret(json(node, "", 0).toString());
        return whole ? new NamedSettings.Setting(problems.position(node), text, null, List.copyOf(referred)) : null;
    }

    private JsonNode json(Node node, String called, int depth) {
        if (depth > JsonBody.DEEPEST) {
            whole = false;
            problems.at(node, "'%s' is nested too deep".formatted(name), "write it with fewer levels");
            return NODES.nullNode();
        }
        if (node instanceof MappingNode) {
            ObjectNode object = NODES.objectNode();
            Fields.of(node, "'%s'".formatted(name), problems)
                    .all()
                    .forEach(field -> object.set(field.name(), json(field.value(), field.name(), depth + 1)));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, called, depth + 1)));
            return array;
        }
        return scalar((ScalarNode) node, called);
    }

    private JsonNode scalar(ScalarNode node, String called) {
        if (secret && isOpen(node, called)) {
            whole = false;
            return NODES.nullNode();
        }
        JsonNode value = JsonScalar.of(node);
        if (value != null) {
            return value;
        }
        String text = secret ? interpolation.resolveSecret(node) : interpolation.resolve(node);
        whole &= text != null;
        if (text == null) {
            return NODES.nullNode();
        }
        if (Interpolation.hasReference(node.getValue())) {
            referred.add(new Secret(text));
        }
        return NODES.stringNode(text);
    }

    /** Whether it is called a secret and stands there for everybody to read; then there is a problem. */
    private boolean isOpen(ScalarNode node, String called) {
        String text = node.getValue();
        if (!SECRET.matcher(called).matches()
                || Fields.isEmpty(node)
                || node.getTag().equals(Tag.BOOL)
                || PLACE.matcher(text).matches()) {
            return false;
        }
        if (Interpolation.hasDefault(text)) {
            problems.defaultInTheOpen(node, called);
            return true;
        }
        if (!Interpolation.hasReference(text)) {
            problems.inTheOpen(node, called);
            return true;
        }
        return false;
    }
}
