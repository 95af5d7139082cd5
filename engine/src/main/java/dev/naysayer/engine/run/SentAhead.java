package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A suite whose requests are sent ahead of who asks for their outcomes, several at once.
 *
 * <p>Problem: build tools want tests one after the other on one thread: their reports, listeners and re-runs count on it. Choice:
 * workers take the cases in the order of the plan, a bounded number ahead, and whoever asks for an outcome waits for it. What has to
 * be told is told by the asking thread, so nothing of JUnit is called by a worker.
 */
final class SentAhead implements SuiteRun {

    private static final String NOT_JUDGED = "not judged: " + RunEnd.STOPPED.words();
    private static final Move ENDED = new Move(RunEnd.STOPPED.mover(), RunEnd.STOPPED.because());

    private final SuiteRun suite;
    private final List<ContractCase> plan;
    private final Outcomes outcomes;
    private final Surroundings surroundings;
    private final Queue<String> notices;
    private final Workers workers;

    /**
     * @param suite may be asked by several threads
     * @param plan all cases of the suite that are run here, in their order
     * @param notices what the suite wants to have told, by whatever thread
     * @param parallelism how many cases may be under way at once
     */
    SentAhead(
            SuiteRun suite,
            List<ContractCase> plan,
            Courtesy courtesy,
            Outcomes outcomes,
            Surroundings surroundings,
            Queue<String> notices,
            int parallelism) {
        this.suite = suite;
        this.plan = plan;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.notices = notices;
        this.workers = new Workers(courtesy, surroundings, parallelism);
    }

    @Override
    public void expect(List<ContractCase> cases, boolean compared) {
        suite.expect(cases, compared);
        Set<String> wanted = cases.stream().map(ContractCase::name).collect(Collectors.toCollection(HashSet::new));
        workers.add((compared ? plan : cases)
                .stream()
                        .map(it -> Step.of(it, () -> suite.run(it), wanted.contains(it.name())))
                        .toList());
    }

    /** A case that nobody expected is done behind all others. */
    @Override
    public CaseOutcome run(ContractCase planned) {
        Step step = workers.named(planned.name(), () -> Step.alone(planned.name(), () -> suite.run(planned)));
        Object outcome = outcome(step);
        return outcome == null ? outcomes.inconclusive(planned, NOT_JUDGED, ENDED) : (CaseOutcome) outcome;
    }

    @Override
    public ComparisonOutcome compare(Suite of, Comparison comparison) {
        String name = "comparison › " + comparison.info().id();
        Object outcome = outcome(workers.added(Step.alone(name, () -> suite.compare(of, comparison))));
        return outcome == null
                ? outcomes.comparisons().uncompared(of, comparison, NOT_JUDGED, ENDED)
                : (ComparisonOutcome) outcome;
    }

    @Override
    public List<WaiverOutcome> waivers(Suite of, Waivers waivers) {
        Object outcome = outcome(workers.added(Step.alone("waivers", () -> new Waived(suite.waivers(of, waivers)))));
        return outcome == null ? waivers.unjudged(of, outcomes.target(), NOT_JUDGED) : ((Waived) outcome).outcomes();
    }

    @Override
    public Examination examination() {
        return suite.examination();
    }

    /** A step has one outcome. */
    private record Waived(List<WaiverOutcome> outcomes) {}

    private @Nullable Object outcome(Step step) {
        return workers.outcome(step, () -> {
            tell();
            surroundings.progress().tick();
        });
    }

    /** Only who asks for outcomes tells anything. */
    private void tell() {
        for (String notice = notices.poll(); notice != null; notice = notices.poll()) {
            surroundings.notices().accept(notice);
        }
    }

    @Override
    public void close() {
        if (!surroundings.runEnd().hasCome() && workers.sentAgain() > 0) {
            notices.add(
                    "requests came in vain beside others and were sent again alone: %d".formatted(workers.sentAgain()));
        }
        tell();
        workers.end();
        suite.close();
        workers.join();
    }
}
