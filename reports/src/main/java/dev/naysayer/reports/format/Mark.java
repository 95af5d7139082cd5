package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.change.ChangeKind;
import dev.naysayer.reports.model.Cause;
import dev.naysayer.reports.model.Mergeability;
import dev.naysayer.reports.model.Words;

/**
 * How an outcome or a verdict shows: a symbol and a word, so that colour is never the only signal.
 *
 * @param tone the class that colours it
 */
record Mark(String symbol, String word, String tone) {

    private static final Mark INFORMATION = new Mark("i", "for information", "quiet");

    static Mark of(OutcomeKind kind) {
        return switch (kind) {
            case CONFORMING -> new Mark("✓", Words.of(kind), "good");
            case WARNING -> new Mark("!", Words.of(kind), "warn");
            case WAIVED -> new Mark("◇", Words.of(kind), "quiet");
            case VIOLATION -> new Mark("✕", Words.of(kind), "bad");
            case INCONCLUSIVE -> new Mark("?", Words.of(kind), "unsure");
            case MISCONFIGURED -> new Mark("⊘", Words.of(kind), "unsure");
            case NOT_OBTAINABLE -> new Mark("…", Words.of(kind), "unsure");
            case NOT_APPLICABLE -> new Mark("–", Words.of(kind), "quiet");
        };
    }

    static Mark of(ChangeKind kind) {
        return switch (kind) {
            case NEW -> new Mark("+", "new", "bad");
            case NEWLY_INCONCLUSIVE -> new Mark("?", "newly inconclusive", "unsure");
            case FIXED -> new Mark("✓", "fixed", "good");
            case VANISHED -> new Mark("–", "vanished", "quiet");
            case KNOWN -> new Mark("=", "known", "quiet");
        };
    }

    static Mark of(GateOutcome outcome) {
        return outcome.kept() ? new Mark("✓", "kept", "good") : new Mark("✕", "broken", "bad");
    }

    static Mark of(Mergeability.Answer answer) {
        return switch (answer) {
            case MAY -> new Mark("✓", "May be merged", "good");
            case MAY_NOT -> new Mark("✕", "May not be merged", "bad");
            case UNKNOWN -> new Mark("?", "Nobody knows yet", "unsure");
        };
    }

    /** Of a cause, which may inform and no more. */
    static Mark of(Cause cause) {
        return cause.kind() == OutcomeKind.CONFORMING ? INFORMATION : of(cause.kind());
    }

    static Mark of(Finding finding) {
        return switch (finding.verdict()) {
            case "passed" -> new Mark("✓", "passed", "good");
            case "violated" -> finding.isWaived() ? new Mark("◇", "waived", "quiet") : violated(finding.level());
            case "inconclusive" -> new Mark("?", "inconclusive", "unsure");
            default -> new Mark("–", finding.verdict(), "quiet");
        };
    }

    /** In the tone of what it makes of the outcome: a MAY that is not taken up is no defect. */
    private static Mark violated(String level) {
        return switch (Level.named(level)) {
            case MUST -> new Mark("✕", "violated", "bad");
            case SHOULD, SECURITY_ADVICE -> new Mark("!", "violated", "warn");
            case MAY, ADVICE -> INFORMATION;
        };
    }
}
