package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.Shards;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one outcome of what each shard says of a waiver: it is of no use only where no shard has a use for it, and none is missing.
 */
final class ShardWaivers {

    private ShardWaivers() {}

    /**
     * One waiver.
     *
     * @param parts what each shard says of it, at least one
     * @param shards which shards there are, or null where the run is not of shards
     * @param comparisons of all shards, some of which only all of them together break
     */
    static RecordedWaiver together(
            List<RecordedWaiver> parts, @Nullable Shards shards, List<RecordedComparison> comparisons) {
        RecordedWaiver first = parts.get(0);
        WaiverOutcome outcome = first.outcome();
        if (shards == null) {
            return first;
        }
        int findings =
                Math.max(parts.stream().mapToInt(it -> it.outcome().findings()).sum(), compared(outcome, comparisons));
        // One that began before midnight does not know it yet.
        if (parts.stream().anyMatch(it -> it.outcome().state() == WaiverState.EXPIRED)) {
            return with(first, outcome.judged(WaiverState.EXPIRED, findings, null));
        }
        if (findings > 0) {
            return with(first, outcome.judged(WaiverState.IN_USE, findings, null));
        }
        return parts.stream()
                .filter(it -> it.outcome().state() == WaiverState.UNJUDGED)
                .findFirst()
                .orElseGet(() -> with(first, unmatched(outcome, shards)));
    }

    private static int compared(WaiverOutcome waiver, List<RecordedComparison> comparisons) {
        return (int) comparisons.stream()
                .map(it -> it.outcome().finding())
                .filter(it -> it.violated() && waiver.covers(it.rule()))
                .count();
    }

    private static WaiverOutcome unmatched(WaiverOutcome outcome, Shards shards) {
        return shards.missing().isEmpty()
                ? outcome.judged(WaiverState.UNMATCHED, 0, null)
                : outcome.judged(WaiverState.UNMATCHED_IN_SHARD, 0, null);
    }

    private static RecordedWaiver with(RecordedWaiver it, WaiverOutcome outcome) {
        return new RecordedWaiver(it.origin(), outcome);
    }
}
