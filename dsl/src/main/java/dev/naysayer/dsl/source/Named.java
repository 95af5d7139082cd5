package dev.naysayer.dsl.source;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A list item that is a name alone, {@code - expired-token}, or a name with more, {@code - expired-token: {…}}. */
public record Named(ScalarNode name, Node value) {

    public static @Nullable Named of(Node item, String what, Problems problems) {
        if (item instanceof MappingNode mapping) {
            if (mapping.getValue().size() != 1) {
                problems.at(item, what + " is one name", "indent its keys below the name, or write {…} behind it");
                return null;
            }
            ScalarNode name = Fields.scalar(mapping.getValue().get(0).getKeyNode(), what, problems);
            return name == null
                    ? null
                    : new Named(name, mapping.getValue().get(0).getValueNode());
        }
        ScalarNode name = Fields.scalar(item, what, problems);
        return name == null ? null : new Named(name, nothing(name));
    }

    private static Node nothing(ScalarNode name) {
        return new ScalarNode(Tag.NULL, true, "", name.getScalarStyle(), name.getStartMark(), name.getEndMark());
    }
}
