package dev.naysayer.reports.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process that ran tests of a run.
 *
 * @param pid its number where it ran
 * @param directory the directory it ran in
 * @param started when its first case began
 * @param ended when its last test plan ended, or null while that has not
 * @param state how far it came
 * @param suites the names of the suites it was to run
 * @param shard which of all cases it ran, {@code 2/8}, or null where all
 */
public record RunProcess(
        long pid,
        String directory,
        Instant started,
        @Nullable Instant ended,
        State state,
        List<String> suites,
        @Nullable String shard) {

    /** How far a process came. */
    public enum State {
        /** All its tests ended. */
        ENDED,
        /** It was still running when the report was written. */
        RUNNING,
        /** It was gone when the report was written, and had not ended its tests. */
        LOST,
        /** Its tests were broken off. */
        BROKEN_OFF
    }

    public RunProcess {
        suites = List.copyOf(suites);
    }

    /** {@code Process 4711 did not end its tests}. */
    public String fate() {
        return "Process " + pid
                + (shard == null ? "" : " of shard " + shard)
                + switch (state) {
                    case ENDED -> " ended its tests";
                    case RUNNING -> " had not ended its tests when this was written";
                    case LOST -> " was ended before its tests were";
                    case BROKEN_OFF -> " broke off its tests";
                };
    }
}
