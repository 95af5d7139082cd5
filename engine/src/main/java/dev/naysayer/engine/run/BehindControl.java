package dev.naysayer.engine.run;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cases behind an operation's control, and whether the good credential is still good.
 *
 * <p>Problem: a session that ends under way makes an API refuse what it should let in, and the control behind the refusals shows
 * that only when their tests have ended. Choice: where a good credential in another spelling is refused, the control is asked on
 * the spot, if it is one that may be sent twice. That costs a request where something is red anyway, and sends none again
 * whose verdict it changes.
 */
final class BehindControl {

    /** A rule is broken, whether or not somebody answers for it. */
    private static final Set<OutcomeKind> BLAMED =
            EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.WAIVED, OutcomeKind.WARNING);

    private final CaseRun line;
    private final Collection<ContractCase> cases;
    private final Map<String, ContractCase> controlsAfter;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, CaseOutcome> judged = new ConcurrentHashMap<>();
    private final AtomicBoolean spent = new AtomicBoolean();

    /** @param cases all of the suite, in their order */
    BehindControl(CaseRun line, Collection<ContractCase> cases) {
        this.line = line;
        this.cases = cases;
        this.controlsAfter = cases.stream()
                .filter(it -> it.role() == CaseRole.CONTROL_AFTER)
                .collect(Collectors.toMap(ContractCase::controlName, Function.identity(), (first, second) -> first));
    }

    /** Whether the good credential got through before the refusals and does not any more. */
    boolean isSpent() {
        return spent.get();
    }

    /** @throws Courtesy.Crowded where its request, or the control's, came in vain beside others */
    CaseOutcome run(ContractCase it) {
        CaseOutcome known = judged.remove(it.name());
        CaseOutcome outcome = unlessSpent(it, known == null ? line.run(it) : known);
        if (it.role() == CaseRole.CONTROL_AFTER && outcome.kind() == OutcomeKind.INCONCLUSIVE) {
            spent.compareAndSet(false, Outcomes.didNotGetThrough(outcome));
            return line.outcomes().damaged(it, outcome, lastSentBefore(it));
        }
        if (outcome.transcript() != null) {
            sent.add(it.name());
        }
        return outcome;
    }

    /** By the order of the suite: when each was sent is chance. */
    private @Nullable String lastSentBefore(ContractCase control) {
        return cases.stream()
                .filter(it -> it.operation().name().equals(control.operation().name()))
                .map(ContractCase::name)
                .takeWhile(name -> !name.equals(control.name()))
                .filter(sent::contains)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private CaseOutcome unlessSpent(ContractCase it, CaseOutcome outcome) {
        // What an API may refuse as well proves nothing by being refused.
        boolean onlyLettingInIsRight = it.expectation().statuses().refusals().isEmpty();
        if (!onlyLettingInIsRight || !isRefused(it, outcome)) {
            return outcome;
        }
        return Optional.ofNullable(controlsAfter.get(it.controlName()))
                .map(control -> controlFor(it, outcome, control))
                .filter(control -> !Controls.gotThrough(control))
                .map(control -> spent(it, outcome, control))
                .orElse(outcome);
    }

    /** Where the control came in vain beside others, only it is sent again: what the API answered stays its answer. */
    private CaseOutcome controlFor(ContractCase it, CaseOutcome outcome, ContractCase control) {
        try {
            return line.run(control);
        } catch (Courtesy.Crowded e) {
            judged.put(it.name(), outcome);
            throw e;
        }
    }

    private static boolean isRefused(ContractCase it, CaseOutcome outcome) {
        return BLAMED.contains(outcome.kind())
                && outcome.transcript() != null
                && outcome.transcript().status() != null
                && !it.letsIn(outcome.transcript().status());
    }

    private CaseOutcome spent(ContractCase it, CaseOutcome outcome, CaseOutcome control) {
        line.answers().drop(it.name());
        return line.outcomes().spent(outcome, control);
    }
}
