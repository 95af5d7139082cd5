package dev.naysayer.engine.outcome;

import dev.naysayer.engine.mover.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison's outcome as it is written down: what it shares with others is only named.
 *
 * @param suite the name of what {@link SharedForm#suites} holds
 * @param line as in {@link ComparisonOutcome}, like what follows
 */
record ComparisonForm(
        String suite,
        int line,
        String test,
        OutcomeKind kind,
        FindingForm finding,
        List<Transcript> probes,
        @Nullable ShardLooks looks,
        @Nullable Move move) {}
