package dev.naysayer.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code scenarios:} {@code expired-token}, or {@code expired-token: {status: 401, error: invalid_token}}. */
final class ScenarioParser {

    private static final Set<String> KEYS = Set.of("status", "error");

    private final Vocabulary vocabulary;
    private final Problems problems;

    ScenarioParser(Vocabulary vocabulary, Problems problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    List<Scenario> parse(@Nullable Node node) {
        Map<String, Scenario> byCondition = new LinkedHashMap<>();
        for (Node item : Fields.items(node, "'scenarios'", problems)) {
            Named named = Named.of(item, "a scenario", problems);
            if (named != null && known(named.name())) {
                add(named, byCondition);
            }
        }
        return List.copyOf(byCondition.values());
    }

    private boolean known(ScalarNode name) {
        if (name.getValue().equals(vocabulary.control())) {
            problems.at(
                    name, "'%s' is the control".formatted(name.getValue()), "leave it out: every operation has one");
            return false;
        }
        if (!vocabulary.conditions().contains(name.getValue())) {
            problems.unknown(name, "scenario", name.getValue(), vocabulary.conditions());
            return false;
        }
        return true;
    }

    private void add(Named named, Map<String, Scenario> byCondition) {
        Fields fields = Fields.of(named.value(), "a scenario", KEYS, problems);
        String condition = named.name().getValue();
        Scenario scenario = new Scenario(
                problems.position(named.name()),
                condition,
                statuses(fields.get("status")),
                errors(fields.get("error")));
        Scenario earlier = byCondition.putIfAbsent(condition, scenario);
        if (earlier != null) {
            problems.at(
                    named.name(),
                    "the scenario '%s' stands here twice".formatted(condition),
                    "it is in line %d already: keep one of them"
                            .formatted(earlier.at().line()));
        }
    }

    private @Nullable Statuses statuses(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        List<ScalarNode> written = Fields.oneOrMore(node, "'status'", problems);
        written.stream()
                .filter(status -> !status.getValue().matches("4\\d\\d"))
                .forEach(
                        status -> problems.at(status, "a refusal has a status from 400 to 499", "write 'status: 401'"));
        return Statuses.refused(written.stream()
                .map(ScalarNode::getValue)
                .filter(status -> status.matches("4\\d\\d"))
                .map(Integer::valueOf)
                .toList());
    }

    private @Nullable List<String> errors(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        return Fields.oneOrMore(node, "'error'", problems).stream()
                .map(ScalarNode::getValue)
                .toList();
    }
}
