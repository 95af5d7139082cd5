package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.PublishedKey;

/**
 * Gives what a log-in gave.
 *
 * @param session the log-in
 * @param place where it stands in the answer
 * @param published the keys that sign it
 */
record LoginTokens(LoginSession session, AnswerPlace place, PublishedKey published) implements TokenSupply {

    @Override
    public Token token(TokenRequest request) throws NotObtainable, SourceFailed {
        if (request.need() == TokenNeed.Kind.GOOD) {
            return session.token(place);
        }
        throw new NotObtainable(
                "a log-in gives good credentials only",
                "one that is wrong in this way below 'token', as '%s'".formatted(request.condition()));
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
