package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.format.ConditionNames;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A group of conditions: {@code jwt: core}, {@code jwt: [alg-none]}, or {@code jwt: {take: all, without: alg-none}}. */
public final class GroupParser {

    /** What {@code take} may say, and what may stand for a group without it. */
    public static final Set<String> AMOUNTS = Set.of("core", "all", GroupParser.EVERYTHING);

    private static final String EVERYTHING = "everything";

    private static final String HOW =
            Objects.requireNonNull(Format.GROUP.key("take").orElseThrow().missing());

    private final Vocabulary vocabulary;
    private final Predicate<ScalarNode> known;
    private final PromiseParser promises;
    private final Problems problems;

    /** @param known whether a name is a condition's, telling the problem where it is none */
    GroupParser(Vocabulary vocabulary, Predicate<ScalarNode> known, PromiseParser promises, Problems problems) {
        this.vocabulary = vocabulary;
        this.known = known;
        this.promises = promises;
        this.problems = problems;
    }

    /** What the group stands for; where the item lists names, each has the place of its own name. */
    List<Scenario> parse(Named group) {
        String name = group.name().getValue();
        if (Fields.isEmpty(group.value())) {
            problems.at(group.name(), "'%s' is a group of conditions".formatted(name), which(name));
            return List.of();
        }
        if (group.value() instanceof SequenceNode) {
            return listed(name, group.value());
        }
        if (group.value() instanceof ScalarNode scalar) {
            return scenarios(group, conditions(name, scalar, which(name)), Promise.NONE);
        }
        Fields fields = Fields.of(group.value(), "'%s'".formatted(name), Format.GROUP, problems);
        return scenarios(group, taken(name, fields), promises.parse(fields, PromiseParser.Place.MANY));
    }

    /** {@code core} by itself does not say of what. */
    void wanted(ScalarNode amount) {
        String some = amount.getValue();
        problems.at(
                amount,
                "'%s' is taken of a group, and none is named".formatted(some),
                vocabulary.groups().keySet().stream()
                        .sorted()
                        .map(group -> "'%s: %s'".formatted(group, some))
                        .collect(Collectors.joining(", ", "write one or more of ", "")));
    }

    private List<Scenario> listed(String group, Node list) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Node item : Fields.items(list, "'%s'".formatted(group), problems)) {
            if (!(item instanceof ScalarNode name)) {
                problems.at(
                        item, "a list of '%s' holds names alone".formatted(group), "give this one an item of its own");
            } else if (known.test(name)) {
                scenarios.add(new Scenario(problems.position(name), name.getValue(), Promise.NONE));
            }
        }
        return scenarios;
    }

    /** A group of which nothing is left would be a suite that tests less than its author thinks. */
    private List<Scenario> scenarios(Named group, @Nullable List<String> conditions, Promise promise) {
        if (conditions == null) {
            return List.of();
        }
        if (conditions.isEmpty()) {
            problems.at(
                    group.name(),
                    "no condition of '%s' is left".formatted(group.name().getValue()),
                    "take more of it, or leave the item out");
        }
        return conditions.stream()
                .map(condition ->
                        new Scenario(problems.position(group.name()), condition, Promise.NONE).inGroup(promise))
                .toList();
    }

    private @Nullable List<String> taken(String group, Fields fields) {
        ScalarNode take = Fields.scalar(fields.require("take"), "'take'", problems);
        boolean everything = take != null && take.getValue().equals(EVERYTHING);
        Set<String> without = without(group, everything, fields.get("without"));
        List<String> conditions = take == null ? null : conditions(group, take, HOW);
        return conditions == null
                ? null
                : conditions.stream()
                        .filter(condition -> !without.contains(condition))
                        .toList();
    }

    private @Nullable List<String> conditions(String group, ScalarNode take, String nextStep) {
        return switch (take.getValue()) {
            case "core" -> names(group).core();
            case "all" -> names(group).all();
            case EVERYTHING -> names(group).everything();
            default -> {
                problems.at(take, "of '%s' a suite takes core, all or everything".formatted(group), nextStep);
                yield null;
            }
        };
    }

    private Set<String> without(String group, boolean everything, @Nullable Node node) {
        List<String> taken =
                everything ? names(group).everything() : names(group).all();
        List<ScalarNode> written = Fields.oneOrMore(node, "'without'", problems);
        for (ScalarNode name : written) {
            if (!taken.contains(name.getValue())) {
                problems.at(
                        name,
                        "'%s: %s' does not take '%s'"
                                .formatted(group, everything ? EVERYTHING : "all", name.getValue()),
                        vocabulary.conditions().contains(name.getValue())
                                ? "it is not taken anyway: leave it out here"
                                : Suggestion.of(name.getValue(), taken));
            }
        }
        return written.stream().map(ScalarNode::getValue).collect(Collectors.toSet());
    }

    private ConditionNames names(String group) {
        return Objects.requireNonNull(vocabulary.groups().get(group));
    }

    private static String which(String group) {
        return "say which: '%s: core', '%s: all', '%s: everything' or a list of names".formatted(group, group, group);
    }
}
