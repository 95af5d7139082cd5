package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.OwnFault;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A suite whose requests can be sent.
 *
 * <p>No verdict without a control: an API that refuses everything passes every negative test. So an operation's control runs
 * before its first refusal, once, also when only that refusal was selected. Cases may be run from several threads at once.
 */
final class ReadySuite implements SuiteRun {

    private final CaseRun line;
    private final Shard shard;
    private final IssuerClient issuers;
    private final IssuerDoor door;
    private final ClockSkew skew;
    private final ComparisonRun comparisons;
    private final Map<String, ContractCase> cases;
    private final Controls controls;
    private final BehindControl behindControl;
    private final Map<String, OutcomeKind> ended = new ConcurrentHashMap<>();
    /** Whose move it is, by the names of the cases. */
    private final Map<String, Mover> unjudged = new ConcurrentHashMap<>();

    private final WaiverUse waived;

    /**
     * @param cases of the suite as it was read with all its values, which the planned ones may lack
     * @param shard which of these are run, and compared
     * @param issuers what the credentials' sources speak through; closed with the suite
     * @param door through which they do
     * @param notices is told what a reader of the console has to know
     * @param parallelism how many questions of a comparison may be under way at once
     */
    ReadySuite(
            CaseRun line,
            List<ContractCase> cases,
            Shard shard,
            IssuerClient issuers,
            IssuerDoor door,
            ClockSkew skew,
            Consumer<String> notices,
            int parallelism) {
        this.line = line;
        this.shard = shard;
        this.issuers = issuers;
        this.door = door;
        this.skew = skew;
        this.comparisons = new ComparisonRun(line, shard, parallelism);
        this.waived = new WaiverUse(line.outcomes().waivers(), ended);
        this.cases = cases.stream()
                .collect(Collectors.toMap(
                        ContractCase::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        this.controls = new Controls(line, this.cases.values(), shard, skew, notices);
        this.behindControl = new BehindControl(line, this.cases.values());
    }

    @Override
    public void expect(List<ContractCase> planned, boolean compared) {
        controls.expect((compared ? shard.of(List.copyOf(cases.values())) : planned)
                .stream().map(it -> it.operation().name()).collect(Collectors.toUnmodifiableSet()));
    }

    /** @throws Courtesy.Crowded where its request came in vain beside others; it has to be run again alone */
    @Override
    public CaseOutcome run(ContractCase planned) {
        ContractCase it = cases.getOrDefault(planned.name(), planned);
        CaseOutcome outcome = outcomeInAnyCase(it);
        ended.put(it.name(), outcome.kind());
        if (outcome.kind().isUnjudged()) {
            unjudged.put(it.name(), move(outcome).mover());
        } else {
            unjudged.remove(it.name());
        }
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
            return line.outcomes().failed(it, null, e);
        }
    }

    private CaseOutcome outcome(ContractCase it) {
        if (it.notApplicable() != null) {
            return line.outcomes().notApplicable(it, it.notApplicable());
        }
        CaseOutcome unsent = line.unsent(it);
        FirstControl first = controls.of(it);
        // The control that ended it all may have been sent before its turn, and tells why.
        boolean own = it.controlName().equals(it.name());
        if (unsent != null && !(own && first.isKnown())) {
            return unsent;
        }
        CaseOutcome control = first.outcome();
        if (own) {
            return controls.explained(it);
        }
        CaseOutcome unled = controls.unled(it);
        if (unled != null) {
            return unled;
        }
        return switch (control.kind()) {
            case CONFORMING, WARNING, NOT_APPLICABLE -> it.isDenied() ? denied(it) : behindControl.run(it);
            case MISCONFIGURED -> line.outcomes().misconfigured(it, String.valueOf(control.reason()), move(control));
            default -> behindFailed(it, controls.explained(it));
        };
    }

    /** Whether the credential is good is asked before it is refused. */
    private CaseOutcome denied(ContractCase it) {
        ContractCase proof = controls.proof(it);
        CaseOutcome outcome = behindControl.run(it);
        return line.outcomes().denied(it, outcome, proof, !isNotFound(it, outcome) || controls.isThere(it));
    }

    /** Whether somebody else's object was refused as if it were not there. */
    private static boolean isNotFound(ContractCase it, CaseOutcome outcome) {
        Integer status =
                outcome.transcript() == null ? null : outcome.transcript().status();
        return it.owner() != null && status != null && status == 404;
    }

    /** What kept the control from being judged keeps the case from it. */
    private CaseOutcome behindFailed(ContractCase it, CaseOutcome control) {
        Move own = move(control);
        String because = own.because() == null ? control.shortReason() : own.because();
        return line.outcomes()
                .inconclusive(it, CaseOutcome.CONTROL_FAILED + control.shortReason(), new Move(own.mover(), because));
    }

    private static Move move(CaseOutcome unjudged) {
        return Objects.requireNonNullElse(unjudged.move(), Move.of(Mover.SUITE));
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
            return comparisons.run(suite, comparison, Map.copyOf(unjudged), behindControl.isSpent());
        } catch (Throwable e) {
            return line.outcomes()
                    .comparisons()
                    .compared(
                            suite,
                            comparison,
                            Verdict.inconclusive(OwnFault.words(e), OwnFault.mover(e)),
                            List.of(),
                            List.of());
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

    @Override
    public Examination examination() {
        return new SuiteExamination(line, controls, List.copyOf(cases.values()), issuers, door, skew).examination();
    }

    @Override
    public void close() {
        line.api().close();
        issuers.close();
    }
}
