package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.OwnFault;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A suite whose requests can be sent.
 *
 * <p>No verdict without a control: an API that refuses everything passes every negative test. So an operation's control runs
 * before its first refusal, once, also when only that refusal was selected.
 *
 * <p>Problem: a session that ends under way makes an API refuse what it should let in, and the control behind the refusals shows
 * that only when their tests have ended. Choice: where a good credential in another spelling is refused, the control is asked on
 * the spot, if it is one that may be sent twice. That costs a request where something is red anyway, and sends none again
 * whose verdict it changes.
 */
final class ReadySuite implements SuiteRun {

    private final CaseRun line;
    private final Shard shard;
    private final IssuerClient issuers;
    private final ClockSkew skew;
    private final Consumer<String> notices;
    private final ComparisonRun comparisons;
    private final Map<String, ContractCase> cases;
    private final Map<String, OutcomeKind> ended = new ConcurrentHashMap<>();
    private final Map<String, ContractCase> controlCases;
    private final Map<String, CaseOutcome> controls = new ConcurrentHashMap<>();
    private final Map<String, CaseOutcome> explained = new ConcurrentHashMap<>();
    private final Map<String, String> lastSent = new ConcurrentHashMap<>();
    private final AtomicBoolean toldOfClock = new AtomicBoolean();
    private final AtomicBoolean spent = new AtomicBoolean();

    /**
     * @param suite read with all its values, which the planned cases may lack
     * @param shard which of its cases are run, and compared
     * @param issuers what the credentials' sources speak through; closed with the suite
     * @param notices is told what a reader of the console has to know
     */
    ReadySuite(CaseRun line, Suite suite, Shard shard, IssuerClient issuers, ClockSkew skew, Consumer<String> notices) {
        this.line = line;
        this.shard = shard;
        this.issuers = issuers;
        this.skew = skew;
        this.notices = notices;
        this.comparisons = new ComparisonRun(line, shard);
        this.cases = CasePlan.of(suite).stream()
                .collect(Collectors.toMap(
                        ContractCase::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.controlCases = cases.values().stream()
                .filter(it -> it.role() == CaseRole.CONTROL)
                .collect(Collectors.toMap(
                        it -> it.operation().name(),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    @Override
    public CaseOutcome run(ContractCase planned) {
        ContractCase it = cases.getOrDefault(planned.name(), planned);
        CaseOutcome outcome = outcomeInAnyCase(it);
        ended.put(it.name(), outcome.kind());
        return outcome;
    }

    /** No error may cost a case its place in the report. */
    private CaseOutcome outcomeInAnyCase(ContractCase it) {
        try {
            return outcome(it);
        } catch (Throwable e) {
            return line.outcomes().inconclusive(it, OwnFault.words(e));
        }
    }

    private CaseOutcome outcome(ContractCase it) {
        if (it.notApplicable() != null) {
            return line.outcomes().notApplicable(it, it.notApplicable());
        }
        CaseOutcome unsent = line.unsent(it);
        // The control that ended it all may have been sent before its turn, and tells why.
        boolean known = it.role() == CaseRole.CONTROL
                && controls.containsKey(it.operation().name());
        if (unsent != null && !known) {
            return unsent;
        }
        CaseOutcome control = controls.computeIfAbsent(it.operation().name(), this::control);
        if (it.role() == CaseRole.CONTROL) {
            return explained(it.operation().name(), control);
        }
        return switch (control.kind()) {
            case CONFORMING, WARNING, NOT_APPLICABLE -> behindControl(it);
            case MISCONFIGURED -> line.outcomes().misconfigured(it, String.valueOf(control.reason()));
            default ->
                line.outcomes()
                        .inconclusive(
                                it,
                                "the control failed: "
                                        + explained(it.operation().name(), control)
                                                .shortReason());
        };
    }

    /** A filter, or a rerun of what failed, leaves cases out; what is compared must not depend on that. */
    @Override
    public ComparisonOutcome compare(Suite suite, Comparison comparison) {
        cases.values().stream()
                .filter(shard::has)
                .filter(it -> !ended.containsKey(it.name()))
                .forEach(this::run);
        try {
            return comparisons.run(suite, comparison, unjudged(), spent.get());
        } catch (Throwable e) {
            return line.outcomes()
                    .comparisons()
                    .compared(suite, comparison, Verdict.inconclusive(OwnFault.words(e)), List.of(), List.of());
        }
    }

    private Set<String> unjudged() {
        return ended.entrySet().stream()
                .filter(it -> it.getValue() == OutcomeKind.INCONCLUSIVE || it.getValue() == OutcomeKind.MISCONFIGURED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private ContractCase controlCase(String operation) {
        ContractCase control = controlCases.get(operation);
        if (control == null) {
            throw new IllegalArgumentException("the suite has no operation '" + operation + "'");
        }
        return control;
    }

    private CaseOutcome control(String operation) {
        ContractCase control = controlCase(operation);
        if (control.notApplicable() != null) {
            return line.outcomes().notApplicable(control, control.notApplicable());
        }
        CaseOutcome outcome = line.run(control);
        return skew.of(outcome.transcript())
                .map(words -> outcome.kind() == OutcomeKind.CONFORMING
                        ? warned(outcome, words)
                        : outcome.with(outcome.kind(), outcome.reason() + "; and " + words))
                .orElse(outcome);
    }

    private CaseOutcome explained(String operation, CaseOutcome control) {
        return control.kind() == OutcomeKind.INCONCLUSIVE
                ? explained.computeIfAbsent(operation, name -> explained(controlCase(name), control))
                : control;
    }

    private CaseOutcome explained(ContractCase it, CaseOutcome failed) {
        String sent = line.credentials().shown(it.good()).orElse(null);
        return line.outcomes().explained(it, failed, sent, elsewhere(it));
    }

    /** Another control that got through. One that is safe is asked ahead of its time, so that the order of the suite decides less. */
    private @Nullable ContractCase elsewhere(ContractCase failed) {
        List<ContractCase> others =
                controlCases.values().stream().filter(it -> !it.equals(failed)).toList();
        return others.stream()
                .filter(it -> gotThrough(controls.get(it.operation().name())))
                .findFirst()
                .or(() -> others.stream()
                        .filter(it -> !controls.containsKey(it.operation().name()))
                        .filter(it -> it.operation().isSafe() && !it.operation().endsSession())
                        .filter(it -> it.notApplicable() == null)
                        .limit(1)
                        .filter(it -> gotThrough(
                                controls.computeIfAbsent(it.operation().name(), this::control)))
                        .findFirst())
                .orElse(null);
    }

    private static boolean gotThrough(@Nullable CaseOutcome control) {
        return control != null && (control.kind() == OutcomeKind.CONFORMING || control.kind() == OutcomeKind.WARNING);
    }

    private CaseOutcome warned(CaseOutcome outcome, String words) {
        // Each operation finds out for itself, and whoever watches the run has to be told once.
        if (toldOfClock.compareAndSet(false, true)) {
            notices.accept(words);
        }
        return outcome.with(OutcomeKind.WARNING, words);
    }

    private CaseOutcome behindControl(ContractCase it) {
        String operation = it.operation().name();
        CaseOutcome outcome = unlessSpent(it, line.run(it));
        if (it.role() == CaseRole.CONTROL_AFTER && outcome.kind() == OutcomeKind.INCONCLUSIVE) {
            spent.compareAndSet(false, Outcomes.didNotGetThrough(outcome));
            return line.outcomes().damaged(it, outcome, lastSent.get(operation));
        }
        if (outcome.transcript() != null) {
            lastSent.put(operation, it.name());
        }
        return outcome;
    }

    private CaseOutcome unlessSpent(ContractCase it, CaseOutcome outcome) {
        // What an API may refuse as well proves nothing by being refused.
        boolean onlyLettingInIsRight = it.expectation().statuses().refusals().isEmpty();
        if (!onlyLettingInIsRight || !isRefused(it, outcome)) {
            return outcome;
        }
        return cases.values().stream()
                .filter(other -> other.role() == CaseRole.CONTROL_AFTER)
                .filter(other -> other.operation().equals(it.operation()))
                .findFirst()
                .map(line::run)
                .filter(control -> !gotThrough(control))
                .map(control -> spent(it, outcome, String.valueOf(control.reason())))
                .orElse(outcome);
    }

    private static boolean isRefused(ContractCase it, CaseOutcome outcome) {
        boolean blamed = outcome.kind() == OutcomeKind.VIOLATION || outcome.kind() == OutcomeKind.WARNING;
        return blamed
                && outcome.transcript() != null
                && outcome.transcript().status() != null
                && !it.letsIn(outcome.transcript().status());
    }

    private CaseOutcome spent(ContractCase it, CaseOutcome outcome, String why) {
        line.answers().drop(it.name());
        return line.outcomes().spent(outcome, why);
    }

    @Override
    public void close() {
        line.api().close();
        issuers.close();
    }
}
