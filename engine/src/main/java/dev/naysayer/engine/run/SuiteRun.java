package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;

/** The cases of one suite, ready to be run one by one, in any order and each alone. */
public interface SuiteRun extends AutoCloseable {

    /** What becomes of a case that was planned from the same file. */
    CaseOutcome run(ContractCase planned);

    /** What a rule says of all answers of the suite together. */
    ComparisonOutcome compare(Suite suite, Comparison comparison);

    @Override
    default void close() {}
}
