package dev.naysayer.engine.outcome;

/** What became of one case. Only the first three are green. */
public enum OutcomeKind {
    /** Every rule that applies is kept. */
    CONFORMING,
    /** A SHOULD or a security advice is broken, no MUST. */
    WARNING,
    /** A rule is broken whose breaking counts, and each such finding is waived. */
    WAIVED,
    /** A MUST, or what the suite itself declares, is broken. */
    VIOLATION,
    /** The case could not be judged: never green, never the API's fault. */
    INCONCLUSIVE,
    /** The suite or its surroundings are wrong; nothing was sent. */
    MISCONFIGURED,
    /** No source of the suite can make the credential: nothing was sent, and the reason says what to add. */
    NOT_OBTAINABLE,
    /** The condition makes no sense for this operation or scheme; planned, and said. */
    NOT_APPLICABLE;

    /** Whether it should have been judged and could not be. */
    public boolean isUnjudged() {
        return this == INCONCLUSIVE || this == MISCONFIGURED;
    }

    /** Whether there was nothing to judge. */
    public boolean isUntested() {
        return this == NOT_OBTAINABLE || this == NOT_APPLICABLE;
    }

    /** Whether rules have spoken of it. */
    public boolean isJudged() {
        return !isUnjudged() && !isUntested();
    }

    /** Whether something may be broken, and nobody knows. */
    public boolean isOpen() {
        return isUnjudged() || this == NOT_OBTAINABLE;
    }
}
