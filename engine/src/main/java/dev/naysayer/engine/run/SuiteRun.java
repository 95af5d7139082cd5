package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import java.util.List;

/** The cases of one suite, ready to be run one by one, in any order and each alone. */
public interface SuiteRun extends AutoCloseable {

    /**
     * Tells what is going to be asked for, so that it can be sent ahead; called at most once, before all others.
     *
     * @param cases in the order in which they will be asked for
     * @param compared whether a comparison will be asked for behind them, which needs the answers to all cases of the suite
     */
    default void expect(List<ContractCase> cases, boolean compared) {}

    /** What becomes of a case that was planned from the same file. */
    CaseOutcome run(ContractCase planned);

    /** What a rule says of all answers of the suite together. */
    ComparisonOutcome compare(Suite suite, Comparison comparison);

    /**
     * What became of each waiver of the suite. What they name and was not asked for is sent now.
     *
     * @param waivers as they were planned from the same file
     */
    List<WaiverOutcome> waivers(Suite suite, Waivers waivers);

    /** What can be told of the suite before it is run; for who runs nothing else of it. */
    Examination examination();

    @Override
    default void close() {}
}
