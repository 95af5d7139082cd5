package dev.naysayer.engine.credential;

/** What became of a blueprint. */
public sealed interface Presented {

    /** A credential that can be sent. */
    record Ready(Credential credential) implements Presented {}

    /**
     * No source of the suite can make it.
     *
     * @param reason {@code because …, add …}
     */
    record Unobtainable(String reason) implements Presented {}

    /**
     * A source that should have made it did not.
     *
     * @param reason what happened and what to change
     */
    record Failed(String reason) implements Presented {}
}
