package dev.naysayer.engine.gate;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether one test is red, decided in one place: {@code docs/gating.md} has the same as a table.
 *
 * @param known whether the baseline has a finding
 */
public record TestGate(GateRules rules, Predicate<FindingId> known) {

    /** What JUnit is told of a test. */
    public enum Ruling {
        /** It passes. */
        GREEN,
        /** It was not tested, and says why. */
        SKIPPED,
        /** It fails. */
        RED
    }

    /**
     * What becomes of a case's test.
     *
     * @param counted whether the gate of its suite counts what is inconclusive
     */
    public Ruling of(CaseOutcome it, boolean counted) {
        if (fails(it)) {
            return Ruling.RED;
        }
        return switch (it.kind()) {
            case CONFORMING, WARNING, WAIVED, VIOLATION -> Ruling.GREEN;
            case INCONCLUSIVE -> inconclusive(counted);
            case MISCONFIGURED -> Ruling.RED;
            case NOT_OBTAINABLE -> rules.requireObtainable() ? Ruling.RED : Ruling.SKIPPED;
            case NOT_APPLICABLE -> Ruling.SKIPPED;
        };
    }

    /** The same of the rules that one comparison tells of. */
    public Ruling of(List<ComparisonOutcome> test, boolean counted) {
        if (test.stream().anyMatch(this::fails) || isOf(test, OutcomeKind.MISCONFIGURED)) {
            return Ruling.RED;
        }
        if (isOf(test, OutcomeKind.INCONCLUSIVE)) {
            return inconclusive(counted);
        }
        return test.stream().allMatch(it -> it.kind() == OutcomeKind.NOT_APPLICABLE) ? Ruling.SKIPPED : Ruling.GREEN;
    }

    private Ruling inconclusive(boolean counted) {
        return counted && rules.maxInconclusive() != null ? Ruling.SKIPPED : Ruling.RED;
    }

    private static boolean isOf(List<ComparisonOutcome> test, OutcomeKind kind) {
        return test.stream().anyMatch(it -> it.kind() == kind);
    }

    /** Whether a finding makes its test red. */
    public boolean fails(FindingId id, Finding finding) {
        return binds(finding) && rules.failOn() != FailOn.NEVER && !isKnown(id);
    }

    private boolean isKnown(FindingId id) {
        return rules.failOn() == FailOn.NEW && known.test(id);
    }

    private boolean binds(Finding finding) {
        return finding.fails(rules.failOn().strict());
    }

    private boolean fails(CaseOutcome it) {
        // Whoever says no more than that something is broken is believed.
        boolean unexplained =
                it.kind() == OutcomeKind.VIOLATION && it.violations().isEmpty();
        if (unexplained) {
            return rules.failOn() != FailOn.NEVER;
        }
        return it.violations().stream().anyMatch(finding -> fails(FindingId.of(it, finding), finding));
    }

    private boolean fails(ComparisonOutcome it) {
        return fails(FindingId.of(it), it.finding());
    }

    /**
     * What a case counts.
     *
     * @param counted as in {@link #of}
     */
    public GateCount count(CaseOutcome it, boolean counted) {
        boolean fails = fails(it);
        boolean binding = it.violations().stream().anyMatch(this::binds);
        boolean warns =
                it.kind() == OutcomeKind.WARNING || it.violations().stream().anyMatch(TestGate::warns);
        boolean unjudged = it.kind().isUnjudged();
        return new GateCount(
                one(it.kind().isJudged()),
                one(fails),
                one(binding && !fails),
                one(unjudged && !fails && of(it, counted) == Ruling.RED),
                one(warns && !fails && !binding && !unjudged),
                one(it.kind() == OutcomeKind.INCONCLUSIVE && !fails),
                one(it.kind() == OutcomeKind.NOT_OBTAINABLE));
    }

    /** What a comparison counts. */
    public GateCount count(List<ComparisonOutcome> test, boolean counted) {
        boolean fails = test.stream().anyMatch(this::fails);
        boolean binding = test.stream().map(ComparisonOutcome::finding).anyMatch(this::binds);
        boolean warns = test.stream().map(ComparisonOutcome::finding).anyMatch(TestGate::warns);
        boolean inconclusive = isOf(test, OutcomeKind.INCONCLUSIVE);
        boolean misconfigured = isOf(test, OutcomeKind.MISCONFIGURED);
        return new GateCount(
                0,
                one(fails),
                one(binding && !fails),
                one(!fails && of(test, counted) == Ruling.RED),
                one(warns && !fails && !binding && !inconclusive && !misconfigured),
                one(inconclusive && !fails && !misconfigured),
                0);
    }

    private static boolean warns(Finding finding) {
        return finding.fails(true) && !finding.fails(false);
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }
}
