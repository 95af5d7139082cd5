package dev.naysayer.engine.credential;

import dev.naysayer.engine.credential.jwt.PublishedKey;

/** Captured tokens of a suite, for a subject: the good one among them is somebody else's. */
record WithoutGood(TokenSupply supply) implements TokenSupply {

    @Override
    public Token token(TokenRequest request) throws NotObtainable, SourceFailed {
        if (request.need() == TokenNeed.Kind.GOOD) {
            throw new NotObtainable("the subject has no source of its own for it", "one below 'subjects'");
        }
        return supply.token(request);
    }

    @Override
    public boolean captured() {
        return supply.captured();
    }

    @Override
    public PublishedKey published() {
        return supply.published();
    }
}
