package dev.naysayer.dsl.source;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The node tree of a YAML text, or the problem that there is none.
 *
 * <p>The tree is walked by recursion, aliases followed: so it is neither deep nor leads back into itself, and its aliases
 * stand for not much more than what is written.
 */
public final class YamlTree {

    /** How many values all aliases of a file may stand for. */
    private static final int MOST_BY_ALIAS = 100_000;

    /** Beyond this nobody counts. */
    private static final long IMMENSE = Long.MAX_VALUE / 4;

    /** In the words of the scanner, which then tells of C's escapes. */
    private static final String TAB = "\\t(TAB)";

    private final SourceText text;
    private final Problems problems;
    private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

    public YamlTree(SourceText text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /**
     * The file's root; empty, with a problem, where it has none.
     *
     * @param beginning what a file begins with, for one that is empty
     */
    public Optional<Node> compose(String beginning) {
        try {
            Optional<Node> root = composed();
            if (root.isEmpty()) {
                problems.at(1, 1, "the file is empty", "begin with '%s'".formatted(beginning));
            }
            return root.filter(this::isBounded);
        } catch (BoundedParser.Refused e) {
            place(e.at, String.valueOf(e.getMessage()), e.nextStep);
        } catch (MarkedYamlEngineException e) {
            tell(e);
        } catch (YamlEngineException e) {
            problems.at(1, 1, "this is not YAML: " + firstLine(e), "check indentation, quotes and brackets");
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            // The scanner throws these, too, where a text ends in the middle of something.
            problems.at(1, 1, "this is not YAML", "check indentation, quotes and brackets");
        }
        return Optional.empty();
    }

    private void tell(MarkedYamlEngineException e) {
        Optional<Mark> at = e.getProblemMark().or(e::getContextMark);
        if (e.getProblem().contains(TAB)) {
            place(at, "a tab stands where YAML wants blanks", "write blanks in the place of the tab");
        } else {
            place(
                    at,
                    "this is not YAML: " + e.getProblem(),
                    "check indentation, quotes and brackets here and just above");
        }
    }

    private Optional<Node> composed() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(text.file())
                .setSchema(new CoreSchema())
                .setAllowRecursiveKeys(false)
                // The file was within its own limit.
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        StreamReader reader = new StreamReader(settings, text.text());
        return new Composer(settings, new BoundedParser(new ParserImpl(settings, reader))).getSingleNode();
    }

    private void place(Optional<Mark> mark, String message, String nextStep) {
        problems.at(
                mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, message, nextStep);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private boolean isBounded(Node root) {
        if (size(root) - sizes.size() <= MOST_BY_ALIAS) {
            return true;
        }
        problems.at(
                root,
                "the aliases of this file stand for more than %d values".formatted(MOST_BY_ALIAS),
                "write fewer of them, or what they stand for");
        return false;
    }

    /** How many values a node has with all that its aliases stand for. */
    private long size(Node node) {
        Long known = sizes.get(node);
        if (known != null) {
            return known;
        }
        long size = 1;
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                size = Math.min(IMMENSE, size + size(item));
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                size = Math.min(IMMENSE, size + size(tuple.getKeyNode()) + size(tuple.getValueNode()));
            }
        }
        sizes.put(node, size);
        return size;
    }
}
