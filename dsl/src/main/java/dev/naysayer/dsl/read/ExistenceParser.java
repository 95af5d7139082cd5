package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code existence:} of a suite and of its operations: whether who may not see an object may learn that it is there. */
public final class ExistenceParser {

    private static final String HIDDEN = "hidden";
    public static final Set<String> KNOWN = Set.of(HIDDEN, "told");

    private final Problems problems;
    private final @Nullable Position byDefault;

    /** @param ofSuite what the suite says for all its operations, or null */
    ExistenceParser(Problems problems, ObjectParser objects, @Nullable Node ofSuite) {
        this.problems = problems;
        this.byDefault = hidden(ofSuite);
        if (ofSuite != null && objects.isEmpty()) {
            problems.at(
                    ofSuite,
                    "the suite has no objects whose existence could be told or hidden",
                    "say whose they are under 'objects', or leave 'existence' out");
        }
    }

    /**
     * Where it is said that what belongs to somebody is hidden; null where it may be told.
     *
     * @param hasObjects whether anything in the operation's path belongs to anybody
     */
    @Nullable
    Position hidden(@Nullable Node node, boolean hasObjects) {
        Position here = hidden(node);
        if (node != null && !hasObjects) {
            problems.at(
                    node,
                    "nothing in this path belongs to a subject, so there is nothing to hide",
                    "give its parameter values under 'objects', or leave 'existence' out");
        }
        return hasObjects && node == null ? byDefault : here;
    }

    private @Nullable Position hidden(@Nullable Node node) {
        ScalarNode word = Fields.scalar(node, "'existence'", problems);
        if (word != null && !KNOWN.contains(word.getValue())) {
            problems.unknown(word, "existence", word.getValue(), KNOWN);
        }
        return word != null && word.getValue().equals(HIDDEN) ? problems.position(word) : null;
    }
}
