package dev.naysayer.engine.credential;

import dev.naysayer.engine.mover.Mover;

/** What became of a blueprint. */
public sealed interface Presented {

    /** A credential that can be sent. */
    record Ready(Credential credential) implements Presented {}

    /**
     * No source of the suite can make it.
     *
     * @param because why, as the rest of "because …"
     * @param add what would make it obtainable, as the rest of "add …"
     */
    record Unobtainable(String because, String add) implements Presented {

        /** {@code because …, add …}. */
        public String reason() {
            return "because " + words();
        }

        /** {@code nobody can revoke a minted token, add 'client-credentials'}. */
        public String words() {
            return "%s, add %s".formatted(because, add);
        }
    }

    /**
     * A source that should have made it did not.
     *
     * @param reason what happened and what to change
     * @param mover whose move it is
     */
    record Failed(String reason, Mover mover) implements Presented {}
}
