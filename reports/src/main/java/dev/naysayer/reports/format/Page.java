package dev.naysayer.reports.format;

import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.model.Cause;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.Sighting;
import dev.naysayer.reports.model.SuiteReport;
import dev.naysayer.reports.model.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the page's templates are given.
 *
 * @param rules the place of each rule's words, by its id
 * @param quiet the place of what rules say that are kept or do not apply: hundreds of cases share one
 * @param places where each case stands
 */
record Page(
        RunDocument document,
        ConformanceReport report,
        StyleSheet style,
        Map<String, String> rules,
        Map<QuietRules, String> quiet,
        Map<CaseId, String> places) {

    private static final Set<OutcomeKind> RED =
            EnumSet.of(OutcomeKind.VIOLATION, OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);

    private static final int MANY = 1_000;

    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static Page of(RunDocument document, ConformanceReport report, StyleSheet style) {
        // No place of a suite or case begins so.
        Map<String, String> rules = new HashMap<>();
        document.rules()
                .keySet()
                .forEach(rule -> rules.put(
                        rule, rule.matches("[a-z0-9-]+") ? "_rule-" + rule : "_rule-number-" + (rules.size() + 1)));
        Map<QuietRules, String> quiet = new LinkedHashMap<>();
        document.cases().stream()
                .map(it -> it.outcome().quiet())
                .filter(it -> !it.none())
                .forEach(it -> quiet.putIfAbsent(it, "_quiet-" + (quiet.size() + 1)));
        Map<CaseId, String> places = new HashMap<>();
        report.suites().stream()
                .flatMap(suite -> suite.cases().stream())
                .forEach(it -> places.putIfAbsent(CaseId.of(it.outcome()), it.anchor()));
        return new Page(document, report, style, rules, quiet, places);
    }

    Run run() {
        return document.run();
    }

    /** {@code 2 January 2026, 03:04 UTC}. */
    String readable(Instant time) {
        return readableTime(time);
    }

    static String readableTime(Instant time) {
        return READABLE.format(time) + " UTC";
    }

    /** What the page's filter calls a kind. */
    static String filtered(OutcomeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Null for a rule without words. */
    @Nullable
    String rule(String id) {
        return rules.get(id);
    }

    /** The places of why rules did not apply: most lists share most of their reasons, and each is told once. */
    Map<QuietRules.Silence, String> silences() {
        Map<QuietRules.Silence, String> silences = new LinkedHashMap<>();
        quiet.keySet()
                .forEach(rules ->
                        rules.silent().forEach(it -> silences.putIfAbsent(it, "_silent-" + (silences.size() + 1))));
        return silences;
    }

    /** {@code 30 passed, 111 not applicable}. */
    String counts(QuietRules of) {
        return "%d passed, %d not applicable".formatted(of.passed().size(), of.silentCount());
    }

    /** What may be loaded and run: the one style and the one script. */
    String policy() {
        return style.policy() + PageScript.INSTANCE.policy();
    }

    String script() {
        return PageScript.INSTANCE.text();
    }

    /** {@code 1 min 12 s}; null where the run has not finished. */
    @Nullable
    String duration() {
        Duration took = run().duration();
        if (took == null) {
            return null;
        }
        return took.toMinutes() == 0
                ? Wire.time(took.toMillis())
                : "%d min %d s".formatted(took.toMinutes(), took.toSecondsPart());
    }

    /** Whose move it is, where something is red: by how many causes and how many cases. */
    List<Move> moves() {
        Map<Mover, List<Cause>> red = report.causes().stream()
                .filter(it -> RED.contains(it.kind()))
                .collect(Collectors.groupingBy(Cause::mover, LinkedHashMap::new, Collectors.toList()));
        return red.entrySet().stream()
                .map(it -> new Move(it.getKey().words(), it.getValue()))
                .toList();
    }

    /** @param who {@code the API} */
    record Move(String who, List<Cause> causes) {

        /** {@code 2 causes in 14 cases}. */
        String words() {
            long cases = causes.stream()
                    .flatMap(it -> it.sightings().stream())
                    .map(Sighting::anchor)
                    .distinct()
                    .count();
            return Words.count(causes.size(), "cause") + " in " + Words.count(Math.toIntExact(cases), "test");
        }
    }

    /** The place of what a change is about; null where it is not in this run. */
    @Nullable
    String place(Change change) {
        return places.get(change.caseId());
    }

    /** {@code Orders API › GET /orders › expired-token}. */
    String name(Change change) {
        return Stream.of(change.suite(), change.operation(), change.scenario(), change.rule())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" › "));
    }

    /** By which profiles a suite was judged, {@code rfc6750, rfc9110}. */
    String profiles(SuiteReport suite) {
        Set<QuietRules> quietOnes = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        suite.cases().forEach(it -> {
            quietOnes.add(it.outcome().quiet());
            it.outcome().findings().forEach(finding -> ids.add(finding.rule()));
        });
        quietOnes.forEach(it -> {
            ids.addAll(it.passed());
            it.silent().forEach(silence -> ids.addAll(silence.rules()));
        });
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(document.rules().get(id)))
                .map(RuleWords::profile)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whether a browser should lay out only those cases that are in sight. */
    boolean many() {
        return document.cases().size() > MANY;
    }

    /** Whether the run has finished without a case or a comparison. */
    boolean isEmpty() {
        return report.suites().isEmpty() && document.run().hasFinished();
    }

    boolean hasComparisons() {
        return report.suites().stream().anyMatch(suite -> !suite.comparisons().isEmpty());
    }

    /** By which kinds can be filtered: those of cases, comparisons and causes. */
    List<OutcomeKind> shownKinds() {
        Set<OutcomeKind> all = EnumSet.noneOf(OutcomeKind.class);
        all.addAll(report.counts().byKind().keySet());
        report.causes().forEach(it -> all.add(it.kind()));
        report.suites()
                .forEach(suite ->
                        suite.comparisons().forEach(it -> all.add(it.outcome().kind())));
        return List.copyOf(all);
    }

    /** The columns of the summary. */
    List<OutcomeKind> kinds() {
        return List.copyOf(report.counts().byKind().keySet());
    }
}
