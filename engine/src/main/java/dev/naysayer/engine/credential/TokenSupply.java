package dev.naysayer.engine.credential;

import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.util.List;

/**
 * A token source that is ready to give tokens.
 *
 * <p>It need not remember what it gave: {@link Credentials} asks once for equal requests, and again only before a token
 * expires.
 */
public interface TokenSupply {

    /**
     * A token as it is asked for.
     *
     * @throws NotObtainable if this source cannot make such a token; the next one is asked then
     * @throws SourceFailed if it can, and something was in the way
     */
    Token token(TokenRequest request) throws NotObtainable, SourceFailed;

    /** How often it was told to begin anew; what it gave before that is not to be used any more. */
    default int begun() {
        return 0;
    }

    /** Gives up what it gave, so that the next token comes from a new beginning; whether it has any. */
    default boolean beginAnew() {
        return false;
    }

    /** The public half of the key that signs what it gives, where that is published. */
    default PublishedKey published() {
        return PublishedKey.UNKNOWN;
    }

    /**
     * What it knows, or learns by few requests, of whoever has to trust its tokens or gives them; asked behind a trial.
     *
     * @param gotThrough whether its good token has got through
     */
    default List<Diagnosis> diagnoses(boolean gotThrough) {
        return List.of();
    }

    /** What answers to its log-ins and logouts did to cookies so far; of equal requests the first. */
    default List<LoginAnswer> logins() {
        return List.of();
    }

    /** Whether it signs with the key that the API trusts. */
    default boolean signs() {
        return false;
    }

    /** Whether its tokens were made elsewhere, so that nothing but their text shows what is wrong with them. */
    default boolean captured() {
        return false;
    }
}
