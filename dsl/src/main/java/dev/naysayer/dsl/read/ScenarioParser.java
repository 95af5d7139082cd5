package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Declared;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Statuses;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Named;
import dev.naysayer.dsl.source.Problems;
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

    private final Vocabulary vocabulary;
    private final Problems problems;
    private final PromiseParser promises;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final Map<String, Scenario> named = new HashMap<>();
    private final Map<String, Promise> ofGroups = new HashMap<>();

    ScenarioParser(Vocabulary vocabulary, Problems problems, Interpolation interpolation) {
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.promises = new PromiseParser(problems, interpolation);
    }

    List<Scenario> parse(@Nullable Node node) {
        GroupParser groups =
                new GroupParser(vocabulary, name -> isKnown(name, vocabulary.conditions()), promises, problems);
        Set<String> names = new TreeSet<>(vocabulary.conditions());
        names.addAll(vocabulary.groups().keySet());
        for (Node item : Fields.items(node, "'scenarios'", problems)) {
            Named one = Named.of(item, "a scenario", problems);
            if (one != null && vocabulary.groups().containsKey(one.name().getValue())) {
                groups.parse(one).forEach(this::addOfGroup);
            } else if (one != null && GroupParser.AMOUNTS.contains(one.name().getValue())) {
                groups.wanted(one.name());
            } else if (one != null && isKnown(one.name(), meant(one, names))) {
                add(scenario(one, Format.SCENARIO), one.name());
            }
        }
        return scenarios.values().stream()
                .map(scenario -> scenario.inGroup(ofGroups.getOrDefault(scenario.condition(), Promise.NONE)))
                .toList();
    }

    /** Of two groups that name it the first goes before. */
    private void addOfGroup(Scenario scenario) {
        scenarios.putIfAbsent(scenario.condition(), scenario);
        ofGroups.merge(scenario.condition(), scenario.group(), Promise::or);
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
                add(scenario(one, Format.SCENARIO), one.name());
            }
        }
        return List.copyOf(scenarios.values());
    }

    /** {@code denied:} what is right where a subject may not. */
    Scenario denied(Fields.Field field) {
        Scenario denied = scenario(new Named(field.key(), field.value()), Format.SCENARIO);
        Declared<Statuses> statuses = denied.promise().statuses();
        if (statuses != null && statuses.value().accepted()) {
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

    private Scenario scenario(Named one, Form form) {
        return new Scenario(
                problems.position(one.name()),
                one.name().getValue(),
                promises.parse(Fields.of(one.value(), form, problems), PromiseParser.Place.SCENARIO));
    }
}
