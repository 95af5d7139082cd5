package dev.naysayer.engine.rule.comparison.page;

import dev.naysayer.dsl.RuleChoice;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.comparison.Answer;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.standard.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule about what pages of other origins can do with an API.
 *
 * <p>Problem: Fetch says MUST to browsers and to nobody else, and an API without pages need not know of it. Choice: the rule is advice
 * until a suite says by {@code browsers} that pages call its API: then the suite promises what Fetch makes of it.
 */
interface OfPages extends Comparison {

    /** Brings these rules to a suite that names no pages, which is then told so. */
    String PROFILE = "browsers";

    /** How strictly a suite is judged that names pages. */
    Standing PROMISED = new Standing(Level.MUST, RuleChoice.THE_SUITE, "The suite says 'browsers'.");

    @Override
    default @Nullable Standing declared(Suite suite) {
        return suite.browsers() == null ? null : PROMISED;
    }

    @Override
    default boolean concerns(List<ContractCase> planned) {
        // The profile asks for it, so a suite that names no pages is told so.
        return planned.stream().anyMatch(it -> it.role() == CaseRole.CONTROL || Answer.isPlanned(it));
    }
}
