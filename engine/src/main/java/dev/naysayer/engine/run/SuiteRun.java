package dev.naysayer.engine.run;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.ContractCase;

/** The cases of one suite, ready to be run one by one, in any order and each alone. */
public interface SuiteRun extends AutoCloseable {

    /** What becomes of a case that was planned from the same file. */
    CaseOutcome run(ContractCase planned);

    @Override
    default void close() {}
}
