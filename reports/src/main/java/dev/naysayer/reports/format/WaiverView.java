package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Words;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of waivers asks of one. */
record WaiverView(WaiverOutcome outcome) {

    /** What somebody has to do something about comes first: what is red, then what ends soon. */
    private static final Comparator<WaiverOutcome> MOST_URGENT_FIRST = Comparator.comparing(
                    (WaiverOutcome it) -> !it.fails())
            .thenComparing(it -> !it.endsSoon())
            .thenComparing(it -> it.waiver().until());

    static List<WaiverView> of(RunDocument document) {
        return document.waivers().stream()
                .map(RecordedWaiver::outcome)
                .sorted(MOST_URGENT_FIRST)
                .map(WaiverView::new)
                .toList();
    }

    String owner() {
        return outcome.waiver().owner();
    }

    String until() {
        return outcome.waiver().until().toString();
    }

    String names() {
        return outcome.names();
    }

    String suite() {
        return outcome.suite();
    }

    String reason() {
        return outcome.waiver().reason();
    }

    String place() {
        return outcome.waiver().place();
    }

    @Nullable
    String link() {
        return WebLink.orNull(outcome.waiver().link());
    }

    Mark mark() {
        return switch (outcome.state()) {
            case IN_USE -> outcome.endsSoon() ? new Mark("!", "ends soon", "warn") : new Mark("◇", "in use", "quiet");
            case UNMATCHED -> new Mark("✕", "unmatched", "bad");
            case EXPIRED -> new Mark("✕", "expired", "bad");
            case UNMATCHED_IN_SHARD, UNJUDGED -> new Mark("?", "unjudged", "unsure");
        };
    }

    /** What follows of the state, or why it is so. */
    String note() {
        return switch (outcome.state()) {
            case IN_USE -> Words.count(outcome.findings(), "finding");
            case UNMATCHED, EXPIRED -> outcome.removal();
            case UNMATCHED_IN_SHARD -> "other shards may need it";
            case UNJUDGED -> String.valueOf(outcome.reason());
        };
    }
}
