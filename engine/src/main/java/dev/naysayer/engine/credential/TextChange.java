package dev.naysayer.engine.credential;

/** What may become of a token's text after it was issued; works on any token, whoever made it. */
public interface TextChange {

    /** Nothing happens. */
    TextChange NONE = token -> token;

    /**
     * The changed text.
     *
     * @throws NotObtainable if this text cannot be changed so
     * @throws SourceFailed if this text is of another kind than the change needs
     */
    String apply(String token) throws NotObtainable, SourceFailed;

    /** Whether nothing of the token is left, and what stands there opens nothing. */
    default boolean makesUp() {
        return false;
    }
}
