package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Shape;
import dev.naysayer.engine.credential.JwtDraft;
import dev.naysayer.engine.credential.JwtForge;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenRequest;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.TrustedKey;
import dev.naysayer.engine.credential.UnusableSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code mint:} signs tokens itself, with a key that the API trusts; so it can make every wrong one too. */
final class MintedJwt implements TokenSource {

    @Override
    public String name() {
        return "mint";
    }

    @Override
    public Shape shape() {
        return new Shape(
                Set.of("issuer", "audience", "key"), Set.of("subject", "algorithm", "key-id", "type"), Set.of("key"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.BEARER);
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        SigningKey key = SigningKey.of(declaration);
        String type = declaration.text("type");
        String subject = declaration.text("subject");
        Good good = new Good(
                type == null ? "JWT" : type,
                key.keyId(),
                declaration.get("issuer").value().reveal(),
                declaration.get("audience").value().reveal(),
                subject == null ? "naysayer" : subject);
        return new Mint(key, good, context);
    }

    /** What every good token says. */
    private record Good(String type, @Nullable String keyId, String issuer, String audience, String subject) {

        /** Long before any expiry we test: a token that expires before it was issued would be wrong in two ways. */
        private static final Duration ISSUED_AGO = Duration.ofHours(1);

        private static final Duration GOOD_FOR = Duration.ofHours(1);

        JwtDraft draft(TrustedKey key, List<String> scopes, Instant now) {
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("alg", key.algorithm().getName());
            header.put("typ", type);
            if (keyId != null) {
                header.put("kid", keyId);
            }
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("iss", issuer);
            claims.put("sub", subject);
            claims.put("aud", audience);
            claims.put("scope", String.join(" ", scopes));
            claims.put("iat", now.minus(ISSUED_AGO).getEpochSecond());
            claims.put("exp", expiry(now).getEpochSecond());
            return JwtDraft.good(header, claims);
        }

        static Instant expiry(Instant now) {
            return now.plus(GOOD_FOR);
        }
    }

    private record Mint(TrustedKey key, Good good, SourceContext context) implements TokenSupply {

        /** Reserved by RFC 2606: nobody can own it. */
        private static final String OTHER_API = "https://another-api.invalid";

        private static final String OTHER_SCOPE = "naysayer:nothing";

        @Override
        public Token token(TokenRequest request) throws NotObtainable {
            Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            JwtForge forge = new JwtForge(now, context.leeway(), key);
            JwtDraft draft = draft(request.need(), good.draft(key, request.scopes(), now), forge);
            return new Token(forge.sign(draft), request.need() == TokenNeed.Kind.GOOD ? Good.expiry(now) : null);
        }

        private static JwtDraft draft(TokenNeed need, JwtDraft good, JwtForge forge) throws NotObtainable {
            if (need instanceof TokenNeed.Forged forged) {
                return forged.change().apply(good, forge);
            }
            return switch ((TokenNeed.Kind) need) {
                case NONE, GOOD -> good;
                case EXPIRED ->
                    good.withClaim(
                            "exp", forge.now().minus(forge.beyondLeeway()).getEpochSecond());
                case OTHER_AUDIENCE -> good.withClaim("aud", OTHER_API);
                case OTHER_SCOPE -> good.withClaim("scope", OTHER_SCOPE);
                case REVOKED ->
                    throw new NotObtainable(
                            "a token that was minted here is known to no issuer who could revoke it",
                            "'client-credentials' with a revocation endpoint");
                case CAPTURED ->
                    throw new NotObtainable(
                            "only a token that was captured can be wrong in this way",
                            "it below 'token', by this name");
            };
        }
    }
}
