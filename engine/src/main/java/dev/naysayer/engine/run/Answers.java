package dev.naysayer.engine.run;

import dev.naysayer.engine.evidence.Counterparts;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came back of each case of a suite that could be judged, by name; a later answer takes the earlier one's place. In the order of
 * the suite, since the one in which answers come is chance.
 *
 * <p>All of it only of the operations that were asked last, where the next case is judged beside it; else as much as comparisons look
 * at.
 */
final class Answers {

    /** The condition under which nothing is presented. */
    private static final String NOBODY = "no-token";

    private final Set<String> plan = new LinkedHashSet<>();
    private final int operations;
    private final Map<String, Answer> byCase = new HashMap<>();
    private final Map<String, Evidence> whole = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param plan all cases of the suite, in their order
     * @param operations at how many operations cases may be under way at once
     */
    Answers(Collection<ContractCase> plan, int operations) {
        plan.forEach(it -> this.plan.add(it.name()));
        this.operations = operations;
    }

    synchronized void keep(Answer answer) {
        ContractCase it = answer.it();
        byCase.put(it.name(), new Answer(it, lean(it, answer.evidence()), answer.probe()));
        if (isCounterpart(it)) {
            whole.put(it.name(), answer.evidence());
            if (whole.size() > 2 * operations) {
                whole.remove(whole.keySet().iterator().next());
            }
        }
    }

    private static boolean isCounterpart(ContractCase it) {
        return it.scenario().equals(CaseRole.CONTROL.scenario())
                || it.scenario().equals(NOBODY);
    }

    private Evidence lean(ContractCase it, Evidence full) {
        Counterparts known = full.counterparts();
        return LeanEvidence.of(
                full,
                new Counterparts(
                        known.control() == null ? null : kept(it, CaseRole.CONTROL.scenario()),
                        known.nobody() == null ? null : kept(it, NOBODY)));
    }

    private @Nullable Evidence kept(ContractCase it, String scenario) {
        Answer answer = byCase.get(name(it, scenario));
        return answer == null ? null : answer.evidence();
    }

    /** What this case's operation answered to the good credential and to none, as far as it was asked already. */
    synchronized Counterparts counterparts(ContractCase it) {
        return new Counterparts(evidence(it, CaseRole.CONTROL.scenario()), evidence(it, NOBODY));
    }

    /** Null for the case itself: it cannot be compared with its own answer. */
    private @Nullable Evidence evidence(ContractCase it, String scenario) {
        if (it.scenario().equals(scenario)) {
            return null;
        }
        Evidence all = whole.get(name(it, scenario));
        return all == null ? kept(it, scenario) : all;
    }

    private static String name(ContractCase it, String scenario) {
        return it.operation().name() + " › " + scenario;
    }

    /** Forgets one that shows nothing after all. */
    synchronized void drop(String caseName) {
        byCase.remove(caseName);
        whole.remove(caseName);
    }

    /** In the order of the suite. */
    synchronized List<Answer> all() {
        return plan.stream().map(byCase::get).filter(Objects::nonNull).toList();
    }
}
