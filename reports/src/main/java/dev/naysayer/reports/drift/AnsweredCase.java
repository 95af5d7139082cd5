package dev.naysayer.reports.drift;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case as one environment answered it.
 *
 * @param target the base URL that was asked, or null where none was known
 * @param reason why it could not be judged, in a line; null where it could
 * @param broken the rules that the answer breaks
 * @param facts null where no answer came
 */
record AnsweredCase(
        CaseName name,
        @Nullable String target,
        OutcomeKind kind,
        @Nullable String reason,
        Set<String> broken,
        @Nullable Facts facts) {

    /** These pass by themselves, and say nothing of how an environment refuses. */
    private static final Set<Integer> OF_THE_MOMENT = Set.of(429, 502, 503, 504);

    static AnsweredCase of(RecordedCase it) {
        CaseOutcome outcome = it.outcome();
        Optional<Transcript> exchange = it.exchanges().transcripts().stream().findFirst();
        return new AnsweredCase(
                new CaseName(outcome.suite(), outcome.operation(), outcome.scenario()),
                outcome.target(),
                outcome.kind(),
                outcome.shortReason(),
                outcome.violations().stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new)),
                exchange.map(Facts::of).orElse(null));
    }

    /** Why this cannot be compared with another, in a sentence; null where it can. */
    @Nullable
    String obstacle(AnsweredCase other, String here, String there) {
        if (facts == null || other.facts == null) {
            return silence(other, here, there);
        }
        if (facts.status() != other.facts.status()) {
            return Stream.of(momentary(here, facts), momentary(there, other.facts))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private String silence(AnsweredCase other, String here, String there) {
        if (facts == null && other.facts == null && words().equals(other.words())) {
            return "no answer from either: " + words();
        }
        return Stream.of(
                        facts == null ? "no answer from %s: %s".formatted(here, words()) : "",
                        other.facts == null ? "no answer from %s: %s".formatted(there, other.words()) : "")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String words() {
        return reason == null ? Words.of(kind) : reason;
    }

    private static Optional<String> momentary(String environment, Facts facts) {
        return OF_THE_MOMENT.contains(facts.status())
                ? Optional.of(
                        "%s answered %d, which passes by itself: run it again".formatted(environment, facts.status()))
                : Optional.empty();
    }

    /** In what it is answered otherwise; both have facts. */
    List<Drift> unlike(AnsweredCase other, Set<DriftKind> notKept) {
        if (facts == null || other.facts == null) {
            return List.of();
        }
        List<Drift> found = new ArrayList<>(facts.unlike(other.facts, notKept));
        if (!kind.isJudged() || !other.kind.isJudged()) {
            notKept.add(DriftKind.RULES);
        } else {
            Set<String> all = new TreeSet<>(broken);
            all.addAll(other.broken);
            all.stream()
                    .filter(rule -> broken.contains(rule) != other.broken.contains(rule))
                    .forEach(rule -> found.add(new Drift(
                            DriftKind.RULES,
                            rule,
                            broken.contains(rule) ? "broken" : "not broken",
                            other.broken.contains(rule) ? "broken" : "not broken")));
        }
        return found.stream().sorted(Comparator.comparing(Drift::kind)).toList();
    }
}
