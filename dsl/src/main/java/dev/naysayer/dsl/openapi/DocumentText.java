package dev.naysayer.dsl.openapi;

import java.util.List;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a document says in other words, as if it stood there in the words of a suite: so whoever reads it knows its place. */
final class DocumentText {

    private DocumentText() {}

    /** @param at what says it in the document */
    static ScalarNode of(String text, Node at) {
        return new ScalarNode(Tag.STR, true, text, ScalarStyle.PLAIN, at.getStartMark(), at.getEndMark());
    }

    static SequenceNode list(List<? extends Node> items, Node at) {
        return new SequenceNode(Tag.SEQ, true, List.copyOf(items), FlowStyle.FLOW, at.getStartMark(), at.getEndMark());
    }

    static MappingNode mapping(List<NodeTuple> entries, Node at) {
        return new MappingNode(Tag.MAP, true, entries, FlowStyle.FLOW, at.getStartMark(), at.getEndMark());
    }

    /** An item of {@code operations:}, {@code GET /orders: {…}}. */
    static MappingNode item(ScalarNode name, Node keys) {
        return mapping(List.of(new NodeTuple(name, keys)), name);
    }
}
