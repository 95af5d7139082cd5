package dev.naysayer.engine.credential.source;

import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import dev.naysayer.engine.credential.jwt.TrustedKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Signs what it is asked for with a key that the API trusts. */
record Mint(TrustedKey key, GoodClaims good, SourceContext context) implements TokenSupply {

    /** Reserved by RFC 2606: nobody can own it. */
    private static final String OTHER_API = "https://another-api.invalid";

    private static final String OTHER_SCOPE = "naysayer:nothing";

    @Override
    public Token token(TokenRequest request) throws NotObtainable {
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        JwtForge forge = new JwtForge(now, context.leeway(), key);
        JwtDraft right = good.draft(key, request, now, context.leeway());
        JwtDraft draft = draft(request, right, forge);
        if (draft.equals(right) && !draft(request, plain(request, now), forge).equals(plain(request, now))) {
            // Sent all the same, the good token would accuse the API that lets it in.
            throw new NotObtainable(
                    "the good token says so itself, by 'claims' or 'header' below 'mint'",
                    "another value there, or leave this scenario out");
        }
        // What is wrong in another way must not expire as well: that would be a second reason to refuse it.
        return new Token(forge.sign(draft), goodUntil(request, now));
    }

    /** What is about the time since a login is made for each request: a minute later it would say another thing. */
    private Instant goodUntil(TokenRequest request, Instant now) {
        Instant expiry = GoodClaims.expiry(now, context.leeway());
        Duration maxAge = request.login().maxAge();
        if (maxAge == null) {
            return expiry;
        }
        Instant tooOld = request.need() == TokenNeed.Kind.GOOD ? now.plus(maxAge) : now;
        return tooOld.isBefore(expiry) ? tooOld : expiry;
    }

    /** The good token without what the suite adds to it. */
    private JwtDraft plain(TokenRequest request, Instant now) {
        return good.alone().draft(key, request, now, context.leeway());
    }

    @Override
    public List<Diagnosis> diagnoses(boolean gotThrough) {
        return List.of(
                gotThrough
                        ? Diagnosis.well(TrustedByIssuer.KEY, "the API trusts it: a token that it signed got through")
                        : new TrustedByIssuer(good.issuer(), context).diagnosis(key.publicKey()));
    }

    @Override
    public boolean signs() {
        return true;
    }

    private static JwtDraft draft(TokenRequest request, JwtDraft good, JwtForge forge) throws NotObtainable {
        if (request.need() instanceof TokenNeed.Forged forged) {
            return forged.change().apply(good, forge);
        }
        return switch ((TokenNeed.Kind) request.need()) {
            case NONE, GOOD -> good;
            case EXPIRED ->
                good.withClaim("exp", forge.now().minus(forge.beyondLeeway()).getEpochSecond());
            case OTHER_AUDIENCE -> good.withClaim("aud", OTHER_API);
            case OTHER_SCOPE -> good.withClaim("scope", OTHER_SCOPE);
            case REVOKED ->
                throw new NotObtainable(
                        "a token that was minted here is known to no issuer who could revoke it",
                        "'client-credentials' with a revocation endpoint");
            case CAPTURED, OTHER_CLIENT, OTHER_SESSION, BEFORE_LOGIN ->
                throw new NotObtainable(
                        "only a token that was captured can be wrong in this way",
                        "it below 'token', as '%s'".formatted(request.condition()));
        };
    }
}
