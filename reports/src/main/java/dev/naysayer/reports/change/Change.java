package dev.naysayer.reports.change;

import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.FindingId;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two runs.
 *
 * @param kind never KNOWN: what is as it was is counted only
 * @param suite the suite's name
 * @param operation null of a rule over several answers, and of a whole suite that vanished
 * @param scenario null as the operation
 * @param rule the rule's id where it is about a finding; null where it is about the case itself
 * @param level how binding the rule is or, where it is not broken any more, was; null without a rule
 * @param words what was and what is, one line: {@code was 401 with a challenge, is 401 without: clients stop refreshing}
 */
public record Change(
        ChangeKind kind,
        String suite,
        @Nullable String operation,
        @Nullable String scenario,
        @Nullable String rule,
        @Nullable String level,
        String words) {

    static Change of(ChangeKind kind, CaseId id, String words) {
        return new Change(kind, id.suite(), id.operation(), id.scenario(), null, null, words);
    }

    static Change of(ChangeKind kind, CaseId id, String rule, String level, String words) {
        return new Change(kind, id.suite(), id.operation(), id.scenario(), rule, level, words);
    }

    /** Whether it is about a rule, and not about a case itself. */
    public boolean hasRule() {
        return rule != null;
    }

    /** The case it is about. */
    public CaseId caseId() {
        return new CaseId(suite, operation, scenario);
    }

    /** What it is called; null where it is about a case itself. */
    public @Nullable FindingId findingId() {
        return rule == null ? null : new FindingId(suite, operation, scenario, rule);
    }
}
