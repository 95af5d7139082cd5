package dev.naysayer.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one clause in a run.
 *
 * @param source {@code RFC 6750 section 3.1}
 * @param link its address, or null where there is none
 * @param levels how binding its rules are
 * @param rules the rules that it is behind
 * @param operations at how many operations one of them judged something
 * @param broken how many verdicts say that it is broken
 * @param undecided how many could not decide
 * @param kept how many say that it is kept
 */
public record ClauseCoverage(
        String source,
        @Nullable String link,
        List<String> levels,
        List<String> rules,
        int operations,
        int broken,
        int undecided,
        int kept) {

    public ClauseCoverage {
        levels = List.copyOf(levels);
        rules = List.copyOf(rules);
    }

    public boolean tested() {
        return broken + undecided + kept > 0;
    }
}
