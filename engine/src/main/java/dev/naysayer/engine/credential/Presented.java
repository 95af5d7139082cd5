package dev.naysayer.engine.credential;

/** What became of a blueprint. */
public sealed interface Presented {

    /**
     * A credential that can be sent.
     *
     * @param credential all that is presented
     * @param varied the part of it that a blueprint describes
     */
    record Ready(Credential credential, Credential varied) implements Presented {

        /** One that is presented alone. */
        public Ready(Credential credential) {
            this(credential, credential);
        }
    }

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
