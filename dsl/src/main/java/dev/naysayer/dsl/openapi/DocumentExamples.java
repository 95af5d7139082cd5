package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.source.Interpolation;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The values that a document gives for something, the first of which is taken. None is made up. */
final class DocumentExamples {

    /** Deeper than any body that a suite may have. */
    private static final int DEEPEST = 60;

    private final OpenApiFiles files;

    DocumentExamples(OpenApiFiles files) {
        this.files = files;
    }

    /**
     * {@code example} and {@code examples} of a parameter or a media type.
     *
     * @param keys what an Example Object calls its value, {@code value} and {@code dataValue}
     */
    Stream<DocumentNode> of(DocumentNode holder, Set<String> keys) {
        Stream<DocumentNode> several = holder.get("examples").stream()
                .flatMap(it -> it.members().stream())
                .flatMap(it -> files.resolved(it).stream())
                .flatMap(it -> keys.stream().sorted().flatMap(key -> it.get(key).stream()));
        return Stream.concat(holder.get("example").stream(), several);
    }

    /** {@code example}, {@code examples}, {@code default}, {@code const} and {@code enum} of a schema. */
    static Stream<DocumentNode> ofSchema(DocumentNode schema) {
        return Stream.of(
                        schema.get("example").stream(),
                        schema.get("examples").stream().flatMap(it -> it.items().stream()),
                        schema.get("default").stream(),
                        schema.get("const").stream(),
                        schema.get("enum").stream().flatMap(it -> it.items().stream()))
                .flatMap(it -> it);
    }

    /** Whether nothing in it looks like a reference: what a document says is sent as it is, and leads nowhere. */
    static boolean isPlain(Node value) {
        return isPlain(value, 0);
    }

    private static boolean isPlain(Node value, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (value instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .allMatch((NodeTuple it) ->
                            isPlain(it.getKeyNode(), depth + 1) && isPlain(it.getValueNode(), depth + 1));
        }
        return value instanceof SequenceNode list
                ? list.getValue().stream().allMatch(it -> isPlain(it, depth + 1))
                : !Interpolation.hasReference(((ScalarNode) value).getValue());
    }
}
