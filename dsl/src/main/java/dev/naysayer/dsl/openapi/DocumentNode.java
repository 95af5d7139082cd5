package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.source.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in a file of an OpenAPI document.
 *
 * @param key where it is named, or where it stands itself
 * @param value what it is
 * @param pointer its JSON Pointer in the file (RFC 6901)
 */
record DocumentNode(Node key, Node value, String pointer) {

    static DocumentNode root(Node root) {
        return new DocumentNode(root, root, "");
    }

    /** What a member is; empty where there is none, or where it says nothing. */
    Optional<DocumentNode> get(String name) {
        if (value instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return Fields.isEmpty(entry.getValueNode()) ? Optional.empty() : Optional.of(member(key, entry));
                }
            }
        }
        return Optional.empty();
    }

    /** All members by their names; none where it is no mapping. */
    List<DocumentNode> members() {
        List<DocumentNode> members = new ArrayList<>();
        if (value instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    members.add(member(key, entry));
                }
            }
        }
        return members;
    }

    private DocumentNode member(ScalarNode key, NodeTuple entry) {
        return new DocumentNode(key, entry.getValueNode(), pointer + "/" + escaped(key.getValue()));
    }

    /** All items; none where it is no list. */
    List<DocumentNode> items() {
        List<DocumentNode> items = new ArrayList<>();
        if (value instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                items.add(new DocumentNode(item, item, pointer + "/" + items.size()));
            }
        }
        return items;
    }

    /** The member or item that a step of a JSON Pointer leads to. */
    Optional<DocumentNode> step(String name) {
        if (value instanceof SequenceNode) {
            List<DocumentNode> items = items();
            return name.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(name) < items.size()
                    ? Optional.of(items.get(Integer.parseInt(name)))
                    : Optional.empty();
        }
        return get(name);
    }

    /** What it is called. */
    String name() {
        return key instanceof ScalarNode named ? named.getValue() : "";
    }

    /** What it says; null where it is no text. */
    @Nullable
    String text() {
        return value instanceof ScalarNode scalar && !Fields.isEmpty(value) ? scalar.getValue() : null;
    }

    /** What a member says; null where there is none, or where it is no text. */
    @Nullable
    String text(String member) {
        return get(member).map(DocumentNode::text).orElse(null);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
