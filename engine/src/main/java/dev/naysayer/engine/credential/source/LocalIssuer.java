package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.EmbeddedIssuer;

/** Stub. */
public final class LocalIssuer {
    private LocalIssuer() {}

    /** Stub. */
    @SuppressWarnings("DoNotCallSuggester")
    public static EmbeddedIssuer start() {
        throw new IllegalStateException(String.valueOf(System.getProperty("x")));
    }
}
