package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.SchemeForm;
import dev.naysayer.engine.credential.digest.DigestReply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a scheme shows a credential when nothing is wrong.
 *
 * @param place where it travels
 * @param name the field, parameter or cookie that carries it
 * @param authScheme what stands before the value in {@code Authorization} (RFC 9110 section 11.4), else empty
 * @param value the credential itself
 * @param secrets what must be found nowhere afterwards: the value, and what it was made of
 * @param madeUp what opens nothing and was made up here, as {@link Credential#madeUp}
 * @param cookie what goes along in a cookie and stays as it is, whatever becomes of the value; null for nothing
 * @param reply what stands there until a challenge is known, or null where that is no matter
 */
public record Presentation(
        Place place,
        String name,
        String authScheme,
        Secret value,
        List<Secret> secrets,
        List<Secret> madeUp,
        Credential.@Nullable Part cookie,
        @Nullable DigestReply reply) {

    /** Where a credential travels. */
    public enum Place {
        HEADER,
        QUERY,
        COOKIE,
        /** In a field of the form that is the request's body. */
        FORM,
        /** In two fields of that form, as a client's identifier and secret (RFC 6749 section 2.3.1). */
        CLIENT_FORM
    }

    // An empty text is nobody's secret, and would make a credential of what is none.
    public Presentation {
        secrets = secrets.stream().filter(secret -> !secret.reveal().isEmpty()).toList();
        madeUp = madeUp.stream().filter(it -> !it.reveal().isEmpty()).toList();
    }

    /** One of which nothing is made up. */
    public Presentation(Place place, String name, String authScheme, Secret value, List<Secret> secrets) {
        this(place, name, authScheme, value, secrets, List.of(), null, null);
    }

    /** One whose value is its only secret. */
    public Presentation(Place place, String name, String authScheme, Secret value) {
        this(place, name, authScheme, value, List.of(value));
    }

    /** The same with another value; the secrets of both are kept. */
    public Presentation showing(String other) {
        List<Secret> both = new ArrayList<>(secrets);
        both.add(new Secret(other));
        return new Presentation(place, name, authScheme, new Secret(other), both, madeUp, cookie, reply);
    }

    /** The same with a value that nobody was given: other cases show it, so it is no secret beside the good one either. */
    public Presentation inventing(String other) {
        Secret value = new Secret(other);
        return new Presentation(
                place,
                name,
                authScheme,
                value,
                secrets,
                Stream.concat(madeUp.stream(), Stream.of(value)).toList(),
                cookie,
                reply);
    }

    /** The same with another answer to the challenge. */
    public Presentation replying(DigestReply other) {
        return new Presentation(place, name, authScheme, new Secret(other.mark()), secrets, madeUp, cookie, other);
    }

    /** The same under another auth-scheme. */
    public Presentation under(String otherScheme) {
        return new Presentation(place, name, otherScheme, value, secrets, madeUp, cookie, reply);
    }

    /** The same in a header, parameter or cookie of another name. */
    public Presentation named(String other) {
        return new Presentation(place, other, authScheme, value, secrets, madeUp, cookie, reply);
    }

    /** The same somewhere else, without an auth-scheme. */
    public Presentation at(Place otherPlace, String otherName) {
        return new Presentation(otherPlace, otherName, "", value, secrets, madeUp, cookie, reply);
    }

    /** Where it travels, in words: {@code the header X-API-Key}. */
    public String where() {
        return switch (place) {
            case HEADER -> "the header " + name;
            case QUERY -> "the query parameter " + name;
            case COOKIE -> "the cookie " + name;
            case FORM, CLIENT_FORM -> SchemeForm.IN_FORM + name;
        };
    }

    /** The whole value of the field, with the auth-scheme where there is one. */
    public Secret field() {
        return authScheme.isEmpty() ? value : new Secret(authScheme + " " + value.reveal());
    }

    /** One line of the field that carries it, with this text for its whole value. */
    public Credential.Part line(String text) {
        return new Credential.Part(name, new Secret(text));
    }

    /** These field lines in place of the declared one; what is secret stays so. */
    public Credential carrying(Credential.Part... lines) {
        return withSecrets(Credential.of(List.of(lines)));
    }

    /** Another credential that is made of this one: what is secret or made up here is so there. */
    public Credential withSecrets(Credential other) {
        Credential known = other.knowing(secrets, madeUp);
        return reply == null ? known : known.answeringBy(List.of(reply));
    }

    /** The same with a cookie of this name that holds the value as it is now, and goes along from here on. */
    public Presentation withCookie(String cookieName) {
        return new Presentation(
                place, name, authScheme, value, secrets, madeUp, new Credential.Part(cookieName, value), reply);
    }

    /** What goes along without the value. */
    public Credential alone() {
        return cookie == null ? withSecrets(Credential.NONE) : carrying(inCookie(cookie.name(), cookie.value()));
    }

    /** The credential as the scheme declares it. */
    public Credential declared() {
        Credential shown = switch (place) {
            case HEADER -> carrying(line(field().reveal()));
            case QUERY -> withSecrets(Credential.NONE.withQuery(List.of(new Credential.Part(name, value))));
            case COOKIE -> carrying(inCookie(name, value));
            case FORM -> withSecrets(Credential.NONE.withForm(form -> form.with(new Credential.Part(name, value))));
            case CLIENT_FORM -> withSecrets(Credential.NONE.withForm(form -> form.with(ClientPair.of(value))));
        };
        return cookie == null ? shown : shown.beside(alone());
    }

    private static Credential.Part inCookie(String name, Secret value) {
        return new Credential.Part("Cookie", new Secret(name + "=" + value.reveal()));
    }
}
