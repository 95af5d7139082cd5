package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session that a log-in opened, in a cookie (RFC 6265). */
final class Session implements AuthScheme {

    private static final String COOKIE = "cookie";

    @Override
    public String name() {
        return "session";
    }

    @Override
    public Form form() {
        return Form.of(
                "`session`",
                Key.text(COOKIE, "the name of the session's cookie").like("SESSION"));
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(Trait.ANY, Trait.SESSION, Trait.COOKIE);
    }

    /** No auth-scheme is registered for sessions: a 401 has to say how to authenticate in words of its own. */
    @Override
    public @Nullable String challengeScheme() {
        return null;
    }

    @Override
    public void check(NamedSettings declaration) throws UnusableSource {
        if (declaration.text(COOKIE) == null) {
            throw new UnusableSource(
                    declaration.at(),
                    "'session' does not say which cookie it is",
                    "add the cookie's name: 'cookie: SESSION'");
        }
        Setting cookie = declaration.get(COOKIE);
        if (!HttpToken.is(cookie.value().reveal())) {
            throw new UnusableSource(
                    cookie.at(), "'cookie' is no name that can be sent", "write a cookie name: cookie: SESSION");
        }
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        return new Presentation(
                Presentation.Place.COOKIE, Objects.requireNonNull(declaration.text(COOKIE)), "", credential);
    }
}
