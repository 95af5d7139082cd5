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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came back of each case of a suite that could be judged, by name; a later answer takes the earlier one's place. In the order of
 * the suite, since the one in which answers come is chance.
 *
 * <p>All of it only of the operations that were asked last, where the next case is judged beside it; else as much as comparisons look
 * at.
 */
final class Answers {

    private final Set<String> plan = new LinkedHashSet<>();
    private final long counterparts;
    private final Map<String, Answer> byCase = new HashMap<>();
    private final Map<String, Evidence> whole = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param plan all cases of the suite, in their order
     * @param operations at how many operations cases may be under way at once
     */
    Answers(Collection<ContractCase> plan, int operations) {
        plan.forEach(it -> this.plan.add(it.name()));
        this.counterparts = operations * mostOfAnOperation(plan);
    }

    synchronized void keep(Answer answer) {
        ContractCase it = answer.it();
        byCase.put(it.name(), new Answer(it, lean(it, answer.evidence()), answer.probe()));
        if (isCounterpart(it)) {
            whole.put(it.name(), answer.evidence());
            if (whole.size() > counterparts) {
                whole.remove(whole.keySet().iterator().next());
            }
        }
    }

    private static long mostOfAnOperation(Collection<ContractCase> plan) {
        return plan.stream()
                .filter(Answers::isCounterpart)
                .collect(Collectors.groupingBy(it -> it.operation().name(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static boolean isCounterpart(ContractCase it) {
        return it.role() == CaseRole.CONTROL || it.isNobody();
    }

    private Evidence lean(ContractCase it, Evidence full) {
        Counterparts known = full.counterparts();
        return LeanEvidence.of(
                full,
                new Counterparts(
                        known.control() == null ? null : kept(it.controlName()),
                        known.nobody() == null ? null : kept(it.nobodyName())));
    }

    private @Nullable Evidence kept(String caseName) {
        Answer answer = byCase.get(caseName);
        return answer == null ? null : answer.evidence();
    }

    /** What this case's operation answered to the good credential and to none, as far as it was asked already. */
    synchronized Counterparts counterparts(ContractCase it) {
        return new Counterparts(evidence(it, it.controlName()), evidence(it, it.nobodyName()));
    }

    /** Null for the case itself: it cannot be compared with its own answer. */
    private @Nullable Evidence evidence(ContractCase it, String caseName) {
        if (it.name().equals(caseName)) {
            return null;
        }
        Evidence all = whole.get(caseName);
        return all == null ? kept(caseName) : all;
    }

    /** What the answer to a case said in a header, in its first line of that name; empty where there is none. */
    synchronized Optional<String> header(String caseName, String header) {
        Evidence evidence = kept(caseName);
        return evidence == null
                ? Optional.empty()
                : evidence.response().headers(header).stream().findFirst();
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
