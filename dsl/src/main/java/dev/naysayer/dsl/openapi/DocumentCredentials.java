package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code credentials:} of a suite, each with how the document's security scheme of the same name says that it travels. */
final class DocumentCredentials {

    private static final String KEY = "credentials";

    private final Map<String, DocumentNode> schemes;
    private final Problems problems;

    DocumentCredentials(Map<String, DocumentNode> schemes, Problems problems) {
        this.schemes = schemes;
        this.problems = problems;
    }

    /** The names that a suite has for its credentials, in any environment. */
    static Set<String> names(MappingNode suite) {
        Stream<Node> ofEnvironments = Joining.value(suite, Format.ENVIRONMENTS) instanceof MappingNode all
                ? DocumentNode.root(all).members().stream().map(DocumentNode::value)
                : Stream.of();
        return Stream.concat(Stream.of(suite), ofEnvironments)
                .map(DocumentNode::root)
                .flatMap(it -> it.get(KEY).stream())
                .flatMap(it -> it.members().stream())
                .map(DocumentNode::name)
                .collect(Collectors.toSet());
    }
    /** The suite with them completed, wherever they stand: an environment may have them all. */
    MappingNode completed(MappingNode suite) {
        boolean own = Joining.value(suite, KEY) != null;
        return Joining.with(
                suite,
                suite.getValue().stream()
                        .map(it -> isKey(it, KEY) || (!own && isKey(it, Format.ENVIRONMENTS)) ? completed(it, own) : it)
                        .toList());
    }

    private NodeTuple completed(NodeTuple entry, boolean own) {
        if (!(entry.getValueNode() instanceof MappingNode all)) {
            return entry;
        }
        return new NodeTuple(entry.getKeyNode(), own ? each(all) : inEach(all));
    }

    private MappingNode inEach(MappingNode environments) {
        return Joining.with(
                environments,
                environments.getValue().stream()
                        .map(it -> it.getValueNode() instanceof MappingNode one
                                ? new NodeTuple(it.getKeyNode(), inOne(one))
                                : it)
                        .toList());
    }

    private MappingNode inOne(MappingNode environment) {
        return Joining.with(
                environment,
                environment.getValue().stream()
                        .map(it -> isKey(it, KEY) ? completed(it, true) : it)
                        .toList());
    }

    private static boolean isKey(NodeTuple entry, String key) {
        return entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
    }

    private MappingNode each(MappingNode all) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : all.getValue()) {
            boolean known = entry.getKeyNode() instanceof ScalarNode name
                    && schemes.containsKey(name.getValue())
                    && entry.getValueNode() instanceof MappingNode;
            entries.add(known ? new NodeTuple(entry.getKeyNode(), completed(entry)) : entry);
        }
        return Joining.with(all, entries);
    }

    private MappingNode completed(NodeTuple entry) {
        MappingNode said = (MappingNode) entry.getValueNode();
        DocumentNode scheme = Objects.requireNonNull(schemes.get(((ScalarNode) entry.getKeyNode()).getValue()));
        List<NodeTuple> tuples = new ArrayList<>();
        carried(scheme).forEach((key, value) -> {
            Node own = Joining.value(said, key);
            if (own == null) {
                tuples.add(new NodeTuple(DocumentText.of(key, value), value));
            } else if (own instanceof ScalarNode other && !other.getValue().equalsIgnoreCase(value.getValue())) {
                problems.at(
                        other,
                        "the document says otherwise: '%s: %s' (%s)"
                                .formatted(key, value.getValue(), problems.position(scheme.key())),
                        "leave '%s' out, or correct the document".formatted(key));
            }
        });
        tuples.addAll(said.getValue());
        return Joining.with(said, tuples);
    }

    /** How a credential travels, by the keys that a suite has for it; nothing where no suite can say it. */
    private Map<String, ScalarNode> carried(DocumentNode scheme) {
        Map<String, ScalarNode> keys = new LinkedHashMap<>();
        String name = suiteScheme(scheme);
        if (name != null) {
            keys.put("scheme", DocumentText.of(name, scheme.key()));
        }
        if ("api-key".equals(name)) {
            scheme.get("name")
                    .map(DocumentNode::value)
                    .filter(ScalarNode.class::isInstance)
                    .ifPresent(it -> keys.put(String.valueOf(scheme.text("in")), (ScalarNode) it));
        }
        return keys;
    }

    /** What a suite calls such a scheme; null where it has no word for it. */
    static @Nullable String suiteScheme(DocumentNode scheme) {
        String type = String.valueOf(scheme.text("type"));
        return switch (type) {
            case "oauth2", "openIdConnect" -> "bearer";
            case "apiKey" ->
                Set.of("header", "query", "cookie").contains(String.valueOf(scheme.text("in"))) ? "api-key" : null;
            case "http" -> {
                String name = String.valueOf(scheme.text("scheme")).toLowerCase(Locale.ROOT);
                yield Set.of("bearer", "basic").contains(name) ? name : null;
            }
            default -> null;
        };
    }
}
