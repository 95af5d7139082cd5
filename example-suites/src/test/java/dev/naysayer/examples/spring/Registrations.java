package dev.naysayer.examples.spring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.naysayer.dsl.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients with secrets and a key that were made for this run and die with it. */
final class Registrations {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    // An API asks about every token; secrets this long and random need no slow hash.
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final Map<IssuedClient, Secret> secrets = new EnumMap<>(IssuedClient.class);
    private final RSAKey key = newKey();
    private final Duration shortLifetime;

    Registrations(Duration shortLifetime) {
        this.shortLifetime = shortLifetime;
        SecureRandom random = new SecureRandom();
        for (IssuedClient client : IssuedClient.values()) {
            secrets.put(client, client == IssuedClient.KEY ? new Secret(key.toJSONString()) : newSecret(random));
        }
    }

    /** A client's password, or its private key as a JWK. */
    Secret secret(IssuedClient client) {
        return Objects.requireNonNull(secrets.get(client));
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    /** What the client with a key publishes. */
    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** A client as Spring wants it; the URL is where {@link #publicKeys()} are served. */
    RegisteredClient registered(IssuedClient client, String keysUrl) {
        RegisteredClient.Builder registered = RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientAuthenticationMethod(client.authentication())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(client.format())
                        .accessTokenTimeToLive(client == IssuedClient.SHORT_LIVED_TOKENS ? shortLifetime : LIFETIME)
                        .build());
        if (client != IssuedClient.API) {
            registered.scope("orders:read").scope("orders:write").scope("profile:read");
        }
        if (client == IssuedClient.KEY) {
            registered.clientSettings(ClientSettings.builder()
                    .jwkSetUrl(keysUrl)
                    .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                    .build());
        } else {
            registered.clientSecret(encoder.encode(secret(client).reveal()));
        }
        return registered.build();
    }

    private static Secret newSecret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK cannot make RSA keys", e);
        }
    }
}
