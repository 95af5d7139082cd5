package dev.naysayer.reports.model;

/** What a rule came to at an operation; of several the first counts. */
public enum RuleState {
    /** An answer breaks it, be it waived or told once for all answers. */
    BROKEN,
    /** It spoke of answers and could not decide. */
    UNDECIDED,
    /** Every answer that it speaks of keeps it. */
    KEPT,
    /** It had nothing to judge. */
    UNTESTED
}
