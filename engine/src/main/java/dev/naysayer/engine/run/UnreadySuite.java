package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Outcomes;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.List;

/** A suite of which nothing can be sent: every case ends with the reason, once each. */
record UnreadySuite(Outcomes outcomes, String reason) implements SuiteRun {

    @Override
    public CaseOutcome run(ContractCase planned) {
        return outcomes.misconfigured(planned, reason, Move.of(Mover.SUITE));
    }

    @Override
    public ComparisonOutcome compare(Suite suite, Comparison comparison) {
        return outcomes.comparisons().uncompared(suite, comparison, reason, Move.of(Mover.SUITE));
    }

    @Override
    public List<WaiverOutcome> waivers(Suite suite, Waivers waivers) {
        return waivers.unjudged(suite, outcomes.target(), reason);
    }

    @Override
    public Examination examination() {
        return new Examination(0, 0, () -> List.of(Diagnosis.ill("suite", reason)), () -> 0);
    }
}
