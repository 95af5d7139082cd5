package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Legible;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The entries of one YAML mapping, with everything that can be wrong with them told once, here. */
public final class Fields {

    /** No server takes a longer path, and nobody reads a longer name. */
    private static final int LONGEST = 8_000;

    /** Of more keys one that is unknown may stand for any. */
    private static final int FEW = 12;

    /** Of a mapping whose keys the caller judges. */
    private static final Form ANY = Form.of("");

    /** A key's node and its value's node. */
    public record Field(String name, ScalarNode key, Node value) {}

    private final Node owner;
    private final Map<String, Field> fields;
    private final Form form;
    private final Problems problems;

    /** Keys that have to be there, are not, and were told of with the one that stands in their place. */
    private final Set<String> toldAlready = new HashSet<>();

    private Fields(Node owner, Map<String, Field> fields, Form form, Problems problems) {
        this.owner = owner;
        this.fields = fields;
        this.form = form;
        this.problems = problems;
    }

    /** The entries of a mapping that has to have this form. */
    public static Fields of(Node node, Form form, Problems problems) {
        return of(node, form.name(), form, problems);
    }

    /** The same, where {@code what} names it in problems. */
    public static Fields of(Node node, String what, Form form, Problems problems) {
        return of(node, what, form, Set.of(), problems);
    }

    /** The same, where besides the form's own keys {@code others} may stand. */
    public static Fields of(Node node, String what, Form form, Set<String> others, Problems problems) {
        Fields all = open(node, what, form, problems);
        all.fields.values().stream()
                .filter(field -> !form.names().contains(field.name()) && !others.contains(field.name()))
                .forEach(field -> all.refuse(field, others));
        return all;
    }

    /** The entries of a mapping whose keys are all known; {@code what} names it in problems. */
    public static Fields of(Node node, String what, Set<String> known, Problems problems) {
        Fields all = of(node, what, problems);
        for (Field field : all.fields.values()) {
            if (!known.contains(field.name())) {
                problems.unknown(field.key(), "key", field.name(), known);
            }
        }
        return all;
    }

    /** Tells that a key is none of the form's; what it was most likely written for and has to be there is told with it, and not again. */
    public void refuse(Field field) {
        refuse(field, Set.of());
    }

    private void refuse(Field field, Set<String> others) {
        List<String> meant = missing().isEmpty() ? List.of() : Suggestion.meant(field.name(), form.names());
        Key instead = inPlaceOf(meant);
        if (instead == null) {
            problems.unknown(field.key(), "key", field.name(), form.names(), others);
            return;
        }
        toldAlready.add(instead.name());
        problems.at(
                field.key(),
                "unknown key '%s', and '%s' is missing".formatted(field.name(), instead.name()),
                (meant.isEmpty() ? "" : "did you mean '%s'? ".formatted(instead.name())) + instead.missing());
    }

    private List<Key> missing() {
        return form.required().stream()
                .filter(key -> !fields.containsKey(key.name()) && !toldAlready.contains(key.name()))
                .toList();
    }

    /** The key that is missing since it was called otherwise: one like it or, where one is unknown and one missing, that one. */
    private @Nullable Key inPlaceOf(List<String> meant) {
        List<Key> missing = missing();
        boolean oneForOne = meant.isEmpty()
                && missing.size() == 1
                && form.names().size() <= FEW
                && fields.keySet().stream()
                                .filter(it -> !form.names().contains(it))
                                .limit(2)
                                .count()
                        == 1;
        return missing.stream()
                .filter(key -> oneForOne || meant.contains(key.name()))
                .findFirst()
                .orElse(null);
    }

    /** The entries of a mapping whose keys are for the caller to judge. */
    public static Fields of(Node node, String what, Problems problems) {
        return open(node, what, ANY, problems);
    }

    /** The entries of a mapping that has to have the required keys of this form, and whose others are for the caller to judge. */
    public static Fields open(Node node, String what, Form form, Problems problems) {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> add(tuple, fields, problems));
        } else if (!isEmpty(node)) {
            problems.at(node, what + " has to be a mapping", "write 'key: value' lines, or {key: value}");
        }
        return new Fields(node, fields, form, problems);
    }

    private static void add(NodeTuple tuple, Map<String, Field> fields, Problems problems) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.at(tuple.getKeyNode(), "a key has to be text", "write a plain name before the colon");
            return;
        }
        Field earlier = fields.putIfAbsent(key.getValue(), new Field(key.getValue(), key, tuple.getValueNode()));
        if (earlier != null) {
            problems.at(
                    key,
                    "duplicate key '%s'".formatted(key.getValue()),
                    "it stands in line %d already: keep one of them"
                            .formatted(problems.position(earlier.key()).line()));
        }
    }

    public static boolean isEmpty(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    public List<Field> all() {
        return List.copyOf(fields.values());
    }

    public Set<String> names() {
        return fields.keySet();
    }

    @Nullable
    public Node get(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.value();
    }

    /** The value of a key that has to be there by its form. */
    @Nullable
    public Node require(String name) {
        return require(name, form.key(name).map(Key::missing).orElseThrow(() -> new IllegalArgumentException(name)));
    }

    private @Nullable Node require(String name, String nextStep) {
        Node value = get(name);
        if (value == null && toldAlready.contains(name)) {
            return null;
        }
        if (value == null) {
            problems.at(owner, "the key '%s' is missing".formatted(name), nextStep);
        } else if (isEmpty(value)) {
            problems.at(value, "the key '%s' has no value".formatted(name), nextStep);
            return null;
        }
        return value;
    }

    /** A scalar; anything else is a problem. */
    public static @Nullable ScalarNode scalar(@Nullable Node node, String what, Problems problems) {
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar && !isEmpty(node)) {
            return isLegible(scalar, problems) ? scalar : null;
        }
        problems.at(node, what + " has to be text", "write one value here");
        return null;
    }

    /** A name that holds what nobody sees is another than the one that is read. */
    private static boolean isLegible(ScalarNode scalar, Problems problems) {
        if (scalar.getValue().length() > LONGEST) {
            problems.at(scalar, "this is longer than %d characters".formatted(LONGEST), "write it shorter");
            return false;
        }
        OptionalInt unseen = Legible.unseen(scalar.getValue());
        unseen.ifPresent(character -> problems.at(
                scalar, "this holds %s, which nobody sees".formatted(Legible.named(character)), remedy(character)));
        return unseen.isEmpty();
    }

    private static String remedy(int character) {
        return Legible.percentEncoded(character)
                .map("take it out; in a path it is written %s"::formatted)
                .orElse("take it out");
    }

    /** A scalar that says something; anything else is a problem. */
    public static @Nullable ScalarNode words(@Nullable Node node, String what, Problems problems) {
        ScalarNode scalar = scalar(node, what, problems);
        if (scalar != null && scalar.getValue().isBlank()) {
            problems.at(scalar, what + " is empty", "write what it is to say");
            return null;
        }
        return scalar;
    }

    /** The items of a list that must not be empty; anything else is a problem. */
    public static List<Node> items(@Nullable Node node, String what, Problems problems) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        if (node != null) {
            problems.at(node, what + " has to be a list with at least one item", "write '- item' lines, or [item]");
        }
        return List.of();
    }

    /** One scalar or a list of them, as texts with their nodes. */
    public static List<ScalarNode> oneOrMore(@Nullable Node node, String what, Problems problems) {
        List<ScalarNode> scalars = new ArrayList<>();
        List<Node> nodes =
                node instanceof SequenceNode ? items(node, what, problems) : node == null ? List.of() : List.of(node);
        for (Node item : nodes) {
            ScalarNode scalar = scalar(item, what, problems);
            if (scalar != null) {
                scalars.add(scalar);
            }
        }
        return scalars;
    }
}
