package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Subjects;
import dev.naysayer.engine.plan.ContractCase;
import java.util.List;
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
                .collect(Collectors.groupingBy(Answer::variation, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }

    /** How a case of the suite was refused; not where that hides that there is something. */
    static List<Answer> refusals(List<Answer> answers) {
        return answers.stream()
                .filter(Answer::refusesCase)
                .filter(it -> it.status() != 404 || !mayHide(it.it()))
                .toList();
    }

    /** Of somebody else's object an API may hide at one operation what it tells at another. */
    private static boolean mayHide(ContractCase it) {
        return it.condition().info().name().equals(Subjects.FOREIGN)
                || it.suite().rules().profiles().contains(HIDES);
    }
}
