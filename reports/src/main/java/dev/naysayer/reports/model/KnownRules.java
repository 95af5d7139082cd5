package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.engine.rule.comparison.Comparisons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules about one answer in the order of a reader: those of this version, and behind them those that a record of another one knows
 * besides.
 */
final class KnownRules {

    private static final String ELSEWHERE = "Rules of another version";

    private final RunDocument document;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final List<String> headings = new ArrayList<>();
    private final Map<QuietRules, QuietPlaces> quietPlaces = new HashMap<>();
    private final Set<String> spokenOf;

    private KnownRules(RunDocument document) {
        this.document = document;
        this.spokenOf = spokenOf(document);
        Rules.TOPICS.forEach(
                topic -> topic.rules().forEach(rule -> add(rule.info().id(), topic.heading())));
        spokenOf.stream().filter(rule -> !places.containsKey(rule)).sorted().forEach(rule -> add(rule, ELSEWHERE));
    }

    static KnownRules of(RunDocument document) {
        return new KnownRules(document);
    }

    private void add(String rule, String heading) {
        places.put(rule, ids.size());
        ids.add(rule);
        headings.add(heading);
        groups.merge(heading, 1, Integer::sum);
    }

    private static Set<String> spokenOf(RunDocument document) {
        Set<String> all = new HashSet<>();
        Set<QuietRules> seen = new HashSet<>();
        for (RecordedCase one : document.cases()) {
            CaseOutcome outcome = one.outcome();
            outcome.findings().stream().map(Finding::rule).forEach(all::add);
            if (seen.add(outcome.quiet())) {
                all.addAll(outcome.quiet().passed());
                outcome.quiet().silent().forEach(it -> all.addAll(it.rules()));
            }
        }
        return all;
    }

    int size() {
        return ids.size();
    }

    String id(int place) {
        return ids.get(place);
    }

    /** Under which heading a rule stands. */
    String heading(int place) {
        return headings.get(place);
    }

    /** How many rules stand under each heading. */
    Map<String, Integer> groups() {
        return groups;
    }

    int place(String rule) {
        return Objects.requireNonNull(places.get(rule), rule);
    }

    /** The places of all of them. */
    QuietPlaces places(QuietRules quiet) {
        return quietPlaces.computeIfAbsent(quiet, it -> QuietPlaces.of(it, this));
    }

    /** Whether it speaks of one answer; others speak of several. */
    boolean isOfOneAnswer(String rule) {
        return places.containsKey(rule);
    }

    /** Whether a suite of the run is judged by it. */
    boolean isAsked(int place) {
        return spokenOf.contains(id(place));
    }

    /** Those of this version and of the record, with those over several answers behind them. */
    List<String> withComparisons() {
        return Stream.of(
                        ids.stream(),
                        Comparisons.ALL.stream().map(rule -> rule.info().id()),
                        compared())
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /** As the record has them, else as this version has them. */
    @Nullable
    RuleWords words(String rule) {
        RuleWords recorded = document.rules().get(rule);
        return recorded != null ? recorded : RuleWords.named(rule);
    }

    /** Where a rule is written down; empty where nobody knows. */
    String source(String rule) {
        RuleWords words = words(rule);
        return words == null ? "" : words.source();
    }

    /** The rules that no suite is judged by, by the reason. */
    List<UntestedRules> unasked() {
        Set<String> asked = Stream.concat(spokenOf.stream(), compared()).collect(Collectors.toSet());
        Set<String> profiles = asked.stream().map(this::profile).collect(Collectors.toSet());
        return withComparisons().stream()
                .filter(rule -> !asked.contains(rule))
                .collect(Collectors.groupingBy(
                        rule -> profiles.contains(profile(rule))
                                ? "no case here is what it speaks of"
                                : "no suite here is judged by the profile " + profile(rule),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new UntestedRules(it.getKey(), it.getValue()))
                .toList();
    }

    private Stream<String> compared() {
        return document.comparisons().stream()
                .map(it -> it.outcome().finding().rule())
                .distinct();
    }

    private String profile(String rule) {
        RuleWords words = words(rule);
        return words == null ? "" : words.profile();
    }
}
