package dev.naysayer.reports.collect;

import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.ShardLooks;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.AcrossOperations;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.rule.comparison.Look;
import dev.naysayer.reports.model.Counts;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.Shards;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one comparison of what each shard says of it.
 *
 * <p>What looks at one path, or at each answer by itself, is as bad as its worst shard says. What compares operations is judged anew, by
 * how the answers of all shards look; and as long as one of them is missing, nobody can say that nothing differs.
 */
final class ShardComparisons {

    private ShardComparisons() {}

    /**
     * One comparison.
     *
     * @param parts what each shard says of it, by what the shard is called, {@code shard 2 of 8}; at least one
     * @param shards which shards there are, or null where the run is not of shards
     */
    static RecordedComparison together(
            Map<String, RecordedComparison> parts, @Nullable Shards shards, Map<String, RuleWords> rules) {
        RecordedComparison first = parts.values().iterator().next();
        if (shards == null || (shards.present().size() == 1 && shards.of() > 1)) {
            return first;
        }
        Optional<AcrossOperations> across =
                parts.values().stream().anyMatch(it -> it.outcome().looks() != null)
                        ? named(first.outcome().finding().rule())
                        : Optional.empty();
        ComparisonOutcome outcome =
                across.map(it -> judgedAnew(it, outcomes(parts), shards, rules)).orElseGet(() -> worst(parts));
        return new RecordedComparison(
                first.origin(), outcome.withoutProbes(), () -> transcripts(parts.values().stream()));
    }

    private static List<Transcript> transcripts(Stream<RecordedComparison> parts) {
        return parts.flatMap(it -> it.exchanges().transcripts().stream()).toList();
    }

    private static List<ComparisonOutcome> outcomes(Map<String, RecordedComparison> parts) {
        return parts.values().stream().map(RecordedComparison::outcome).toList();
    }

    private static Optional<AcrossOperations> named(String rule) {
        return Comparisons.ALL.stream()
                .filter(it -> it.info().id().equals(rule))
                .filter(AcrossOperations.class::isInstance)
                .map(AcrossOperations.class::cast)
                .findFirst();
    }

    private static ComparisonOutcome judgedAnew(
            AcrossOperations rule, List<ComparisonOutcome> parts, Shards shards, Map<String, RuleWords> rules) {
        ComparisonOutcome first = parts.get(0);
        List<Look> looks = parts.stream()
                .flatMap(it -> Stream.ofNullable(it.looks()))
                .flatMap(it -> it.looks().stream())
                .toList();
        Verdict verdict = rule.judgeLooks(looks);
        RuleWords words = Objects.requireNonNull(rules.get(first.finding().rule()));
        if (verdict instanceof Verdict.Violated) {
            ShardLooks ofOne = parts.stream()
                    .flatMap(it -> Stream.ofNullable(it.looks()))
                    .findFirst()
                    .orElseThrow();
            return first.judged(
                    ofOne.ifBroken(), first.finding().with(verdict, words).waivedBy(ofOne.waiver()), null);
        }
        return parts.stream()
                .filter(it -> it.kind().isUnjudged())
                .findFirst()
                .orElseGet(() -> unbroken(first, verdict, shards, words));
    }

    /** That nothing is broken nobody knows before all shards are here. */
    private static ComparisonOutcome unbroken(
            ComparisonOutcome first, Verdict verdict, Shards shards, RuleWords words) {
        Verdict decided = shards.missing().isEmpty()
                ? verdict
                : Verdict.inconclusive(
                        shards.sentence() + " Nothing differs in the others; run what is missing, and merge again");
        OutcomeKind kind = decided instanceof Verdict.Passed
                ? OutcomeKind.CONFORMING
                : decided instanceof Verdict.Inconclusive ? OutcomeKind.INCONCLUSIVE : OutcomeKind.NOT_APPLICABLE;
        return first.judged(
                kind,
                first.finding().with(decided, words),
                decided instanceof Verdict.Inconclusive open ? Move.of(open.mover()) : null);
    }

    /** The worst, with the words of all that are as bad. */
    private static ComparisonOutcome worst(Map<String, RecordedComparison> parts) {
        ComparisonOutcome worst = outcomes(parts).stream()
                .min(Comparator.comparing(ComparisonOutcome::kind, Counts.WORST_FIRST)
                        // What breaks no more than advice is green, and has something to say all the same.
                        .thenComparing(it -> !it.finding().violated()))
                .orElseThrow();
        Finding finding = worst.finding();
        if (!finding.violated() && worst.kind() != OutcomeKind.INCONCLUSIVE) {
            return worst;
        }
        Map<String, Finding> alike = parts.entrySet().stream()
                .filter(it -> it.getValue().outcome().kind() == worst.kind())
                .filter(it -> it.getValue().outcome().finding().verdict().equals(finding.verdict()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        it -> it.getValue().outcome().finding(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return worst.judged(
                worst.kind(),
                finding.saying(
                        all(alike, Finding::expected, "; ", false),
                        all(alike, Finding::actual, "\n", true),
                        all(alike, Finding::reason, "; ", true)),
                worst.move() == null ? null : Move.of(worst.move().mover()));
    }

    private static @Nullable String all(
            Map<String, Finding> parts, Function<Finding, @Nullable String> words, String joint, boolean named) {
        List<String> told = parts.entrySet().stream()
                .filter(it -> words.apply(it.getValue()) != null)
                .map(it -> (named ? it.getKey() + ": " : "") + words.apply(it.getValue()))
                .distinct()
                .toList();
        return told.isEmpty() ? null : String.join(joint, told);
    }
}
