package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Position;

/** A token source's key has a value that cannot be used. Its message never quotes the value. */
public final class UnusableSource extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Position at;
    private final String nextStep;

    /**
     * @param at where the suite gives the value
     * @param message what is wrong, in one line
     * @param nextStep what to change
     */
    public UnusableSource(Position at, String message, String nextStep) {
        super(message);
        this.at = at;
        this.nextStep = nextStep;
    }

    public Position at() {
        return at;
    }

    public String nextStep() {
        return nextStep;
    }
}
