package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run of a service as it is counted in the trend.
 *
 * @param started when it began
 * @param kinds how many cases became what
 */
public record PastRun(Instant started, Map<OutcomeKind, Integer> kinds) {

    public PastRun {
        kinds = Collections.unmodifiableMap(kinds.isEmpty() ? Map.of() : new EnumMap<>(kinds));
    }

    /** Counts the cases of a run, one after the other. */
    public static PastRun of(Run run, Stream<RecordedCase> cases) {
        Map<OutcomeKind, Integer> kinds = new EnumMap<>(OutcomeKind.class);
        cases.forEach(it -> kinds.merge(it.outcome().kind(), 1, Integer::sum));
        return new PastRun(run.started(), kinds);
    }

    /** How many became one of these. */
    public int of(OutcomeKind... wanted) {
        return Stream.of(wanted).mapToInt(kind -> kinds.getOrDefault(kind, 0)).sum();
    }

    public int total() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }
}
