package dev.naysayer.engine.run;

import dev.naysayer.engine.evidence.Baseline;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back of each case of a suite that could be judged, by name; a later answer takes the earlier one's place. */
final class Answers {

    /** The condition under which nothing is presented. */
    private static final String NOBODY = "no-token";

    private final Map<String, Answer> byCase = new LinkedHashMap<>();

    synchronized void keep(Answer answer) {
        byCase.put(answer.it().name(), answer);
    }

    /** What this case's operation answered to the good credential and to none, as far as it was asked already. */
    synchronized Baseline baseline(ContractCase it) {
        return new Baseline(evidence(it, CaseRole.CONTROL.scenario()), evidence(it, NOBODY));
    }

    /** Null for the case itself: it cannot be compared with its own answer. */
    private @Nullable Evidence evidence(ContractCase it, String scenario) {
        Answer answer = byCase.get(it.operation().name() + " › " + scenario);
        return answer == null || it.scenario().equals(scenario) ? null : answer.evidence();
    }

    /** Forgets one that shows nothing after all. */
    synchronized void drop(String caseName) {
        byCase.remove(caseName);
    }

    /** In the order in which they came. */
    synchronized List<Answer> all() {
        return List.copyOf(byCase.values());
    }
}
