package dev.naysayer.dsl.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Looks for schemas that ask for one another about the same part of a body, without end. */
final class SchemaCircle {

    private static final int LONGEST_CHAIN = 200;

    private final Map<JsonNode, SchemaText.Subschema> subschemas;
    private final List<SchemaText.Subschema> inOrder;

    /** @param subschemas by the identity of their nodes */
    SchemaCircle(Map<JsonNode, SchemaText.Subschema> subschemas, List<SchemaText.Subschema> inOrder) {
        this.subschemas = subschemas;
        this.inOrder = inOrder;
    }

    /** Of a circle every schema is asked about the same part of the body as the one before, without end. */
    Optional<SchemaText.Fault> fault() {
        Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SchemaText.Subschema start : inOrder) {
            Optional<SchemaText.Fault> fault =
                    done.contains(start.node()) ? Optional.empty() : circleFrom(start.node(), done);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Without recursion: a chain may be as long as the file. */
    private Optional<SchemaText.Fault> circleFrom(JsonNode start, Set<JsonNode> done) {
        List<JsonNode> path = new ArrayList<>(List.of(start));
        IdentityHashMap<JsonNode, Integer> places = new IdentityHashMap<>();
        places.put(start, 0);
        Deque<Iterator<JsonNode>> ahead = new ArrayDeque<>();
        ahead.push(beside(start).iterator());
        while (!ahead.isEmpty() && path.size() <= LONGEST_CHAIN) {
            if (!ahead.element().hasNext()) {
                JsonNode last = path.remove(path.size() - 1);
                ahead.pop();
                places.remove(last);
                done.add(last);
                continue;
            }
            JsonNode next = ahead.element().next();
            Integer earlier = places.get(next);
            if (earlier != null) {
                return Optional.of(circle(path.subList(earlier, path.size())));
            }
            if (!done.contains(next)) {
                places.put(next, path.size());
                path.add(next);
                ahead.push(beside(next).iterator());
            }
        }
        return ahead.isEmpty()
                ? Optional.empty()
                : Optional.of(new SchemaText.Fault(
                        "from %s on more than %d references follow one another".formatted(at(start), LONGEST_CHAIN),
                        "let references lead to what they mean at once"));
    }

    private SchemaText.Fault circle(List<JsonNode> circle) {
        String places = circle.stream().limit(4).map(this::at).collect(Collectors.joining(" → "));
        return new SchemaText.Fault(
                "it refers to itself without end: %s → %s".formatted(places, at(circle.get(0))),
                "let the reference stand where it goes into the body, below 'properties' or 'items'");
    }

    private List<JsonNode> beside(JsonNode node) {
        SchemaText.Subschema one = subschemas.get(node);
        return one == null ? List.of() : one.beside();
    }

    private String at(JsonNode node) {
        SchemaText.Subschema one = subschemas.get(node);
        return one == null ? "a boolean" : one.place();
    }
}
