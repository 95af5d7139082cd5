package dev.naysayer.engine.outcome;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.mover.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one rule over several answers.
 *
 * @param suite the suite's name, {@code Orders API}
 * @param file the suite's file name
 * @param line the suite's first line, counted from 1
 * @param target the base URL requests went to, or null where none was known
 * @param test what the test is called that tells it: the rule's id, or what several rules share, {@code every-answer}
 * @param kind what became of it
 * @param finding what the rule says of all answers together
 * @param probes what was asked beside the suite's cases, in the order of the answers that it was asked for
 * @param looks what the other shards have to be compared with; null where this is judged by all answers there are
 * @param move whose move it is where it could not be judged; null elsewhere, and where an earlier version recorded it
 */
public record ComparisonOutcome(
        String suite,
        String file,
        int line,
        @Nullable String target,
        String test,
        OutcomeKind kind,
        Finding finding,
        List<Transcript> probes,
        @Nullable ShardLooks looks,
        @Nullable Move move)
        implements SuiteOutcome {

    public ComparisonOutcome {
        probes = List.copyOf(probes);
    }

    /** Judged, and by all answers there are. */
    public ComparisonOutcome(
            String suite,
            String file,
            int line,
            @Nullable String target,
            String test,
            OutcomeKind kind,
            Finding finding,
            List<Transcript> probes) {
        this(suite, file, line, target, test, kind, finding, probes, null, null);
    }

    /** The same, judged by more than these answers, and whose move that makes it. */
    public ComparisonOutcome judged(OutcomeKind other, Finding otherFinding, @Nullable Move otherMove) {
        return new ComparisonOutcome(suite, file, line, target, test, other, otherFinding, probes, null, otherMove);
    }

    /** The same with what the other shards have to be compared with. */
    ComparisonOutcome with(ShardLooks ofShard) {
        return new ComparisonOutcome(suite, file, line, target, test, kind, finding, probes, ofShard, move);
    }

    /** The same with what is read of the probes where it conforms; else as it is. */
    public ComparisonOutcome brief() {
        return kind == OutcomeKind.CONFORMING
                ? new ComparisonOutcome(
                        suite,
                        file,
                        line,
                        target,
                        test,
                        kind,
                        finding,
                        probes.stream().map(Transcript::brief).toList(),
                        looks,
                        move)
                : this;
    }

    /** The same without what went over the wire. */
    public ComparisonOutcome withoutProbes() {
        return new ComparisonOutcome(suite, file, line, target, test, kind, finding, List.of(), looks, move);
    }

    /** The same without what it quotes of bodies that are withheld. */
    ComparisonOutcome about(List<Evidence> withheld) {
        return new ComparisonOutcome(
                suite, file, line, target, test, kind, finding.about(withheld), probes, looks, move);
    }
}
