package dev.naysayer.dsl.read;

import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code environments:} what a suite changes where it is tested in one place or another; a run chooses one. */
public final class EnvironmentsParser {

    /** The setting that chooses. */
    static final String SETTING = "naysayer.env";

    /** What a setting can choose, too, without quotes on a command line. */
    public static final String NAME = "[A-Za-z0-9._-]{1,64}";

    public static final int MOST = 20;

    private static final String PROMISED =
            "say it in the suite, or write another one: an environment says where and with what is tested, not what is promised or tried";

    private static final String OBJECTS = "objects";

    /** Keys below which stand names, and what they are names of. */
    private static final Map<String, String> NAMED =
            Map.of("credentials", "credential", "subjects", "subject", OBJECTS, "parameter of objects");

    private static final Map<String, String> OTHERWISE = Map.of(
            "suite",
            "leave it out: a suite is known by its name in every environment",
            Format.USE,
            "use the part in the suite: it may have environments, too",
            Format.ENVIRONMENTS,
            "put it beside the others: an environment has none of its own");

    private final Problems problems;

    EnvironmentsParser(Problems problems) {
        this.problems = problems;
    }

    /** The environments of a suite by their names, each with the keys that it may change; none where the suite has none. */
    Map<String, MappingNode> parse(MappingNode suite) {
        Map<String, MappingNode> environments = new LinkedHashMap<>();
        Node node = Joining.value(suite, Format.ENVIRONMENTS);
        if (node == null) {
            return environments;
        }
        if (Fields.isEmpty(node)) {
            problems.at(
                    node, "'environments' names none", "write '{local: {}, staging: {target: …}}', or leave it out");
        }
        for (Fields.Field field : Fields.of(node, "'environments'", problems).all()) {
            if (!field.name().matches(NAME)) {
                problems.at(
                        field.key(),
                        "an environment cannot be called so",
                        "take letters, digits, '.', '_' and '-', at most 64");
            } else if (environments.size() == MOST) {
                problems.at(field.key(), "a suite has more than %d environments".formatted(MOST), "leave some out");
                break;
            } else {
                environments.put(field.name(), environment(field, suite));
            }
        }
        return environments;
    }

    private MappingNode environment(Fields.Field field, MappingNode suite) {
        if (!(field.value() instanceof MappingNode mapping)) {
            Fields.of(field.value(), "'%s'".formatted(field.name()), problems);
            return Joining.with(suite, List.of());
        }
        List<NodeTuple> changes = new ArrayList<>();
        Set<String> known = Format.ENVIRONMENT.names();
        for (Fields.Field key :
                Fields.of(mapping, "'%s'".formatted(field.name()), problems).all()) {
            if (known.contains(key.name())) {
                changes.add(new NodeTuple(key.key(), ofSuite(key, Joining.value(suite, key.name()))));
            } else if (Format.SUITE.names().contains(key.name())) {
                problems.at(
                        key.key(),
                        "an environment cannot change '%s'".formatted(key.name()),
                        OTHERWISE.getOrDefault(key.name(), PROMISED));
            } else {
                problems.unknown(key.key(), "key", key.name(), known);
            }
        }
        return Joining.with(mapping, changes);
    }

    /** Which credentials, subjects and objects there are is promised; where credentials come from, and ids, are not. */
    private Node ofSuite(Fields.Field changed, @Nullable Node known) {
        String one = NAMED.get(changed.name());
        if (one == null || !(changed.value() instanceof MappingNode all)) {
            return changed.value();
        }
        // A suite may leave its credentials to its environments as a whole; who asks is promised.
        if (!(known instanceof MappingNode) && one.equals("credential")) {
            return Joining.with(
                    all, all.getValue().stream().map(this::withoutRefusals).toList());
        }
        Node left = known(changed, one, all, known);
        if (changed.name().equals(OBJECTS) && known instanceof MappingNode parameters) {
            for (Fields.Field parameter : Fields.of(left, "'objects'", problems).all()) {
                if (parameter.value() instanceof MappingNode owners) {
                    known(
                            parameter,
                            "owner of {%s}".formatted(parameter.name()),
                            owners,
                            Joining.value(parameters, parameter.name()));
                }
            }
        }
        return left;
    }

    /** Without what the suite does not name. */
    private Node known(Fields.Field changed, String one, MappingNode all, @Nullable Node known) {
        Set<String> names = known instanceof MappingNode ofSuite
                ? Fields.of(ofSuite, "'%s'".formatted(changed.name()), problems).names()
                : Set.of();
        List<NodeTuple> left = new ArrayList<>();
        for (NodeTuple entry : all.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && !names.contains(name.getValue())) {
                problems.at(
                        name,
                        "the suite has no %s '%s'".formatted(one, name.getValue()),
                        names.isEmpty() ? "add it there" : Suggestion.of(name.getValue(), names));
                problems.hide(entry.getValueNode());
            } else {
                left.add(one.equals("credential") ? withoutRefusals(entry) : entry);
            }
        }
        return Joining.with(all, left);
    }

    /** What is right where a credential is wrong is promised, too. */
    private NodeTuple withoutRefusals(NodeTuple credential) {
        if (!(credential.getValueNode() instanceof MappingNode below)) {
            return credential;
        }
        List<NodeTuple> left = new ArrayList<>();
        for (NodeTuple entry : below.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(Joining.REFUSALS)) {
                problems.at(key, "an environment cannot change 'refusals'", PROMISED);
            } else {
                left.add(entry);
            }
        }
        return new NodeTuple(credential.getKeyNode(), Joining.with(below, left));
    }
}
