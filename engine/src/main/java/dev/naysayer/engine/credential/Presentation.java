package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import java.util.List;

/**
 * How a scheme shows a credential when nothing is wrong.
 *
 * @param place where it travels
 * @param name the field, parameter or cookie that carries it
 * @param authScheme what stands before the value in {@code Authorization} (RFC 9110 section 11.4), else empty
 * @param value the credential itself
 */
public record Presentation(Place place, String name, String authScheme, Secret value) {

    /** Where a credential travels. */
    public enum Place {
        HEADER,
        QUERY,
        COOKIE
    }

    /** The whole value of the field, with the auth-scheme where there is one. */
    public Secret field() {
        return authScheme.isEmpty() ? value : new Secret(authScheme + " " + value.reveal());
    }

    /** The credential as the scheme declares it. */
    public Credential declared() {
        return switch (place) {
            case HEADER -> Credential.of(List.of(new Credential.Part(name, field())), value);
            case QUERY ->
                Credential.NONE
                        .withQuery(List.of(new Credential.Part(name, value)))
                        .withSecret(value);
            case COOKIE ->
                Credential.of(List.of(new Credential.Part("Cookie", new Secret(name + "=" + value.reveal()))), value);
        };
    }
}
