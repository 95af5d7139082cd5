package dev.naysayer.dsl.schema;

import dev.naysayer.dsl.BoundedPatterns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A schema as a tree of JSON, looked through before it is compiled: where its references lead, and whether they end.
 *
 * <p>The validator follows a reference when a body is held against it. One that leads nowhere, to another host, or in a circle
 * that never goes into the body would be found only then, and be told of the API.
 */
final class SchemaText {

    /** Something wrong at a place in the schema. */
    record Fault(String message, String nextStep) {}

    private static final int MOST_SUBSCHEMAS = 5_000;

    private static final String OWN_PLACE = "naysayer:///schema";
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/";

    private static final Set<String> SAME_PLACE = Set.of("not", "if", "then", "else");
    private static final Set<String> SAME_PLACE_LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> SAME_PLACE_MAPS = Set.of("dependentSchemas");
    private static final Set<String> FURTHER = Set.of(
            "items",
            "contains",
            "propertyNames",
            "additionalProperties",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema");
    private static final Set<String> FURTHER_LISTS = Set.of("prefixItems");
    private static final Set<String> FURTHER_MAPS = Set.of("properties", "patternProperties", "$defs", "definitions");

    /**
     * One schema in the schema.
     *
     * @param at its JSON pointer
     * @param base the URI of the resource in which it stands
     * @param beside those that are asked about the very same part of the body
     */
    record Subschema(JsonNode node, String at, String base, List<JsonNode> beside) {

        /** Its place, for people. */
        String place() {
            return shown(at);
        }
    }

    private final IdentityHashMap<JsonNode, Subschema> subschemas = new IdentityHashMap<>();
    private final List<Subschema> inOrder = new ArrayList<>();
    private final Map<String, JsonNode> places = new HashMap<>();
    private final Map<String, List<JsonNode>> dynamicAnchors = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private SchemaText() {}

    /** What is wrong with a schema; empty where it can be compiled and used. */
    static List<Fault> faults(JsonNode root) {
        SchemaText text = new SchemaText();
        text.collect(root, "", OWN_PLACE);
        text.places.putIfAbsent(OWN_PLACE, root);
        if (text.inOrder.size() > MOST_SUBSCHEMAS) {
            return List.of(new Fault(
                    "it has more than %d schemas in it".formatted(MOST_SUBSCHEMAS),
                    "describe error bodies only, and leave out what they do not use"));
        }
        // What a reference leads to may be a schema that no keyword has shown to be one.
        for (int i = 0; i < text.inOrder.size() && i <= MOST_SUBSCHEMAS; i++) {
            text.check(text.inOrder.get(i));
        }
        if (text.faults.isEmpty()) {
            new SchemaCircle(text.subschemas, text.inOrder).fault().ifPresent(text.faults::add);
        }
        return text.faults;
    }

    private void collect(JsonNode root, String rootAt, String rootBase) {
        Deque<Subschema> open = new ArrayDeque<>();
        open.push(new Subschema(root, rootAt, rootBase, new ArrayList<>()));
        while (!open.isEmpty() && inOrder.size() <= MOST_SUBSCHEMAS) {
            Subschema found = open.pop();
            if (!found.node().isObject() || subschemas.containsKey(found.node())) {
                continue;
            }
            Subschema one = named(found);
            subschemas.put(one.node(), one);
            inOrder.add(one);
            one.node().properties().forEach(entry -> below(one, entry.getKey(), entry.getValue(), open));
        }
    }

    /** Keeps the names under which a schema can be referred to. */
    private Subschema named(Subschema found) {
        String id = text(found.node(), "$id");
        String base = id == null
                ? found.base()
                : SchemaPlace.resolved(found.base(), id)
                        .map(SchemaPlace::resource)
                        .orElse(found.base());
        if (id != null) {
            places.putIfAbsent(base, found.node());
        }
        for (String keyword : List.of("$anchor", "$dynamicAnchor")) {
            String anchor = text(found.node(), keyword);
            if (anchor != null) {
                places.putIfAbsent(base + "#" + anchor, found.node());
            }
        }
        String dynamic = text(found.node(), "$dynamicAnchor");
        if (dynamic != null) {
            dynamicAnchors.computeIfAbsent(dynamic, name -> new ArrayList<>()).add(found.node());
        }
        return new Subschema(found.node(), found.at(), base, found.beside());
    }

    private void below(Subschema owner, String keyword, JsonNode value, Deque<Subschema> open) {
        String at = owner.at() + "/" + escaped(keyword);
        boolean beside =
                SAME_PLACE.contains(keyword) || SAME_PLACE_LISTS.contains(keyword) || SAME_PLACE_MAPS.contains(keyword);
        if (SAME_PLACE.contains(keyword) || FURTHER.contains(keyword)) {
            push(owner, value, at, beside, open);
        } else if ((SAME_PLACE_LISTS.contains(keyword) || FURTHER_LISTS.contains(keyword)) && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                push(owner, value.get(i), at + "/" + i, beside, open);
            }
        } else if ((SAME_PLACE_MAPS.contains(keyword) || FURTHER_MAPS.contains(keyword)) && value.isObject()) {
            value.properties()
                    .forEach(entry -> push(owner, entry.getValue(), at + "/" + escaped(entry.getKey()), beside, open));
        }
    }

    private static void push(Subschema owner, JsonNode node, String at, boolean beside, Deque<Subschema> open) {
        open.push(new Subschema(node, at, owner.base(), new ArrayList<>()));
        if (beside) {
            owner.beside().add(node);
        }
    }

    private void check(Subschema one) {
        for (String keyword : List.of("$ref", "$dynamicRef")) {
            String reference = text(one.node(), keyword);
            if (reference != null) {
                refer(one, keyword, reference);
            }
        }
        Stream<String> patterns = Stream.concat(
                Stream.ofNullable(text(one.node(), "pattern")),
                Optional.ofNullable(one.node().get("patternProperties")).stream()
                        .flatMap(patterned -> patterned.propertyNames().stream()));
        patterns.forEach(pattern -> BoundedPatterns.fault(pattern)
                .ifPresent(fault -> faults.add(new Fault(
                        "the pattern at %s is no regular expression: %s".formatted(one.place(), fault),
                        "mend the pattern"))));
        String draft = text(one.node(), "$schema");
        if (draft != null && !draft.replaceFirst("#$", "").equals(META_SCHEMA + "schema")) {
            faults.add(new Fault(
                    "it says to be written for '%s'".formatted(draft),
                    "write it for JSON Schema 2020-12, and leave '$schema' out or say '%sschema'"
                            .formatted(META_SCHEMA)));
        }
    }

    private void refer(Subschema from, String keyword, String reference) {
        String where = "'%s' at %s".formatted(keyword, from.place());
        String target = SchemaPlace.resolved(from.base(), reference).orElse(null);
        if (target == null) {
            faults.add(new Fault(
                    "%s is no URI: '%s'".formatted(where, reference), "write it as '#/$defs/name' or '#anchor'"));
            return;
        }
        if (target.startsWith(META_SCHEMA) && !places.containsKey(SchemaPlace.resource(target))) {
            return;
        }
        if (!places.containsKey(SchemaPlace.resource(target))) {
            faults.add(new Fault(
                    "%s leads out of the file, to '%s': nothing is ever fetched".formatted(where, reference),
                    "put what it refers to below '$defs', and refer to '#/$defs/name'"));
            return;
        }
        JsonNode node = node(target);
        if (node == null) {
            faults.add(new Fault(
                    "%s leads to '%s', where nothing is".formatted(where, reference), "name a place that exists"));
            return;
        }
        collect(node, shown(reference), SchemaPlace.resource(target));
        from.beside().add(node);
        if (keyword.equals("$dynamicRef")) {
            String anchor = SchemaPlace.fragment(target);
            from.beside().addAll(dynamicAnchors.getOrDefault(anchor, List.of()));
        }
    }

    private @Nullable JsonNode node(String target) {
        JsonNode named = places.get(target.endsWith("#") ? SchemaPlace.resource(target) : target);
        String fragment = SchemaPlace.fragment(target);
        if (named != null || !fragment.startsWith("/")) {
            return named;
        }
        try {
            JsonNode resource = places.get(SchemaPlace.resource(target));
            JsonNode node = resource == null ? null : resource.at(JsonPointer.compile(fragment));
            return node == null || node.isMissingNode() ? null : node;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String shown(String pointer) {
        return pointer.isEmpty() ? "the root" : pointer;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String text(JsonNode node, String keyword) {
        JsonNode value = node.get(keyword);
        return value != null && value.isString() ? value.asString() : null;
    }
}
