package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Two mappings as one, of which the nearer goes before: mappings are joined key by key, a text or a list of the nearer stands in the
 * place of the farther, and a key without a value takes the farther's away. Each node keeps the file it came from.
 */
public final class Joining {

    /** Told of what is left out because the nearer says it too. */
    public interface Dropped {
        void value(List<String> path, Node value);
    }

    public static final String REFUSALS = "refusals";

    /** Keys of a suite below which it is said what is right. */
    private static final Set<String> PROMISES = Set.of(REFUSALS, Subjects.DENIED, "conditions");

    /** Keys of a scenario below which stand names, and behind each what it has to be. */
    private static final Set<String> DEMANDS = Set.of("challenge", "headers", "body");

    private final Dropped dropped;

    public Joining(Dropped dropped) {
        this.dropped = dropped;
    }

    public MappingNode join(MappingNode nearer, MappingNode farther) {
        return join(List.of(), nearer, farther);
    }

    private MappingNode join(List<String> path, MappingNode nearer, MappingNode farther) {
        List<String> ofSuite = ofSuite(path);
        boolean ofDemands = isOfDemands(ofSuite);
        UnaryOperator<String> same = isInAnyCase(ofSuite) ? it -> it.toLowerCase(Locale.ROOT) : it -> it;
        Map<String, Node> behind = new HashMap<>();
        farther.getValue().forEach(it -> behind.putIfAbsent(name(it, same), it.getValueNode()));
        boolean otherSources =
                isOfSources(ofSuite) && nearer.getValue().stream().anyMatch(Joining::isSource);
        List<NodeTuple> joined = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (NodeTuple entry : nearer.getValue()) {
            String name = name(entry, same);
            said.add(name);
            Node other = behind.get(name);
            if (other == null) {
                joined.add(entry);
            } else if (!ofDemands
                    && entry.getValueNode() instanceof MappingNode mine
                    && other instanceof MappingNode theirs) {
                joined.add(new NodeTuple(entry.getKeyNode(), join(below(path, name), mine, theirs)));
            } else {
                dropped.value(below(path, name), other);
                if (!Fields.isEmpty(entry.getValueNode())) {
                    joined.add(entry);
                }
            }
        }
        for (NodeTuple entry : farther.getValue()) {
            String name = name(entry, same);
            if (otherSources && isSource(entry) && !said.contains(name)) {
                dropped.value(below(path, name), entry.getValueNode());
            } else if (!said.contains(name)) {
                joined.add(entry);
            }
        }
        return with(nearer, joined);
    }

    /** The same mapping with other entries. */
    public static MappingNode with(MappingNode mapping, List<NodeTuple> entries) {
        return new MappingNode(
                mapping.getTag(), true, entries, mapping.getFlowStyle(), mapping.getStartMark(), mapping.getEndMark());
    }

    /** The value of a key, or null where there is none. */
    public static @Nullable Node value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(it -> it.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    /** Token sources are asked one after the other: they are a list, though it is written as a mapping. */
    private static boolean isOfSources(List<String> path) {
        return (path.size() == 2 && path.get(0).equals("credentials"))
                || (path.size() == 3 && path.get(0).equals("subjects"));
    }

    /** Of a parameter, a header or a member one thing is asked: {@code equals} of one file does not go with {@code matches} of another. */
    private static boolean isOfDemands(List<String> path) {
        return path.size() > 1 && isOfPromises(path) && DEMANDS.contains(path.get(path.size() - 1));
    }

    private static boolean isOfPromises(List<String> path) {
        boolean ofCredential = path.size() > 2
                && path.get(0).equals("credentials")
                && path.get(2).equals(REFUSALS);
        return ofCredential || PROMISES.contains(path.get(0));
    }

    private static boolean isInAnyCase(List<String> path) {
        return path.equals(List.of("headers"))
                || (isOfDemands(path) && !path.get(path.size() - 1).equals("body"));
    }

    /** An environment has keys as a suite has them. */
    private static List<String> ofSuite(List<String> path) {
        return path.size() > 1 && path.get(0).equals("environments") ? path.subList(2, path.size()) : path;
    }

    private static boolean isSource(NodeTuple entry) {
        return entry.getValueNode() instanceof MappingNode
                && !(entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(REFUSALS));
    }

    /** What is no text as a key is like no other, and told where it is read. */
    private static String name(NodeTuple entry, UnaryOperator<String> same) {
        return entry.getKeyNode() instanceof ScalarNode key
                ? same.apply(key.getValue())
                : "\0" + System.identityHashCode(entry);
    }

    private static List<String> below(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
