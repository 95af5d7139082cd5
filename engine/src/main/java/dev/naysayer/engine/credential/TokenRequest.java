package dev.naysayer.engine.credential;

import dev.naysayer.dsl.LoginNeed;
import java.util.List;

/**
 * One token, as a source is asked for it; equal requests are answered once.
 *
 * @param condition the condition's name, under which a suite may give a token of its own
 * @param need what the token has to be
 * @param scopes what it must carry to be let in (RFC 6749 section 3.3)
 * @param login what the login behind it has to be like (RFC 9470)
 */
public record TokenRequest(String condition, TokenNeed need, List<String> scopes, LoginNeed login) {

    /** Where any login will do. */
    public TokenRequest(String condition, TokenNeed need, List<String> scopes) {
        this(condition, need, scopes, LoginNeed.NONE);
    }

    /** The good token for these scopes. */
    public static TokenRequest good(List<String> scopes) {
        return new TokenRequest("", TokenNeed.Kind.GOOD, scopes);
    }
}
