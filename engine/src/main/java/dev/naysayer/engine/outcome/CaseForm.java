package dev.naysayer.engine.outcome;

import dev.naysayer.engine.mover.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's outcome as it is written down: what it shares with others is only named.
 *
 * @param suite the name of what {@link SharedForm#suites} holds
 * @param line as in {@link CaseOutcome}, like what follows
 * @param quiet the name of what {@link SharedForm#quiet} holds, or null where no rule is quiet
 * @param earlier as in {@link CaseOutcome}, or null where there was one try only
 */
record CaseForm(
        String suite,
        int line,
        String operation,
        String scenario,
        String meaning,
        boolean control,
        OutcomeKind kind,
        @Nullable String reason,
        List<FindingForm> findings,
        @Nullable String quiet,
        @Nullable Transcript transcript,
        @Nullable List<String> earlier,
        @Nullable Move move,
        @Nullable String subject,
        @Nullable String owner) {}
