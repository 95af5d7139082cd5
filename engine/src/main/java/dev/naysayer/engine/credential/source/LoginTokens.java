package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Sha256;
import dev.naysayer.engine.credential.LoginAnswer;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives what a log-in gave.
 *
 * @param session the log-in
 * @param place where it stands in the answer
 * @param logout what ends a log-in, or null where the suite does not say
 * @param published the keys that sign it
 * @param expiring waits until a session has ended
 */
record LoginTokens(
        LoginSession session, AnswerPlace place, @Nullable Logout logout, PublishedKey published, Expiring expiring)
        implements TokenSupply {

    /** By its own log-in, so that the good one lives: but the good one has to be there, or nothing is known of what was wrong. */
    @Override
    public Token token(TokenRequest request) throws NotObtainable, SourceFailed {
        if (!(request.need() instanceof TokenNeed.Kind kind)) {
            throw wrong(request);
        }
        return switch (kind) {
            case GOOD -> session.token(place);
            case REVOKED -> loggedOut(session.token(place).text());
            case EXPIRED -> expired(request);
            case OTHER_SESSION -> other(session.token(place).text());
            case BEFORE_LOGIN -> before(session.token(place).text());
            default -> throw wrong(request);
        };
    }

    private static NotObtainable wrong(TokenRequest request) {
        return new NotObtainable(
                "a log-in gives good credentials only",
                "one that is wrong in this way below 'token', as '%s'".formatted(request.condition()));
    }

    /** Of a token it is not known whether an API looks at more than what stands in it; a session ends where it was opened. */
    private Token expired(TokenRequest request) throws NotObtainable, SourceFailed {
        if (place.kind() != AnswerPlace.Kind.COOKIE) {
            throw wrong(request);
        }
        return differing(
                session.expired(place, expiring, request.condition()),
                session.token(place).text());
    }

    private Token loggedOut(Secret good) throws NotObtainable, SourceFailed {
        if (logout == null) {
            throw new NotObtainable(
                    "the suite does not say what ends a log-in", "'logout: POST /logout' below 'login'");
        }
        return differing(session.ended(place, logout), good);
    }

    private Token other(Secret good) throws NotObtainable, SourceFailed {
        return differing(session.another(place), good);
    }

    private static Token differing(Token further, Secret good) throws NotObtainable {
        if (further.text().equals(good)) {
            throw new NotObtainable(
                    "a second log-in gives the same again",
                    "a second user's, who is somebody else to the API, below 'token', or leave this scenario out");
        }
        return further;
    }

    /** A made-up one has the characters that sessions have everywhere, and follows from the good one, which nobody can guess. */
    private Token before(Secret good) throws NotObtainable, SourceFailed {
        if (place.kind() != AnswerPlace.Kind.COOKIE) {
            throw new NotObtainable("there is none before a log-in", "'token: {cookie: …}' below 'login'");
        }
        String made = HexFormat.of().formatHex(Sha256.of("before/" + good.reveal()), 0, 16);
        Token before = session.before(place, made);
        if (before.text().equals(good)) {
            throw new NotObtainable("every log-in keeps the same session", "leave this scenario out");
        }
        return before;
    }

    @Override
    public List<LoginAnswer> logins() {
        return session.told();
    }

    @Override
    public int begun() {
        return session.begun();
    }

    @Override
    public boolean beginAnew() {
        session.end();
        return true;
    }
}
