package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at, with every case that shows it: fifty cases that break one rule alike are one thing to repair.
 *
 * @param kind VIOLATION, INCONCLUSIVE, MISCONFIGURED or WARNING
 * @param suite the suite's name
 * @param summary the rule's sentence, or why the cases could not be judged
 * @param finding the finding that the cases share, or null where they could not be judged
 * @param cases at least one, in reading order
 * @param comparison the comparison it is about, or null where it is about cases
 */
public record FirstLook(
        OutcomeKind kind,
        String suite,
        String summary,
        @Nullable Finding finding,
        List<ReportedCase> cases,
        @Nullable ReportedComparison comparison) {

    /** A finding of these levels does not by itself break the contract, even beside one that does. */
    private static final Set<String> LESSER = Set.of("SHOULD", "security advice", "MAY", "advice");

    private static final Comparator<FirstLook> MOST_URGENT_FIRST = Comparator.comparingInt(it -> urgency(it.kind()));

    public FirstLook {
        cases = List.copyOf(cases);
    }

    static List<FirstLook> among(List<SuiteReport> suites) {
        return suites.stream()
                .flatMap(suite -> Stream.concat(
                        suite.cases().stream().flatMap(one -> looks(suite.name(), one).stream()),
                        suite.comparisons().stream().flatMap(one -> looks(suite.name(), one).stream())))
                .collect(Collectors.groupingBy(
                        // Not by the whole finding: one rule may be declared in several places of a suite.
                        it -> new Alike(it.kind(), it.suite(), it.summary(), Shown.of(it.finding())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(FirstLook::together)
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private static List<FirstLook> looks(String suite, ReportedCase one) {
        CaseOutcome outcome = one.outcome();
        return switch (outcome.kind()) {
            case CONFORMING, WAIVED, NOT_APPLICABLE -> List.of();
            case INCONCLUSIVE, MISCONFIGURED, NOT_OBTAINABLE ->
                List.of(new FirstLook(outcome.kind(), suite, reason(outcome), null, List.of(one), null));
            case WARNING, VIOLATION ->
                outcome.reason() != null
                        ? List.of(new FirstLook(outcome.kind(), suite, reason(outcome), null, List.of(one), null))
                        : broken(suite, one);
        };
    }

    private static List<FirstLook> looks(String suite, ReportedComparison one) {
        ComparisonOutcome outcome = one.outcome();
        return switch (outcome.kind()) {
            // What has no answers lacks them for every rule alike.
            case INCONCLUSIVE ->
                List.of(new FirstLook(
                        outcome.kind(), suite, String.valueOf(outcome.finding().reason()), null, List.of(), one));
            case WARNING, VIOLATION ->
                List.of(new FirstLook(
                        outcome.kind(), suite, outcome.finding().summary(), outcome.finding(), List.of(), one));
            default -> List.of();
        };
    }

    private static List<FirstLook> broken(String suite, ReportedCase one) {
        CaseOutcome outcome = one.outcome();
        return outcome.violations().stream()
                .filter(finding -> !finding.isWaived())
                .map(finding -> new FirstLook(
                        LESSER.contains(finding.level()) ? OutcomeKind.WARNING : outcome.kind(),
                        suite,
                        finding.summary(),
                        finding,
                        List.of(one),
                        null))
                .toList();
    }

    private static String reason(CaseOutcome outcome) {
        String reason = outcome.shortReason();
        return reason == null ? "The case could not be judged" : reason;
    }

    private static FirstLook together(List<FirstLook> alike) {
        FirstLook first = alike.get(0);
        var cases = new ArrayList<ReportedCase>();
        alike.forEach(it -> cases.addAll(it.cases()));
        return new FirstLook(first.kind(), first.suite(), first.summary(), first.finding(), cases, first.comparison());
    }

    private static int urgency(OutcomeKind kind) {
        return switch (kind) {
            case VIOLATION -> 0;
            case INCONCLUSIVE, MISCONFIGURED -> 1;
            case WARNING -> 2;
            case NOT_OBTAINABLE -> 3;
            case CONFORMING, WAIVED, NOT_APPLICABLE -> 4;
        };
    }

    private record Alike(
            OutcomeKind kind,
            String suite,
            String summary,
            @Nullable Shown shown) {}

    private record Shown(
            String rule,
            @Nullable String expected,
            @Nullable String actual) {

        static @Nullable Shown of(@Nullable Finding finding) {
            return finding == null ? null : new Shown(finding.rule(), finding.expected(), finding.actual());
        }
    }
}
