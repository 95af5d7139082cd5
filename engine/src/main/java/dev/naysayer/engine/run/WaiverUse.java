package dev.naysayer.engine.run;

import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.Waiver;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.outcome.WaiverState;
import dev.naysayer.engine.outcome.Waivers;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is found of that which a suite waives.
 *
 * <p>A waiver of which nothing is found hides what is broken tomorrow, and nobody would hear of it. But that nothing is found says
 * something only where all that it names was judged. May be told of outcomes by several threads.
 */
final class WaiverUse {

    /** Rules that no case can break by itself. */
    private static final Set<String> COMPARING =
            Comparisons.ALL.stream().map(it -> it.info().id()).collect(Collectors.toUnmodifiableSet());

    private final Waivers waivers;
    private final Map<String, OutcomeKind> cases;
    private final Map<String, OutcomeKind> comparisons = new HashMap<>();
    private final Map<Waiver, Set<FindingId>> found = new HashMap<>();

    /** @param cases what became of each case that ended, by its name; grows while the suite runs */
    WaiverUse(Waivers waivers, Map<String, OutcomeKind> cases) {
        this.waivers = waivers;
        this.cases = cases;
    }

    synchronized void saw(CaseOutcome outcome) {
        if (waivers.all().isEmpty()) {
            return;
        }
        for (Finding finding : outcome.violations()) {
            found(
                    FindingId.of(outcome, finding),
                    it -> it.names(finding.rule(), outcome.operation(), outcome.scenario()));
        }
    }

    synchronized void saw(ComparisonOutcome outcome) {
        comparisons.put(outcome.finding().rule(), outcome.kind());
        if (outcome.finding().violated()) {
            found(FindingId.of(outcome), it -> it.names(outcome.finding().rule()));
        }
    }

    private void found(FindingId finding, Predicate<Waiver> names) {
        waivers.all().stream()
                .filter(names)
                .forEach(
                        it -> found.computeIfAbsent(it, none -> new HashSet<>()).add(finding));
    }

    /** The cases of these that have not ended, and may show that there is something to waive. */
    List<ContractCase> open(Collection<ContractCase> all) {
        List<Waiver> open = unfound();
        return all.stream()
                .filter(it -> !cases.containsKey(it.name()))
                .filter(it -> open.stream().anyMatch(waiver -> names(waiver, it)))
                .toList();
    }

    /** The same of comparisons. */
    synchronized List<Comparison> openComparisons(Collection<Comparison> all) {
        List<Waiver> open = unfound();
        return all.stream()
                .filter(it -> !comparisons.containsKey(it.info().id()))
                .filter(it -> open.stream().anyMatch(waiver -> names(waiver, it)))
                .toList();
    }

    private synchronized List<Waiver> unfound() {
        return waivers.all().stream()
                .filter(it -> !it.hasExpired(waivers.today()) && !found.containsKey(it))
                .toList();
    }

    /**
     * What became of each.
     *
     * @param target the base URL requests went to
     * @param ours the cases of the suite that are run here
     * @param compared the comparisons of these
     * @param whole whether that is all of the suite
     */
    synchronized List<WaiverOutcome> outcomes(
            Suite suite,
            @Nullable String target,
            Collection<ContractCase> ours,
            Collection<Comparison> compared,
            boolean whole) {
        return waivers.all().stream()
                .map(it -> {
                    List<String> missing = unjudged(it, ours, compared);
                    WaiverState otherwise = !missing.isEmpty()
                            ? WaiverState.UNJUDGED
                            : whole ? WaiverState.UNMATCHED : WaiverState.UNMATCHED_IN_SHARD;
                    int findings = found.getOrDefault(it, Set.of()).size();
                    return waivers.outcome(
                            suite, target, it, findings, otherwise, missing.isEmpty() ? null : words(missing));
                })
                .toList();
    }

    private List<String> unjudged(Waiver waiver, Collection<ContractCase> ours, Collection<Comparison> compared) {
        Stream<String> ofCases = ours.stream()
                .filter(it -> names(waiver, it))
                .map(ContractCase::name)
                .filter(it -> isOpen(cases.get(it)));
        Stream<String> ofComparisons = compared.stream()
                .filter(it -> names(waiver, it))
                .map(it -> it.info().id())
                .filter(it -> isOpen(comparisons.get(it)));
        return Stream.concat(ofCases, ofComparisons).toList();
    }

    private static boolean isOpen(@Nullable OutcomeKind kind) {
        return kind == null || kind.isOpen();
    }

    private static String words(List<String> missing) {
        return missing.size() == 1
                ? "%s was not judged".formatted(missing.get(0))
                : "%d tests that it names were not judged, the first of them %s"
                        .formatted(missing.size(), missing.get(0));
    }

    private static boolean names(Waiver waiver, ContractCase it) {
        return !it.control()
                && (waiver.rule() == null || !COMPARING.contains(waiver.rule()))
                && waiver.isUnder(it.scenario())
                && (waiver.operation() == null
                        || waiver.operation().fits(it.operation().name()));
    }

    private static boolean names(Waiver waiver, Comparison it) {
        return waiver.names(it.info().id());
    }
}
