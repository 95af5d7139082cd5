package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * A case and its place in the report.
 *
 * @param anchor unique in the report, {@code orders-api-get-orders-expired-token}
 * @param outcome what became of the case, without what went over the wire
 * @param exchanges what went over the wire
 */
public record ReportedCase(String anchor, CaseOutcome outcome, Exchanges exchanges) {

    /** What went over the wire; null when nothing was sent. */
    public @Nullable Transcript transcript() {
        return exchanges.transcripts().stream().findFirst().orElse(null);
    }

    /** Whether it conforms or does not apply, and is not what a reader has to look at. */
    public boolean isQuiet() {
        return outcome.kind() == OutcomeKind.CONFORMING || outcome.kind() == OutcomeKind.NOT_APPLICABLE;
    }
}
