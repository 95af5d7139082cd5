package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential.Part;
import dev.naysayer.engine.credential.Presentation.Place;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A client's identifier and secret (RFC 6749 section 2.3.1).
 *
 * @param id no secret (section 2.2)
 * @param secret what an authorization server gave the client; empty where it has none
 */
public record ClientPair(String id, String secret) {

    /** Reads what {@link #text} wrote; what has no colon is an identifier without a secret. */
    public static ClientPair of(Secret text) {
        String[] parts = text.reveal().split(":", 2);
        return new ClientPair(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }

    /** The pair that a presentation shows. */
    public static ClientPair shown(Presentation presentation) {
        return presentation.place() == Place.CLIENT_FORM
                ? of(presentation.value())
                : of(new Secret(new String(
                        Base64.getDecoder().decode(presentation.value().reveal()), StandardCharsets.UTF_8)));
    }

    /** Both are form-encoded before they are put together: an identifier may hold a colon. */
    public String text() {
        return encoded(id) + ":" + encoded(secret);
    }

    /** The same client with another secret. */
    public ClientPair withSecret(String other) {
        return new ClientPair(id, other);
    }

    /** The same secret of another client. */
    public ClientPair withId(String other) {
        return new ClientPair(other, secret);
    }

    /** As {@code client_secret_basic}, or as {@code client_secret_post}; without a secret its name stands in the form. */
    public Presentation presentation(boolean inForm) {
        Secret text = new Secret(text());
        Secret encoded = BasicPair.encoded(text.reveal());
        return inForm || secret.isEmpty()
                ? new Presentation(Place.CLIENT_FORM, "client_secret", "", text, secrets(text))
                : new Presentation(Place.HEADER, "Authorization", "Basic", encoded, secrets(encoded));
    }

    /** An identifier is no secret: of what has none, nothing is. */
    private List<Secret> secrets(Secret shown) {
        return secret.isEmpty() ? List.of() : List.of(shown, new Secret(text()), new Secret(secret));
    }

    /** The parameters that say who asks, in a form or a query. */
    public List<Part> parameters() {
        Part name = new Part("client_id", new Secret(id), true);
        return secret.isEmpty() ? List.of(name) : List.of(name, new Part("client_secret", new Secret(secret)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
