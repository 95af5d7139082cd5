package dev.naysayer.engine.credential;

import dev.naysayer.engine.mover.Mover;

/** A source that should have given a token did not. Its message quotes no secret. */
public final class SourceFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final Mover mover;

    /**
     * A matter of configuration.
     *
     * @param message what happened and what to change, in one line
     */
    public SourceFailed(String message) {
        this(message, Mover.SUITE);
    }

    /**
     * @param message what happened and what to change, in one line
     * @param mover whose move it is
     */
    public SourceFailed(String message, Mover mover) {
        super(message);
        this.mover = mover;
    }

    /** Whose move it is. */
    public Mover mover() {
        return mover;
    }
}
