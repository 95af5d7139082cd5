package dev.naysayer.engine.rule.comparison;

import dev.naysayer.engine.plan.ContractCase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What operations have to answer alike. */
final class Operations {

    static final String NOTHING_TO_COMPARE = "no condition was refused by two operations";

    private static final String HIDES = "hide-existence";

    private Operations() {}

    /** Whether one condition is tried on two operations. */
    static boolean sharesACondition(List<ContractCase> planned) {
        return planned.stream()
                .filter(Answer::isPlanned)
                .collect(Collectors.groupingBy(it -> it.condition().info().name(), Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** Refusals whose condition was refused by another operation too; not those that hide that there is something. */
    static List<Answer> comparable(List<Answer> answers) {
        Map<String, Set<String>> operations = refusals(answers).stream()
                .collect(Collectors.groupingBy(
                        Answer::condition, Collectors.mapping(Answer::operation, Collectors.toSet())));
        return refusals(answers).stream()
                .filter(it -> operations.getOrDefault(it.condition(), Set.of()).size() > 1)
                .toList();
    }

    private static List<Answer> refusals(Collection<Answer> answers) {
        return answers.stream()
                .filter(Answer::refusesCase)
                .filter(it -> it.status() != 404
                        || !it.it().suite().rules().profiles().contains(HIDES))
                .toList();
    }
}
