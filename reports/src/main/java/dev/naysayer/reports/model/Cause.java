package dev.naysayer.reports.model;

import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to mend, with all that shows it in all suites: fifty cases that break one rule alike are one.
 *
 * @param id the same in every run that shows it: the rule's id, or what could not be done, and a digest of what was seen
 * @param kind what it makes of a case: VIOLATION, INCONCLUSIVE, MISCONFIGURED, WARNING, NOT_OBTAINABLE, WAIVED, or CONFORMING
 *     where it is told for information only
 * @param mover whose move it is; UNKNOWN where an earlier version recorded all that shows it
 * @param summary the rule's sentence that is broken, or why nothing could be judged
 * @param expected what would have been right; null where no rule is broken, or where that differs
 * @param actual what was seen, without what differs from case to case; null where no rule is broken
 * @param finding that of the first sighting, with the rule's words; null where nothing could be judged
 * @param sightings all that shows it, in reading order, at least one
 * @param fresh how many of them are new, or newly could not be judged, since the run that this one is compared with; 0 where it is
 *     compared with none
 * @param everywhere whether every refusal of its suites shows it, or a comparison says that
 */
public record Cause(
        String id,
        OutcomeKind kind,
        Mover mover,
        String summary,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable Finding finding,
        List<Sighting> sightings,
        int fresh,
        boolean everywhere) {

    public Cause {
        sightings = List.copyOf(sightings);
    }

    /** The broken rule's id; null where nothing could be judged. */
    public @Nullable String rule() {
        return finding == null ? null : finding.rule();
    }

    /** How binding the broken rule is; null where nothing could be judged. */
    public @Nullable String level() {
        return finding == null ? null : finding.level();
    }

    /** Whether something that shows it is new; never where the run is compared with none. */
    public boolean isNew() {
        return fresh > 0;
    }

    /** The names of the suites that show it, in reading order. */
    public List<String> suites() {
        return sightings.stream().map(Sighting::suite).distinct().toList();
    }

    /** How many cases show it. */
    public int cases() {
        return (int) sightings.stream()
                .map(Sighting::one)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /** How many comparisons show it. */
    public int comparisons() {
        return sightings.size()
                - (int) sightings.stream().filter(it -> it.one() != null).count();
    }

    /** {@code 12 cases of 3 suites}, {@code 1 comparison}. */
    public String extent() {
        String cases = cases() == 0 ? "" : Words.count(cases(), "case");
        String compared = comparisons() == 0 ? "" : Words.count(comparisons(), "comparison");
        String both = cases + (cases.isEmpty() || compared.isEmpty() ? "" : " and ") + compared;
        return suites().size() == 1 ? both : both + " of " + suites().size() + " suites";
    }
}
