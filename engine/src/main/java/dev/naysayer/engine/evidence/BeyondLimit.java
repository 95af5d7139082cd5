package dev.naysayer.engine.evidence;

/**
 * What was asked for cannot be told, since reading it would go beyond a limit of Naysayer.
 *
 * <p>A rule lets it pass: the answer may be right, so whoever judges says that it could not be judged, and by which limit.
 */
public final class BeyondLimit extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param limit which limit, and of what: a sentence that quotes nothing of the answer */
    public BeyondLimit(String limit) {
        super(limit, null, false, false);
    }

    /** Which limit, and of what. */
    public String limit() {
        return String.valueOf(getMessage());
    }
}
