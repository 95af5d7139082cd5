package dev.naysayer.examples.spring;

import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.PRIVATE_KEY_JWT;
import static org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat.REFERENCE;
import static org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat.SELF_CONTAINED;

import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;

/** Who may ask for tokens: a client for each way to show who it is, and for each kind of token. */
public enum IssuedClient {
    BASIC("orders-basic", CLIENT_SECRET_BASIC, SELF_CONTAINED),
    POST("orders-post", CLIENT_SECRET_POST, SELF_CONTAINED),
    KEY("orders-key", PRIVATE_KEY_JWT, SELF_CONTAINED),
    REFERENCE_TOKENS("orders-reference", CLIENT_SECRET_BASIC, REFERENCE),
    SHORT_LIVED_TOKENS("orders-short-lived", CLIENT_SECRET_BASIC, SELF_CONTAINED),
    /** The API itself, which asks about tokens and gets none that it could use. */
    API("orders-api", CLIENT_SECRET_BASIC, SELF_CONTAINED);

    private final String id;
    // The names, since Spring's own types are not known to be immutable.
    private final String authentication;
    private final String format;

    IssuedClient(String id, ClientAuthenticationMethod authentication, OAuth2TokenFormat format) {
        this.id = id;
        this.authentication = authentication.getValue();
        this.format = format.getValue();
    }

    /** Its {@code client_id}. */
    public String id() {
        return id;
    }

    ClientAuthenticationMethod authentication() {
        return new ClientAuthenticationMethod(authentication);
    }

    OAuth2TokenFormat format() {
        return new OAuth2TokenFormat(format);
    }
}
