package dev.naysayer.engine.credential.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Shape;
import dev.naysayer.dsl.SourceDeclaration;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.TokenClaims;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.UnusableSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code mint:} signs tokens itself, with a key that the API trusts; so it can make every wrong one too. */
final class MintedJwt implements TokenSource {

    /** Long before any expiry we test: a token that expires before it was issued would be wrong in two ways. */
    private static final Duration ISSUED_AGO = Duration.ofHours(1);

    private static final Duration GOOD_FOR = Duration.ofHours(1);

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
    public TokenSupply open(SourceDeclaration declaration, Clock clock) throws UnusableSource {
        String type = declaration.text("type");
        return new Mint(
                SigningKey.of(declaration),
                new JOSEObjectType(type == null ? "JWT" : type),
                declaration.get("issuer").value().reveal(),
                declaration.get("audience").value().reveal(),
                declaration.text("subject"),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** All tokens are measured against one instant, so that equal claims stay equal and are signed once. */
    private record Mint(
            SigningKey key,
            JOSEObjectType type,
            String issuer,
            String audience,
            @Nullable String subject,
            Instant now,
            Map<TokenClaims, Secret> minted)
            implements TokenSupply {

        Mint(
                SigningKey key,
                JOSEObjectType type,
                String issuer,
                String audience,
                @Nullable String subject,
                Instant now) {
            this(key, type, issuer, audience, subject, now, new ConcurrentHashMap<>());
        }

        @Override
        public Blueprint good(Operation operation) {
            TokenClaims claims = new TokenClaims(
                    issuer,
                    subject == null ? "naysayer" : subject,
                    audience,
                    operation.scopes(),
                    now.minus(ISSUED_AGO),
                    now.plus(GOOD_FOR));
            return Blueprint.good(claims, now);
        }

        @Override
        public Secret token(TokenClaims claims) {
            return minted.computeIfAbsent(claims, this::sign);
        }

        private Secret sign(TokenClaims claims) {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(key.algorithm())
                            .type(type)
                            .keyID(key.keyId())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(claims.issuer())
                            .subject(claims.subject())
                            .audience(claims.audience())
                            .issueTime(Date.from(claims.issuedAt()))
                            .expirationTime(Date.from(claims.expiresAt()))
                            .claim("scope", String.join(" ", claims.scopes()))
                            .build());
            try {
                jwt.sign(key.signer());
            } catch (JOSEException e) {
                // SigningKey.of has signed once with this key already.
                throw new IllegalStateException("the key signed before and does not any more", e);
            }
            return new Secret(jwt.serialize());
        }
    }
}
