package dev.naysayer.engine.credential;

/** A source that should have given a token did not: a matter of configuration. Its message quotes no secret. */
public final class SourceFailed extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what happened and what to change, in one line */
    public SourceFailed(String message) {
        super(message);
    }
}
