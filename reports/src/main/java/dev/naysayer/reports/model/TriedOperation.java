package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules came to at one operation.
 *
 * @param cells one for each rule, in their order
 */
record TriedOperation(String operation, List<CoverageCell> cells) {

    static TriedOperation of(OperationRow row, KnownRules rules, SpokenUnder spoken) {
        List<CaseOutcome> cases = row.cells().stream()
                .flatMap(Collection::stream)
                .map(ReportedCase::outcome)
                .toList();
        Tally tally = new Tally(rules, spoken, cases);
        cases.forEach(tally::add);
        return new TriedOperation(
                row.operation(),
                IntStream.range(0, rules.size()).mapToObj(tally::cell).toList());
    }

    private static final class Tally {

        private final KnownRules rules;
        private final SpokenUnder spoken;
        private final List<CaseOutcome> unjudged;
        private final boolean refusals;
        private final int[] broken;
        private final int[] undecided;
        private final int[] kept;
        private final @Nullable String[] silent;

        Tally(KnownRules rules, SpokenUnder spoken, List<CaseOutcome> cases) {
            this.rules = rules;
            this.spoken = spoken;
            this.unjudged = cases.stream().filter(it -> !isJudged(it)).toList();
            this.refusals = cases.stream().anyMatch(it -> isJudged(it) && !it.control());
            this.broken = new int[rules.size()];
            this.undecided = new int[rules.size()];
            this.kept = new int[rules.size()];
            this.silent = new String[rules.size()];
        }

        private static boolean isJudged(CaseOutcome outcome) {
            return !outcome.quiet().none() || !outcome.findings().isEmpty();
        }

        void add(CaseOutcome outcome) {
            for (Finding finding : outcome.findings()) {
                (finding.violated() ? broken : undecided)[rules.place(finding.rule())]++;
            }
            QuietPlaces quiet = rules.places(outcome.quiet());
            for (int rule : quiet.kept()) {
                kept[rule]++;
            }
            for (int rule : quiet.broken()) {
                broken[rule]++;
            }
            // Why a rule has nothing to say of the good credential is no news.
            if (!outcome.control() || !refusals) {
                quiet.silent().forEach(it -> {
                    if (silent[it.getKey()] == null) {
                        silent[it.getKey()] = it.getValue();
                    }
                });
            }
        }

        CoverageCell cell(int rule) {
            return broken[rule] + undecided[rule] + kept[rule] > 0
                    ? new CoverageCell(broken[rule], undecided[rule], kept[rule], null)
                    : CoverageCell.untested(because(rule));
        }

        /** What kept a case from being judged goes before what rules say of other cases. */
        private String because(int rule) {
            String id = rules.id(rule);
            return unjudged.stream()
                    .filter(it -> spoken.has(id, it.scenario()))
                    .findFirst()
                    .map(Tally::words)
                    .orElse(Objects.requireNonNullElse(silent[rule], "no case here is what it speaks of"));
        }

        private static String words(CaseOutcome outcome) {
            String reason = outcome.shortReason();
            return "%s is %s%s"
                    .formatted(outcome.scenario(), Words.of(outcome.kind()), reason == null ? "" : ": " + reason);
        }
    }
}
