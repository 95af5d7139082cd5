package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A body by its schema: what the document gives for it as a whole, else of each member that is required. What it does not give is told and
 * not made up. One is made for each body.
 */
final class SchemaBody {

    private static final int DEEPEST = 20;

    /** How many schemas may be looked at: alternatives in alternatives multiply. */
    private static final int MOST = 2_000;

    private final OpenApiFiles files;
    private final boolean version30;
    private final DocumentValues values;
    private List<Lack> lacking = new ArrayList<>();
    private int looked;

    /**
     * What has no value.
     *
     * @param at where the document says that there is such a thing
     * @param member its JSON Pointer in the body; empty for the body itself
     */
    record Lack(DocumentNode at, String member) {}

    /** What all parts of a schema say of an object. */
    private record Shape(Map<String, DocumentNode> properties, Map<String, DocumentNode> required) {

        static Shape of(List<DocumentNode> parts) {
            Shape shape = new Shape(new LinkedHashMap<>(), new LinkedHashMap<>());
            for (DocumentNode part : parts) {
                part.get("properties").stream()
                        .flatMap(it -> it.members().stream())
                        .forEach(it -> shape.properties.putIfAbsent(it.name(), it));
                part.get("required").stream()
                        .flatMap(it -> it.items().stream())
                        .filter(it -> it.text() != null)
                        .forEach(it -> shape.required.putIfAbsent(String.valueOf(it.text()), it));
            }
            return shape;
        }
    }

    SchemaBody(OpenApiFiles files, boolean version30, DocumentValues values) {
        this.files = files;
        this.version30 = version30;
        this.values = values;
    }

    /** What lacks a value; the body is none where there is any. */
    List<Lack> lacking() {
        return lacking;
    }

    /** The body; null where something of it lacks a value. */
    @Nullable
    Node of(DocumentNode schema) {
        return value(schema, "", 0);
    }

    /** Whether a value that stands for a whole can be one: not a text where the schema wants members, as old documents write JSON. */
    boolean fits(DocumentNode value, @Nullable DocumentNode schema) {
        boolean wantsMore = schema != null
                && files.resolved(schema)
                        .filter(it -> Set.of("object", "array").contains(String.valueOf(it.text("type")))
                                || it.get("properties").isPresent())
                        .isPresent();
        return DocumentExamples.isPlain(value.value()) && !(wantsMore && value.value() instanceof ScalarNode);
    }

    private @Nullable Node value(DocumentNode schema, String member, int depth) {
        looked++;
        if (depth > DEEPEST || looked > MOST) {
            return lacks(schema, member);
        }
        DocumentNode meant = files.resolved(schema).orElse(null);
        if (meant == null) {
            // That is told where the reference stands.
            return null;
        }
        Optional<Node> given = Stream.concat(beside(schema), DocumentExamples.ofSchema(meant))
                .filter(it -> fits(it, meant))
                .map(it -> typed(it.value(), meant))
                .findFirst();
        return given.orElseGet(
                () -> composed(new DocumentNode(schema.key(), meant.value(), meant.pointer()), member, depth));
    }

    /** Since 3.1 an example may stand beside a reference. */
    private Stream<DocumentNode> beside(DocumentNode schema) {
        return version30 || OpenApiFiles.reference(schema) == null ? Stream.empty() : DocumentExamples.ofSchema(schema);
    }

    /** YAML takes {@code 1001} for a number, also where the document wants a text. */
    private static Node typed(Node value, DocumentNode schema) {
        boolean number = value instanceof ScalarNode
                && Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL).contains(value.getTag());
        return number && "string".equals(schema.text("type"))
                ? new ScalarNode(
                        Tag.STR,
                        true,
                        ((ScalarNode) value).getValue(),
                        ScalarStyle.DOUBLE_QUOTED,
                        value.getStartMark(),
                        value.getEndMark())
                : value;
    }

    private @Nullable Node composed(DocumentNode schema, String member, int depth) {
        List<DocumentNode> parts = parts(schema, depth, new HashSet<>());
        List<DocumentNode> choices = parts.stream()
                .flatMap(part -> Stream.of("oneOf", "anyOf").flatMap(it -> part.get(it).stream()))
                .findFirst()
                .map(DocumentNode::items)
                .orElse(List.of());
        if (choices.isEmpty()) {
            return whole(schema, parts, member, depth);
        }
        List<Lack> before = lacking;
        List<Lack> ofFirst = null;
        for (DocumentNode choice : choices) {
            lacking = new ArrayList<>();
            Node one = chosen(schema, parts, choice, member, depth);
            if (one != null) {
                lacking = before;
                return one;
            }
            ofFirst = ofFirst == null ? lacking : ofFirst;
        }
        lacking = before;
        lacking.addAll(ofFirst == null ? List.of() : ofFirst);
        return null;
    }

    private @Nullable Node chosen(
            DocumentNode schema, List<DocumentNode> parts, DocumentNode choice, String member, int depth) {
        if (Shape.of(parts).properties().isEmpty()) {
            return value(choice, member, depth + 1);
        }
        List<DocumentNode> all = new ArrayList<>(parts);
        files.resolved(choice).ifPresent(it -> all.addAll(parts(it, depth + 1, new HashSet<>())));
        return whole(schema, all, member, depth);
    }

    /** A schema with all that {@code allOf} adds to it. */
    private List<DocumentNode> parts(DocumentNode schema, int depth, Set<Node> seen) {
        List<DocumentNode> parts = new ArrayList<>();
        if (depth <= DEEPEST && seen.add(schema.value())) {
            parts.add(schema);
            schema.get("allOf").stream()
                    .flatMap(it -> it.items().stream())
                    .flatMap(it -> files.resolved(it).stream())
                    .forEach(it -> parts.addAll(parts(it, depth + 1, seen)));
        }
        return parts;
    }

    private @Nullable Node whole(DocumentNode schema, List<DocumentNode> parts, String member, int depth) {
        Shape shape = Shape.of(parts);
        if (!shape.properties().isEmpty() || !shape.required().isEmpty()) {
            return object(schema, shape, member, depth);
        }
        Optional<DocumentNode> items =
                parts.stream().flatMap(it -> it.get("items").stream()).findFirst();
        if (items.isPresent()) {
            Node item = value(items.get(), member + "/0", depth + 1);
            return item == null ? null : DocumentText.list(List.of(item), schema.key());
        }
        // All parts of a text or a number say what it is; one of them gives a value.
        Optional<Node> given = parts.stream()
                .flatMap(DocumentExamples::ofSchema)
                .filter(it -> fits(it, schema))
                .map(DocumentNode::value)
                .findFirst();
        return given.isPresent() ? given.get() : lacks(schema, member);
    }

    private @Nullable Node object(DocumentNode schema, Shape shape, String member, int depth) {
        List<NodeTuple> entries = new ArrayList<>();
        int lackedBefore = lacking.size();
        for (String name : shape.required().keySet()) {
            DocumentNode property = shape.properties().get(name);
            if (property == null || !isReadOnly(property)) {
                add(name, property, shape.required().get(name), member, depth, entries);
            }
        }
        if (lacking.size() > lackedBefore) {
            return null;
        }
        if (entries.isEmpty()) {
            shape.properties().values().stream()
                    .filter(it -> !isReadOnly(it))
                    .forEach(it -> addIfGiven(it, member, depth, entries));
        }
        return entries.isEmpty() ? lacks(schema, member) : DocumentText.mapping(entries, schema.key());
    }

    private void add(
            String name,
            @Nullable DocumentNode property,
            DocumentNode required,
            String member,
            int depth,
            List<NodeTuple> entries) {
        values.meet(name);
        String pointer = member + "/" + name.replace("~", "~0").replace("/", "~1");
        DocumentNode at = property == null ? required : property;
        Node value;
        if (values.has(name)) {
            ScalarNode said = values.of(name);
            value = said == null || Interpolation.hasReference(said.getValue()) || property == null
                    ? said
                    : typed(said, files.resolved(property).orElse(property));
        } else {
            value = property == null ? lacks(at, pointer) : value(property, pointer, depth + 1);
        }
        if (value != null) {
            entries.add(new NodeTuple(DocumentText.of(name, at.key()), value));
        }
    }

    /** Where nothing is required, what has a value is the most that is known of a good body. */
    private void addIfGiven(DocumentNode property, String member, int depth, List<NodeTuple> entries) {
        List<Lack> before = lacking;
        lacking = new ArrayList<>();
        Node value = value(property, member + "/" + property.name(), depth + 1);
        lacking = before;
        if (value != null && !Fields.isEmpty(value)) {
            entries.add(new NodeTuple(DocumentText.of(property.name(), property.key()), value));
        }
    }

    /** What only answers have (OpenAPI section Schema Object). */
    private boolean isReadOnly(DocumentNode property) {
        return "true".equals(property.text("readOnly"))
                || files.resolved(property)
                        .filter(it -> "true".equals(it.text("readOnly")))
                        .isPresent();
    }

    private @Nullable Node lacks(DocumentNode at, String member) {
        lacking.add(new Lack(at, member));
        return null;
    }
}
