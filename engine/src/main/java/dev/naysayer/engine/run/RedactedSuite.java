package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Redaction;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.List;

/**
 * A suite whose outcomes are made brief where they may be, and looked through, before they leave it.
 *
 * <p>Who asks for an outcome looks through it, and not who made it: what waits to be told may hold what only since is known as a
 * secret of another case.
 */
record RedactedSuite(SuiteRun suite, Redaction redaction) implements SuiteRun {

    @Override
    public void expect(List<ContractCase> cases, boolean compared) {
        suite.expect(cases, compared);
    }

    @Override
    public CaseOutcome run(ContractCase planned) {
        return redaction.of(suite.run(planned).brief());
    }

    @Override
    public ComparisonOutcome compare(Suite of, Comparison comparison) {
        return redaction.of(suite.compare(of, comparison).brief());
    }

    /** What the suite's file says is left as it is. */
    @Override
    public List<WaiverOutcome> waivers(Suite of, Waivers waivers) {
        return suite.waivers(of, waivers);
    }

    @Override
    public Examination examination() {
        return suite.examination().said(redaction.text());
    }

    @Override
    public void close() {
        suite.close();
    }
}
