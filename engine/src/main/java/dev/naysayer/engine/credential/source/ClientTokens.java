package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings about with a token endpoint what can be brought about with it. */
final class ClientTokens implements TokenSupply {

    private final TokenEndpoint endpoint;
    private final PublishedKey published;
    private final Wishes wishes;
    private final Expiring expiring;

    /** The first good token per scopes: the one that expires first. */
    private final Map<List<String>, Grant> first = new ConcurrentHashMap<>();

    /** Every good token that was given away, and may be in use. */
    private final Set<Secret> inUse = ConcurrentHashMap.newKeySet();

    ClientTokens(TokenEndpoint endpoint, PublishedKey published, Wishes wishes, Expiring expiring) {
        this.endpoint = endpoint;
        this.published = published;
        this.wishes = wishes;
        this.expiring = expiring;
    }

    @Override
    public Token token(TokenRequest request) throws NotObtainable, SourceFailed {
        if (!(request.need() instanceof TokenNeed.Kind kind)) {
            throw new NotObtainable(
                    "an authorization server gives good tokens only", "'mint' with a key that the API trusts");
        }
        return switch (kind) {
            case NONE, GOOD -> used(good(request.scopes())).asToken();
            case EXPIRED -> expiring.expired(first(request.scopes()), endpoint.shown(), request.condition());
            case OTHER_AUDIENCE -> forAnotherAudience(request.scopes());
            case OTHER_SCOPE -> withOtherScope(request.scopes());
            case REVOKED -> revoked(request);
            case CAPTURED, OTHER_CLIENT, OTHER_SESSION, BEFORE_LOGIN ->
                throw new NotObtainable(
                        "only a token that was captured can be wrong in this way",
                        "it below 'token', as '%s'".formatted(request.condition()));
        };
    }

    @Override
    public PublishedKey published() {
        return published;
    }

    /** Where no token came the trial has said why. */
    @Override
    public List<Diagnosis> diagnoses(boolean gotThrough) {
        return first.isEmpty() ? List.of() : endpoint.diagnoses();
    }

    private Grant good(List<String> scopes) throws SourceFailed {
        try {
            Grant grant = endpoint.ask(wishes.good(scopes));
            first.putIfAbsent(scopes, grant);
            return grant;
        } catch (TokenEndpoint.Refused e) {
            throw new SourceFailed(String.valueOf(e.getMessage()));
        }
    }

    private Grant used(Grant grant) {
        inUse.add(grant.token());
        return grant;
    }

    private Grant first(List<String> scopes) throws SourceFailed {
        Grant known = first.get(scopes);
        return known == null ? good(scopes) : known;
    }

    private Token withOtherScope(List<String> needed) throws NotObtainable, SourceFailed {
        String add = "'other-scope' below 'client-credentials': a scope that the client may have"
                + " and the operation does not need";
        String other = wishes.otherScope();
        if (other == null) {
            throw new NotObtainable("no other scope is declared", add);
        }
        Grant grant = other("other-scope", wishes.withOtherScope());
        if (grant.carries(needed, other)) {
            throw new NotObtainable("the token for 'other-scope' carries what the operation needs all the same", add);
        }
        return grant.asToken();
    }

    private Token forAnotherAudience(List<String> scopes) throws NotObtainable, SourceFailed {
        String add = "an 'other-audience', 'other-resource' or 'other-audience-scope' below 'client-credentials'"
                + " for which the server gives tokens to another API";
        if (!wishes.knowAnotherAudience()) {
            throw new NotObtainable("no other audience is declared", add);
        }
        Set<String> good = first(scopes).audience();
        Grant grant = other("other-audience", wishes.forAnotherAudience(scopes));
        Set<String> other = grant.audience();
        if (wishes.meanApi(other) || (!good.isEmpty() && other.containsAll(good))) {
            throw new NotObtainable("the token for another audience is for the API all the same", add);
        }
        return grant.asToken();
    }

    private Grant other(String setting, Map<String, Secret> parameters) throws NotObtainable, SourceFailed {
        try {
            return endpoint.ask(parameters);
        } catch (TokenEndpoint.Refused e) {
            throw new NotObtainable(
                    "the authorization server refuses what '%s' asks for (%s)".formatted(setting, e.error()),
                    "to '%s' what the server gives this client".formatted(setting));
        }
    }

    private Token revoked(TokenRequest request) throws NotObtainable, SourceFailed {
        if (!endpoint.revokes()) {
            throw new NotObtainable(
                    "the authorization server names no revocation endpoint",
                    "'revocation-endpoint' below 'client-credentials', or " + captured(request));
        }
        if (endpoint.spends()) {
            throw new NotObtainable(
                    "whoever takes a token back may take the refresh token back with it", captured(request));
        }
        Grant kept = first(request.scopes());
        Grant grant = good(request.scopes());
        if (inUse.contains(grant.token()) || kept.token().equals(grant.token())) {
            throw new NotObtainable(
                    "the authorization server gives the same token again, so that revoking it would take the good one away",
                    captured(request));
        }
        if (!endpoint.revoke(grant.token())) {
            throw new NotObtainable("the authorization server does not revoke access tokens", captured(request));
        }
        return grant.asToken();
    }

    private static String captured(TokenRequest request) {
        return "a token that was revoked earlier below 'token', as '%s'".formatted(request.condition());
    }
}
