package dev.naysayer.dsl.read;

import dev.naysayer.dsl.OperationPromises;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What stands below an operation of its refusals: {@code refusals}, {@code except}, and conditions by their names. */
final class OperationPromiseParser {

    private final Problems problems;
    private final RefusalParser refusals;
    private final PromiseParser promises;
    private final Set<String> conditions;
    private final Set<String> scenarios;

    /**
     * @param conditions all that there are
     * @param scenarios those of the suite; empty where they have a problem already
     */
    OperationPromiseParser(
            Problems problems, Interpolation interpolation, Set<String> conditions, Set<String> scenarios) {
        this.problems = problems;
        this.refusals = new RefusalParser(problems, interpolation);
        this.promises = new PromiseParser(problems, interpolation);
        this.conditions = conditions;
        this.scenarios = scenarios;
    }

    /** What may stand below an operation beside its own keys. */
    Set<String> conditions() {
        return conditions;
    }

    OperationPromises parse(Fields fields) {
        Map<String, Promise> own = new LinkedHashMap<>();
        for (Fields.Field field : fields.all()) {
            if (conditions.contains(field.name()) && isScenario(field.key())) {
                String name = "'%s'".formatted(field.name());
                own.put(
                        field.name(),
                        promises.parse(
                                Fields.of(field.value(), name, Format.SCENARIO, problems),
                                PromiseParser.Place.OPERATION_AND_SCENARIO));
            }
        }
        return new OperationPromises(
                refusals.parse(fields.get("refusals"), Format.OPERATION_REFUSALS),
                own,
                except(fields.get("except"), own.keySet()));
    }

    /** @param expected the conditions of which the operation says what is right */
    private Map<String, String> except(@Nullable Node node, Set<String> expected) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (node == null) {
            return reasons;
        }
        for (Fields.Field field :
                Fields.of(node, "'except'", conditions, problems).all()) {
            ScalarNode reason = Fields.words(field.value(), "'%s'".formatted(field.name()), problems);
            if (expected.contains(field.name())) {
                problems.at(
                        field.key(),
                        "'%s' is left out here, and beside it stands what is right".formatted(field.name()),
                        "keep one of them");
            }
            if (reason != null && conditions.contains(field.name()) && isScenario(field.key())) {
                reasons.put(field.name(), reason.getValue().strip().replaceAll("\\s+", " "));
            }
        }
        return reasons;
    }

    private boolean isScenario(ScalarNode name) {
        if (scenarios.isEmpty() || scenarios.contains(name.getValue())) {
            return true;
        }
        problems.at(
                name,
                "the suite has no scenario '%s'".formatted(name.getValue()),
                "add it to 'scenarios', or leave it out here");
        return false;
    }
}
