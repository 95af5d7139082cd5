package dev.naysayer.dsl.read;

import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code tags:} one tag or a list of them. */
final class Tags {

    /** Tag expressions are written with blanks and these characters, so a tag must not contain them. */
    private static final Pattern SYNTAX = Pattern.compile("[\\s,()&|!]");

    private Tags() {}

    static List<String> parse(@Nullable Node node, Problems problems) {
        List<ScalarNode> written = Fields.oneOrMore(node, "'tags'", problems);
        written.stream()
                .filter(tag -> SYNTAX.matcher(tag.getValue()).find())
                .forEach(tag -> problems.at(
                        tag,
                        "'%s' is no tag".formatted(tag.getValue()),
                        "leave out blanks, commas, brackets and the characters & | !"));
        return written.stream().map(ScalarNode::getValue).toList();
    }
}
