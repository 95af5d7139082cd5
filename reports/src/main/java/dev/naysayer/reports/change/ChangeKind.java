package dev.naysayer.reports.change;

/** What became of a finding or a case since an earlier run. In the order in which a reader has to look. */
public enum ChangeKind {
    /** A finding: the rule is broken and was not. A case: it was not there. */
    NEW,
    /** It was judged, and could not be judged now. */
    NEWLY_INCONCLUSIVE,
    /** A finding: the rule was broken and is not any more. A case: it was not green and conforms. */
    FIXED,
    /** It is not in this run, or not tested any more: whether it is fixed, nobody knows. */
    VANISHED,
    /** It is as it was. */
    KNOWN
}
