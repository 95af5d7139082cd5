package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One requirement that can be judged only from several answers: pure functions, without network, clock or log. */
public interface Comparison {

    RuleInfo info();

    /** The name of the test that tells what it comes to; several may share one. */
    default String test() {
        return info().id();
    }

    /** How strictly a suite is judged by it that has words of its own for what it is about; null where it has none. */
    default @Nullable Standing declared(Suite suite) {
        return null;
    }

    /**
     * Whether a suite has something to compare, which decides whether it gets a test.
     *
     * @param planned the suite's cases, none of which has been sent yet
     */
    boolean concerns(List<ContractCase> planned);

    /** Whether it is about what answers to log-ins and logouts do to cookies, too: only then they are among the answers. */
    default boolean hearsOfLogins() {
        return false;
    }

    /**
     * What has to be asked besides; only that is sent which the suite allows.
     *
     * @param answers to the suite's own cases
     */
    default List<Question> questions(List<Answer> answers) {
        return List.of();
    }

    /**
     * What the answers say together.
     *
     * @param answers to the suite's own cases, and behind them to the questions
     */
    Verdict judge(List<Answer> answers);
}
