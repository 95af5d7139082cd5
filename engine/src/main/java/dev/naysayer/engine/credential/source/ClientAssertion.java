package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.jwt.JwtDraft;
import dev.naysayer.engine.credential.jwt.JwtForge;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code private_key_jwt}: the client signs who it is (RFC 7523 section 2.2).
 *
 * @param id the client's identifier
 * @param key the client's own key
 * @param audience what the assertion is meant for, or null for the token endpoint
 * @param context the clock, and who is told of each assertion
 * @param ids gives each assertion a name of its own
 */
record ClientAssertion(String id, SigningKey key, @Nullable String audience, SourceContext context, Supplier<UUID> ids)
        implements ClientAuthentication {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);

    @Override
    public void authenticate(URI tokenEndpoint, Map<String, Secret> form, Map<String, Secret> headers)
            throws SourceFailed {
        Secret assertion = assertion(audience == null ? tokenEndpoint.toString() : audience);
        context.secrets().accept(assertion);
        form.put("client_id", new Secret(id));
        form.put("client_assertion_type", new Secret(TYPE));
        form.put("client_assertion", assertion);
    }

    private Secret assertion(String meantFor) throws SourceFailed {
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", key.algorithm().getName());
        header.put("typ", "JWT");
        if (key.keyId() != null) {
            header.put("kid", key.keyId());
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", id);
        claims.put("sub", id);
        claims.put("aud", meantFor);
        claims.put("jti", ids.get().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(GOOD_FOR).getEpochSecond());
        try {
            return new JwtForge(now, Duration.ZERO, key).sign(JwtDraft.good(header, claims));
        } catch (NotObtainable e) {
            throw new SourceFailed("the client's key does not sign: give another 'client-key'");
        }
    }

    @Override
    public String settings() {
        return "'client-id', 'client-key' and 'assertion-audience'";
    }
}
