package dev.naysayer.dsl;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code scenarios:} {@code expired-token}, {@code expired-token: {status: 401, error: invalid_token}}, or a group.
 *
 * <p>A group is a short way to write many names. So what a suite says of one condition goes before any group that names it
 * too, wherever it stands.
 */
final class ScenarioParser {

    private static final String ACCEPTED = "2xx";

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final Map<String, Scenario> named = new HashMap<>();

    ScenarioParser(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    List<Scenario> parse(@Nullable Node node) {
        GroupParser groups = new GroupParser(vocabulary, name -> isKnown(name, vocabulary.conditions()), problems);
        Set<String> names = new TreeSet<>(vocabulary.conditions());
        names.addAll(vocabulary.groups().keySet());
        for (Node item : Fields.items(node, "'scenarios'", problems)) {
            Named one = Named.of(item, "a scenario", problems);
            if (one != null && vocabulary.groups().containsKey(one.name().getValue())) {
                groups.parse(one).forEach(scenario -> scenarios.putIfAbsent(scenario.condition(), scenario));
            } else if (one != null && isKnown(one.name(), meant(one, names))) {
                add(scenario(one), one.name());
            }
        }
        return List.copyOf(scenarios.values());
    }

    /** {@code expectations:} of a profile: conditions with what is right, no groups. */
    List<Scenario> expectations(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        for (Node item : Fields.items(node, "'expectations'", problems)) {
            Named one = Named.of(item, "an expectation", problems);
            if (one != null && isKnown(one.name(), vocabulary.conditions())) {
                if (Fields.isEmpty(one.value())) {
                    problems.at(
                            one.name(),
                            "nothing is expected of '%s'".formatted(one.name().getValue()),
                            "say what is right: '%s: {status: 404}'"
                                    .formatted(one.name().getValue()));
                }
                add(scenario(one), one.name());
            }
        }
        return List.copyOf(scenarios.values());
    }

    /** {@code denied:} what is right where a subject may not. */
    Scenario denied(Fields.Field field) {
        Scenario denied = scenario(new Named(field.key(), field.value()));
        if (denied.statuses() != null && denied.statuses().accepted()) {
            problems.at(
                    field.value(),
                    "whoever is denied would be let in",
                    "give the status of the refusal, 'status: 403', or name under 'allows' whoever may");
        }
        return denied;
    }

    /** Behind a misspelt name stands {@code core}, {@code all} or {@code everything}: then a group was meant. */
    private Collection<String> meant(Named one, Set<String> names) {
        return one.value() instanceof ScalarNode scalar && GroupParser.AMOUNTS.contains(scalar.getValue())
                ? vocabulary.groups().keySet()
                : names;
    }

    private boolean isKnown(ScalarNode name, Collection<String> names) {
        if (name.getValue().equals(vocabulary.control())) {
            problems.at(
                    name, "'%s' is the control".formatted(name.getValue()), "leave it out: every operation has one");
            return false;
        }
        if (!vocabulary.conditions().contains(name.getValue())) {
            problems.unknown(name, "scenario", name.getValue(), names);
            return false;
        }
        return true;
    }

    private void add(Scenario scenario, ScalarNode name) {
        Scenario earlier = named.putIfAbsent(scenario.condition(), scenario);
        if (earlier == null) {
            scenarios.put(scenario.condition(), scenario);
        } else {
            problems.at(
                    name,
                    "the scenario '%s' stands here twice".formatted(scenario.condition()),
                    "it is in line %d already: keep one of them"
                            .formatted(earlier.at().line()));
        }
    }

    private Scenario scenario(Named one) {
        Fields fields = Fields.of(one.value(), Format.SCENARIO, problems);
        return new Scenario(
                problems.position(one.name()),
                one.name().getValue(),
                statuses(fields.get("status")),
                errors(fields.get("error")));
    }

    private @Nullable Statuses statuses(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        List<ScalarNode> written = Fields.oneOrMore(node, "'status'", problems);
        written.stream()
                .filter(status -> !status.getValue().equals(ACCEPTED) && !isRefusal(status))
                .forEach(status -> problems.at(
                        status,
                        "a status is one from 400 to 499, or 2xx",
                        "write 'status: 401', or 'status: 2xx' where the credential has to get through"));
        return new Statuses(
                written.stream().anyMatch(status -> status.getValue().equals(ACCEPTED)),
                written.stream()
                        .filter(ScenarioParser::isRefusal)
                        .map(status -> Integer.valueOf(status.getValue()))
                        .distinct()
                        .toList());
    }

    private static boolean isRefusal(ScalarNode status) {
        return status.getValue().matches("4\\d\\d");
    }

    private @Nullable List<String> errors(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        return Fields.oneOrMore(node, "'error'", problems).stream()
                .map(ScalarNode::getValue)
                .distinct()
                .toList();
    }
}
