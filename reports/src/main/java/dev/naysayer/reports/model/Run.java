package dev.naysayer.reports.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which run a report is of, and how far it came.
 *
 * @param stamp the same in all files of one report, and in no other
 * @param ids the run's id; several where several processes gave themselves one
 * @param started when the first case began
 * @param finished when the last process ended, or null where one did not: then cases may be missing
 * @param processes all that ran tests of it, in the order in which they began
 * @param shards which parts of all cases are in the report, or null where it is not of shards
 * @param missing tests that ended without an outcome, by their name
 * @param notes what a reader has to know who trusts in the numbers, a sentence each: of what this was put together
 * @param parts the names of the suites of which only a part was asked for: a filter, or somebody's choice of single tests, left out others
 * @param circumstances of what it was, and what it was told; null where that is not known, or differs between its parts
 */
public record Run(
        String stamp,
        List<String> ids,
        Instant started,
        @Nullable Instant finished,
        List<RunProcess> processes,
        @Nullable Shards shards,
        List<String> missing,
        List<String> notes,
        List<String> parts,
        @Nullable Circumstances circumstances) {

    public Run {
        ids = List.copyOf(ids);
        processes = List.copyOf(processes);
        missing = List.copyOf(missing);
        // There was no such thing before form 4.
        notes = notes == null ? List.of() : List.copyOf(notes);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** Of which nobody knows what it was told. */
    public Run(
            String stamp,
            List<String> ids,
            Instant started,
            @Nullable Instant finished,
            List<RunProcess> processes,
            @Nullable Shards shards,
            List<String> missing,
            List<String> notes) {
        this(stamp, ids, started, finished, processes, shards, missing, notes, List.of(), null);
    }

    /** Of which there is nothing to note. */
    public Run(
            String stamp,
            List<String> ids,
            Instant started,
            @Nullable Instant finished,
            List<RunProcess> processes,
            @Nullable Shards shards,
            List<String> missing) {
        this(stamp, ids, started, finished, processes, shards, missing, List.of());
    }

    /** How long it took; null where it has not finished. */
    public @Nullable Duration duration() {
        return finished == null ? null : Duration.between(started, finished);
    }

    public boolean hasFinished() {
        return finished != null;
    }

    /** Whether all its tests have an outcome, and all its shards are here: what is not in its report was not found. */
    public boolean lacksNothing() {
        return hasFinished()
                && missing.isEmpty()
                && (shards == null || shards.missing().isEmpty());
    }

    /** Whether each case of a suite that is not in the report is not in the suite either: else it may just not have been run. */
    public boolean hasAllOf(String suite) {
        return hasFinished() && (shards == null || shards.missing().isEmpty()) && !parts.contains(suite);
    }

    /** Those that keep the run from being finished. */
    public List<RunProcess> unfinished() {
        return processes.stream()
                .filter(it -> it.state() != RunProcess.State.ENDED)
                .toList();
    }
}
