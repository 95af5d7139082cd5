package dev.naysayer.engine.credential;

import dev.naysayer.engine.mover.Mover;

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
