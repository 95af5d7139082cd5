package dev.naysayer.engine.credential;

import java.util.List;

/**
 * One token, as a source is asked for it; equal requests are answered once.
 *
 * @param condition the condition's name, under which a suite may give a token of its own
 * @param need what the token has to be
 * @param scopes what it must carry to be let in (RFC 6749 section 3.3)
 */
public record TokenRequest(String condition, TokenNeed need, List<String> scopes) {

    /** The good token for these scopes. */
    public static TokenRequest good(List<String> scopes) {
        return new TokenRequest("", TokenNeed.Kind.GOOD, scopes);
    }
}
