package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.BodySchema;
import dev.naysayer.dsl.DocumentPlace;
import dev.naysayer.dsl.DocumentedSchema;
import dev.naysayer.dsl.schema.SchemaLoader;
import dev.naysayer.dsl.source.JsonScalar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas of a document as JSON Schema 2020-12 that stands for itself: what references lead to is put below {@code $defs}. OpenAPI 3.0
 * has a dialect of its own, of which what has a meaning for bodies is said in the words of 2020-12.
 */
final class OpenApiSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> ONE = Set.of(
            "not",
            "if",
            "then",
            "else",
            "items",
            "contains",
            "propertyNames",
            "additionalProperties",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    /** What says nothing of whether a body is right, or is said otherwise in 2020-12. */
    private static final Set<String> LEFT_OUT = Set.of(
            "discriminator",
            "xml",
            "externalDocs",
            "example",
            "examples",
            "default",
            "nullable",
            "$schema",
            "$comment");

    /** By these a schema is looked for by another name than its place, and nobody here looks so. */
    private static final Set<String> OTHER_NAMES =
            Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor");

    /** What the schema itself is called among those that it refers to. */
    static final String ROOT = "schema";

    private static final int DEEPEST = 90;
    private static final int MOST = 5_000;

    /** A schema that is not understood: no body is held against it. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final OpenApiFiles files;
    private final boolean version30;
    private final Map<Node, @Nullable DocumentedSchema> known = new HashMap<>();

    /** @param version30 whether the document is of OpenAPI 3.0 */
    OpenApiSchemas(OpenApiFiles files, boolean version30) {
        this.files = files;
        this.version30 = version30;
    }

    /** The schema that stands there; null where it is not understood, or where a reference leads nowhere, which is told. */
    @Nullable
    DocumentedSchema of(DocumentNode schema) {
        DocumentNode meant = files.resolved(schema).orElse(null);
        if (meant == null) {
            return null;
        }
        if (!known.containsKey(meant.value())) {
            known.put(meant.value(), new Bundle().of(meant));
        }
        return known.get(meant.value());
    }

    /** One schema with all that it refers to. */
    private final class Bundle {

        private final Map<Node, String> names = new HashMap<>();
        private final Deque<DocumentNode> open = new ArrayDeque<>();
        private int count;

        @Nullable
        DocumentedSchema of(DocumentNode root) {
            try {
                ObjectNode whole = JSON.objectNode();
                whole.put("$ref", referTo(root));
                ObjectNode named = whole.putObject("$defs");
                for (DocumentNode next = open.poll(); next != null; next = open.poll()) {
                    named.set(names.get(next.value()), schema(next, 0));
                }
                DocumentPlace at = files.place(root);
                String text = whole.toString();
                return new DocumentedSchema(at, () -> compiled(at, text));
            } catch (NotUnderstood e) {
                return null;
            }
        }

        private static BodySchema compiled(DocumentPlace at, String text) throws DocumentedSchema.Unusable {
            SchemaLoader.Compiled result = SchemaLoader.compileOfDocument(at.toString(), text);
            if (result.schema() == null) {
                // What is wrong stands at its place in the document's schema, not in what was made of it.
                throw new DocumentedSchema.Unusable(
                        String.valueOf(result.fault()).replace("/$defs/" + ROOT, ""));
            }
            return result.schema();
        }

        private String referTo(DocumentNode schema) {
            String name = names.get(schema.value());
            if (name == null) {
                String last = schema.pointer().replaceFirst(".*/", "").replaceAll("[^A-Za-z0-9_.-]", "_");
                name = names.isEmpty() ? ROOT : last + "-" + names.size();
                names.put(schema.value(), name);
                open.add(schema);
            }
            return "#/$defs/" + name;
        }

        private JsonNode schema(DocumentNode at, int depth) {
            count++;
            if (depth > DEEPEST || count > MOST) {
                throw new NotUnderstood();
            }
            if (!(at.value() instanceof MappingNode)) {
                return plain(at.value(), depth);
            }
            ObjectNode written = JSON.objectNode();
            ScalarNode reference = OpenApiFiles.reference(at);
            if (reference != null) {
                written.put("$ref", referTo(files.target(reference).orElseThrow(NotUnderstood::new)));
                if (version30) {
                    return written;
                }
            }
            for (DocumentNode member : at.members()) {
                if (OTHER_NAMES.contains(member.name())) {
                    throw new NotUnderstood();
                }
                if (!LEFT_OUT.contains(member.name()) && !member.name().equals("$ref")) {
                    written.set(member.name(), keyword(member, depth));
                }
            }
            withoutWriteOnly(at, written);
            if (version30) {
                asNewer(at, written);
            }
            return written;
        }

        private JsonNode keyword(DocumentNode member, int depth) {
            if (ONE.contains(member.name())) {
                return schema(member, depth + 1);
            }
            if (LISTS.contains(member.name())) {
                ArrayNode list = JSON.arrayNode();
                member.items().forEach(it -> list.add(schema(it, depth + 1)));
                return list;
            }
            if (MAPS.contains(member.name())) {
                ObjectNode map = JSON.objectNode();
                member.members().forEach(it -> map.set(it.name(), schema(it, depth + 1)));
                return map;
            }
            return plain(member.value(), depth);
        }

        private JsonNode plain(Node value, int depth) {
            if (depth > DEEPEST) {
                throw new NotUnderstood();
            }
            if (value instanceof MappingNode) {
                ObjectNode map = JSON.objectNode();
                DocumentNode.root(value).members().forEach(it -> map.set(it.name(), plain(it.value(), depth + 1)));
                return map;
            }
            if (value instanceof SequenceNode list) {
                ArrayNode array = JSON.arrayNode();
                list.getValue().forEach(it -> array.add(plain(it, depth + 1)));
                return array;
            }
            ScalarNode scalar = (ScalarNode) value;
            JsonNode number = JsonScalar.of(scalar);
            return number == null ? JSON.stringNode(scalar.getValue()) : number;
        }

        /** What is only sent is no part of an answer, required or not. */
        private void withoutWriteOnly(DocumentNode at, ObjectNode written) {
            List<String> sent = at.get("properties").stream()
                    .flatMap(it -> it.members().stream())
                    .filter(it -> "true".equals(it.text("writeOnly")))
                    .map(DocumentNode::name)
                    .toList();
            if (!sent.isEmpty() && written.get("required") instanceof ArrayNode required) {
                ArrayNode left = JSON.arrayNode();
                required.forEach(it -> {
                    if (!sent.contains(it.asString())) {
                        left.add(it);
                    }
                });
                written.set("required", left);
            }
        }

        /** {@code nullable} and the limits that are said by {@code true} (OpenAPI 3.0 section Schema Object). */
        private void asNewer(DocumentNode at, ObjectNode written) {
            if ("true".equals(at.text("nullable")) && written.get("type") != null) {
                written.set("type", JSON.arrayNode().add(written.get("type")).add("null"));
                if (written.get("enum") instanceof ArrayNode values) {
                    values.addNull();
                }
            }
            limit(written, "minimum", "exclusiveMinimum");
            limit(written, "maximum", "exclusiveMaximum");
        }

        private static void limit(ObjectNode written, String limit, String exclusive) {
            JsonNode said = written.get(exclusive);
            if (said != null && said.isBoolean()) {
                written.remove(exclusive);
                JsonNode value = written.get(limit);
                if (said.booleanValue() && value != null) {
                    written.remove(limit);
                    written.set(exclusive, value);
                }
            }
        }
    }
}
