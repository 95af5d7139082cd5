package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code values:} of a suite: what it gives by the names that the document has for it, and what of it is asked for. */
final class DocumentValues {

    private final Problems problems;
    private final Map<String, Fields.Field> values = new LinkedHashMap<>();
    private final Set<String> met = new LinkedHashSet<>();

    DocumentValues(@Nullable Node values, Problems problems) {
        this.problems = problems;
        if (values != null) {
            Fields.of(values, "'values'", problems).all().forEach(it -> this.values.put(it.name(), it));
        }
    }

    /** Something of this name is needed, wherever its value comes from. */
    void meet(String name) {
        met.add(name);
    }

    /** What is needed by these names. */
    Set<String> met() {
        return met;
    }

    /** Whether the suite says it, well or not. */
    boolean has(String name) {
        return values.containsKey(name);
    }

    /** What the suite says; null where it says nothing, or nothing that can be used, which is told. */
    @Nullable
    ScalarNode of(String name) {
        Fields.Field said = values.get(name);
        return said == null ? null : Fields.scalar(said.value(), "'%s'".formatted(name), problems);
    }

    /** Tells of what nothing asks for. */
    void tellUnused() {
        values.values().stream()
                .filter(it -> !met.contains(it.name()))
                .forEach(it -> problems.at(
                        it.key(),
                        "no operation of the document needs '%s'".formatted(it.name()),
                        met.isEmpty() ? "leave it out" : Suggestion.of(it.name(), met)));
    }
}
