package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Redaction;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteOrigin;
import java.util.List;

/** A run of which only the kinds of its outcomes are left, and no word of others: what is written of it are words of ours. */
final class BlankRun {

    private static final Redaction BLANK = new Redaction(text -> "");
    private static final SuiteOrigin NOWHERE = new SuiteOrigin("", "", null);

    private BlankRun() {}

    static RunDocument of(RunDocument document) {
        Run run = document.run();
        return new RunDocument(
                document.generator(),
                new Run(
                        run.stamp(),
                        List.of(),
                        run.started(),
                        run.finished(),
                        List.of(),
                        run.shards(),
                        List.of(),
                        List.of()),
                document.rules(),
                document.cases().stream()
                        .map(it -> new RecordedCase(
                                NOWHERE,
                                of(BLANK.of(it.outcome())),
                                () -> it.exchanges().transcripts().stream()
                                        .map(BLANK::of)
                                        .toList()))
                        .toList(),
                document.comparisons().stream()
                        .map(it -> new RecordedComparison(NOWHERE, of(BLANK.of(it.outcome())), List::of))
                        .toList());
    }

    private static CaseOutcome of(CaseOutcome it) {
        return new CaseOutcome(
                "",
                "",
                it.line(),
                null,
                "",
                "",
                "",
                it.control(),
                it.kind(),
                it.reason(),
                it.findings(),
                it.quiet(),
                null,
                List.of(),
                it.move(),
                null,
                null);
    }

    private static ComparisonOutcome of(ComparisonOutcome it) {
        return new ComparisonOutcome("", "", it.line(), null, "", it.kind(), it.finding(), List.of(), null, it.move());
    }
}
