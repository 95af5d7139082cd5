package dev.naysayer.dsl.read;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.YamlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * {@code use:} of a suite and of its parts. Each file goes before those that it uses, and of those the later before the earlier; one
 * that several use stands behind all of them.
 */
public final class PartsReader {

    /** What a part's file name ends with: another ending than a suite's, so that nobody runs it. */
    static final String SUFFIX = ".part.yaml";

    private static final int MOST_PARTS = 20;

    /** What only a suite itself can say, and why. */
    private static final Map<String, String> OWN = Map.of(
            "suite", "leave it out: each suite has a name of its own",
            "operations", "list them in the suites: each case stands at a line of its suite",
            "keep-bodies", "say it in the suite: it is a promise about the data of one API");

    /** What a part may say: all that a suite says, but for its own. */
    public static final Form FORM = Format.SUITE.some("a part of a suite", shared(), "");

    private final Problems problems;
    private final SuiteFolder folder;
    private final Joining joining;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<MappingNode> farthestFirst = new ArrayList<>();
    private long characters;
    private boolean whole = true;

    PartsReader(Problems problems, SuiteFolder folder, Joining joining) {
        this.problems = problems;
        this.folder = folder;
        this.joining = joining;
    }

    /** The suite joined with all that it uses; empty where a part cannot be read, since nobody knows then what the suite lacks. */
    Optional<Node> read(SourceText text, Node suite) {
        if (!(suite instanceof MappingNode mapping)) {
            return Optional.of(suite);
        }
        characters = text.text().length();
        follow(mapping, List.of(text.file()));
        return whole ? Optional.of(joined()) : Optional.empty();
    }

    /** What the parts are called, by their paths from the suite's folder on, in the order in which they were met. */
    Set<String> names() {
        return read;
    }

    private Node joined() {
        return farthestFirst.stream()
                .reduce((farther, nearer) -> joining.join(nearer, farther))
                .orElseThrow();
    }

    private void follow(MappingNode file, List<String> way) {
        Set<String> here = new HashSet<>();
        for (ScalarNode name : Fields.oneOrMore(Joining.value(file, Format.USE), "'use'", problems)) {
            if (!here.add(name.getValue())) {
                problems.at(name, "'%s' stands here twice".formatted(name.getValue()), "keep one of them");
            } else if (isPart(name)) {
                follow(name, way);
            }
        }
        farthestFirst.add(file);
    }

    private void follow(ScalarNode name, List<String> way) {
        String part = folder.called(name, name.getValue());
        if (way.contains(part)) {
            Stream<String> circle = Stream.concat(way.subList(way.indexOf(part), way.size()).stream(), Stream.of(part));
            refuse(
                    name,
                    "'%s' uses itself: %s".formatted(part, circle.collect(Collectors.joining(" uses "))),
                    "take one of them out of 'use'");
        } else if (read.size() == MOST_PARTS && !read.contains(part)) {
            refuse(name, "a suite uses more than %d parts".formatted(MOST_PARTS), "put what is used together into one");
        } else if (read.add(part)) {
            if (root(name, part).orElse(null) instanceof MappingNode root) {
                follow(root, Stream.concat(way.stream(), Stream.of(part)).toList());
            } else {
                whole = false;
            }
        }
    }

    private Optional<Node> root(ScalarNode name, String part) {
        try {
            SourceText text = new SourceText(part, folder.read(name, name.getValue()));
            characters += text.text().length();
            if (characters > folder.limit()) {
                problems.at(
                        name,
                        "with '%s' the suite and its parts are larger than %s"
                                .formatted(part, UserFile.shown(folder.limit())),
                        "take out what is not needed, or allow more MiB with " + UserFile.LIMIT_SETTING);
                return Optional.empty();
            }
            Problems ofPart = problems.joined(text);
            LiteralSecrets.find(text, ofPart);
            Optional<Node> root = new YamlTree(text, ofPart).compose("credentials: {bearer: …}");
            root.ifPresent(it -> check(it, ofPart));
            return root;
        } catch (SuiteFolder.Unreachable e) {
            problems.at(name, String.valueOf(e.getMessage()), e.nextStep);
            return Optional.empty();
        }
    }

    private void refuse(Node node, String message, String nextStep) {
        problems.at(node, message, nextStep);
        whole = false;
    }

    private boolean isPart(ScalarNode name) {
        String file = name.getValue();
        if (Interpolation.hasReference(file)) {
            refuse(
                    name,
                    "the name of a part is no reference",
                    "write the name itself; what differs from place to place goes into 'environments'");
        } else if (file.endsWith(SuiteReader.SUFFIX)) {
            refuse(
                    name,
                    "'%s' is a suite, and would be run as one".formatted(file),
                    "put what both have in common into a file whose name ends with " + SUFFIX);
        } else if (!file.endsWith(SUFFIX)) {
            refuse(name, "'%s' is no part of a suite".formatted(file), "the name of a part ends with " + SUFFIX);
        } else {
            return true;
        }
        return false;
    }

    private static Set<String> shared() {
        Set<String> shared = new TreeSet<>(Format.SUITE.names());
        shared.removeAll(OWN.keySet());
        return shared;
    }

    private static void check(Node root, Problems problems) {
        Set<String> shared = FORM.names();
        for (Fields.Field field : Fields.of(root, FORM.name(), problems).all()) {
            String why = OWN.get(field.name());
            if (why != null) {
                problems.at(field.key(), "a part cannot say '%s'".formatted(field.name()), why);
            } else if (!shared.contains(field.name())) {
                problems.unknown(field.key(), "key", field.name(), shared);
            } else if (field.name().equals("waivers")) {
                checkWaivers(field.value(), problems);
            }
        }
    }

    /** One that hides nothing any more in one suite says the line to delete, and may still be needed in the next. */
    private static void checkWaivers(@Nullable Node waivers, Problems problems) {
        if (waivers instanceof SequenceNode list) {
            list.getValue().stream()
                    .filter(MappingNode.class::isInstance)
                    .forEach(waiver -> problems.at(
                            waiver,
                            "a part cannot waive anything itself",
                            "write it into a file whose name ends with %s, which says of which suites it is, and name that"
                                    .formatted(WaiversParser.SUFFIX)));
        }
    }
}
