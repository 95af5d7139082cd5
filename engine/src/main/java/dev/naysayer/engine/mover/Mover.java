package dev.naysayer.engine.mover;

/** Whose move it is: who has to do something, so that a cause goes away. */
public enum Mover {
    /** The team of the API. */
    API("the API"),
    /** Whoever runs the server, gateway or proxy that answers before the API or adds to what it says. */
    GATEWAY("the gateway"),
    /** Whoever runs what issues tokens. */
    IDENTITY_PROVIDER("the identity provider"),
    /** Whoever wrote the suite, or runs it: first look at what was asked. */
    SUITE("the suite"),
    /** Whoever knows why the API cannot be reached from here. */
    NETWORK("the network"),
    /** The developers of Naysayer. */
    TOOL("Naysayer"),
    /** Nobody has said: an earlier version recorded it. Never written down. */
    UNKNOWN("not known");

    private final String words;

    Mover(String words) {
        this.words = words;
    }

    /** {@code the identity provider}. */
    public String words() {
        return words;
    }
}
