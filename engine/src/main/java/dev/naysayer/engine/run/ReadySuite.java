package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.OwnFault;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A suite whose requests can be sent.
 *
 * <p>No verdict without a control: an API that refuses everything passes every negative test. So an operation's control runs
 * before its first refusal, once, also when only that refusal was selected. Cases may be run from several threads at once.
 *
 * <p>Problem: a session that ends under way makes an API refuse what it should let in, and the control behind the refusals shows
 * that only when their tests have ended. Choice: where a good credential in another spelling is refused, the control is asked on
 * the spot, if it is one that may be sent twice. That costs a request where something is red anyway, and sends none again
 * whose verdict it changes.
 */
final class ReadySuite implements SuiteRun {

    /** A rule is broken, whether or not somebody answers for it. */
    private static final Set<OutcomeKind> BLAMED =
            EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.WAIVED, OutcomeKind.WARNING);

    private final CaseRun line;
    private final Shard shard;
    private final IssuerClient issuers;
    private final ClockSkew skew;
    private final Consumer<String> notices;
    private final ComparisonRun comparisons;
    private final Map<String, ContractCase> cases;
    private final Map<String, FirstControl> controls;
    private final Map<String, ContractCase> controlsAfter;
    private final Map<String, OutcomeKind> ended = new ConcurrentHashMap<>();
    private final WaiverUse waived;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, CaseOutcome> judged = new ConcurrentHashMap<>();
    private volatile Set<String> expected = Set.of();
    private final AtomicBoolean toldOfClock = new AtomicBoolean();
    private final AtomicBoolean spent = new AtomicBoolean();

    /**
     * @param cases of the suite as it was read with all its values, which the planned ones may lack
     * @param shard which of these are run, and compared
     * @param issuers what the credentials' sources speak through; closed with the suite
     * @param notices is told what a reader of the console has to know
     * @param parallelism how many questions of a comparison may be under way at once
     */
    ReadySuite(
            CaseRun line,
            List<ContractCase> cases,
            Shard shard,
            IssuerClient issuers,
            ClockSkew skew,
            Consumer<String> notices,
            int parallelism) {
        this.line = line;
        this.shard = shard;
        this.issuers = issuers;
        this.skew = skew;
        this.notices = notices;
        this.comparisons = new ComparisonRun(line, shard, parallelism);
        this.waived = new WaiverUse(line.outcomes().waivers(), ended);
        this.cases = cases.stream()
                .collect(Collectors.toMap(
                        ContractCase::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.controls = byOperation(CaseRole.CONTROL, it -> new FirstControl(it, () -> control(it)));
        this.controlsAfter = byOperation(CaseRole.CONTROL_AFTER, it -> it);
    }

    private <T> Map<String, T> byOperation(CaseRole role, Function<ContractCase, T> value) {
        return cases.values().stream()
                .filter(it -> it.role() == role)
                .collect(Collectors.toMap(
                        it -> it.operation().name(), value, (first, second) -> first, LinkedHashMap::new));
    }

    @Override
    public void expect(List<ContractCase> planned, boolean compared) {
        expected = (compared ? shard.of(List.copyOf(cases.values())) : planned)
                .stream().map(it -> it.operation().name()).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws Courtesy.Crowded where its request came in vain beside others; it has to be run again alone */
    @Override
    public CaseOutcome run(ContractCase planned) {
        ContractCase it = cases.getOrDefault(planned.name(), planned);
        CaseOutcome outcome = outcomeInAnyCase(it);
        ended.put(it.name(), outcome.kind());
        waived.saw(outcome);
        return outcome;
    }

    /** No error may cost a case its place in the report. */
    private CaseOutcome outcomeInAnyCase(ContractCase it) {
        try {
            return outcome(it);
        } catch (Courtesy.Crowded e) {
            throw e;
        } catch (Throwable e) {
            return line.outcomes().inconclusive(it, OwnFault.words(e));
        }
    }

    private CaseOutcome outcome(ContractCase it) {
        if (it.notApplicable() != null) {
            return line.outcomes().notApplicable(it, it.notApplicable());
        }
        CaseOutcome unsent = line.unsent(it);
        FirstControl first = controlOf(it);
        // The control that ended it all may have been sent before its turn, and tells why.
        if (unsent != null && !(it.role() == CaseRole.CONTROL && first.isKnown())) {
            return unsent;
        }
        CaseOutcome control = first.outcome();
        if (it.role() == CaseRole.CONTROL) {
            return explained(it);
        }
        return switch (control.kind()) {
            case CONFORMING, WARNING, NOT_APPLICABLE -> behindControl(it);
            case MISCONFIGURED -> line.outcomes().misconfigured(it, String.valueOf(control.reason()));
            default ->
                line.outcomes()
                        .inconclusive(it, "the control failed: " + explained(it).shortReason());
        };
    }

    /** A filter, or a rerun of what failed, leaves cases out; what is compared must not depend on that. */
    @Override
    public ComparisonOutcome compare(Suite suite, Comparison comparison) {
        cases.values().stream()
                .filter(shard::has)
                .filter(it -> !ended.containsKey(it.name()))
                .forEach(this::run);
        ComparisonOutcome outcome = compared(suite, comparison);
        waived.saw(outcome);
        return outcome;
    }

    private ComparisonOutcome compared(Suite suite, Comparison comparison) {
        try {
            return comparisons.run(suite, comparison, unjudged(), spent.get());
        } catch (Throwable e) {
            return line.outcomes()
                    .comparisons()
                    .compared(suite, comparison, Verdict.inconclusive(OwnFault.words(e)), List.of(), List.of());
        }
    }

    /** What is of no use must not depend on a filter or a rerun either: a rerun would turn a red waiver green. */
    @Override
    public List<WaiverOutcome> waivers(Suite suite, Waivers planned) {
        List<ContractCase> all = List.copyOf(cases.values());
        List<ContractCase> ours = shard.of(all);
        List<Comparison> compared = Comparisons.of(all, ours);
        waived.open(ours).forEach(this::run);
        waived.openComparisons(compared).forEach(it -> compare(suite, it));
        String target = line.outcomes().target();
        try {
            return waived.outcomes(suite, target, ours, compared, shard.isWhole());
        } catch (RuntimeException e) {
            return planned.unjudged(suite, target, OwnFault.words(e));
        }
    }

    private Set<String> unjudged() {
        return ended.entrySet().stream()
                .filter(it -> it.getValue() == OutcomeKind.INCONCLUSIVE || it.getValue() == OutcomeKind.MISCONFIGURED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private FirstControl controlOf(ContractCase it) {
        FirstControl control = controls.get(it.operation().name());
        if (control == null) {
            throw new IllegalArgumentException(
                    "the suite has no operation '" + it.operation().name() + "'");
        }
        return control;
    }

    private CaseOutcome control(ContractCase control) {
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

    /** The outcome of a case's control; where that did not get through, with what to look at. */
    private CaseOutcome explained(ContractCase it) {
        FirstControl first = controlOf(it);
        return first.outcome().kind() == OutcomeKind.INCONCLUSIVE
                ? first.explained(failed -> explained(first.it(), failed))
                : first.outcome();
    }

    private CaseOutcome explained(ContractCase it, CaseOutcome failed) {
        String shown = line.credentials().shown(it.good()).orElse(null);
        return line.outcomes().explained(it, failed, shown, elsewhere(it));
    }

    /**
     * Another control that got through.
     *
     * <p>Those before it in the suite are looked at first, then the first other one that is safe: it is asked ahead of its time, so that
     * the order of the suite decides less. What was asked by chance until now decides nothing.
     */
    private @Nullable ContractCase elsewhere(ContractCase failed) {
        Set<FirstControl> before = controls.values().stream()
                .takeWhile(it -> !it.it().equals(failed))
                .filter(it -> expected.isEmpty()
                        ? it.isKnown()
                        : expected.contains(it.it().operation().name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(
                        before.stream(),
                        controls.values().stream()
                                .filter(it -> !before.contains(it) && !it.it().equals(failed))
                                .filter(it -> shard.has(it.it()) && isAskedAhead(it.it()))
                                .limit(1))
                .filter(it -> gotThrough(it.outcome()))
                .map(FirstControl::it)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAskedAhead(ContractCase control) {
        return control.operation().isSafe() && !control.operation().endsSession() && control.notApplicable() == null;
    }

    private static boolean gotThrough(CaseOutcome control) {
        return control.kind() == OutcomeKind.CONFORMING || control.kind() == OutcomeKind.WARNING;
    }

    private CaseOutcome warned(CaseOutcome outcome, String words) {
        // Each operation finds out for itself, and whoever watches the run has to be told once.
        if (toldOfClock.compareAndSet(false, true)) {
            notices.accept(words);
        }
        return outcome.with(OutcomeKind.WARNING, words);
    }

    private CaseOutcome behindControl(ContractCase it) {
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
        return cases.values().stream()
                .filter(it -> it.operation().equals(control.operation()))
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
        return Optional.ofNullable(controlsAfter.get(it.operation().name()))
                .map(control -> controlFor(it, outcome, control))
                .filter(control -> !gotThrough(control))
                .map(control -> spent(it, outcome, String.valueOf(control.reason())))
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
