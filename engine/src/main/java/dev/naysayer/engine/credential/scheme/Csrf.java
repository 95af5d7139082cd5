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

/** A token against forged requests, in a header that a page of another site cannot set; it stands beside a session. */
final class Csrf implements AuthScheme {

    private static final String HEADER = "header";
    private static final String COOKIE = "cookie";

    @Override
    public String name() {
        return "csrf";
    }

    @Override
    public Form form() {
        return Form.of(
                "`csrf`",
                Key.text(HEADER, "the header's name").like("X-XSRF-TOKEN"),
                Key.text(COOKIE, "the name of a cookie that holds the same token, where the API compares the two")
                        .otherwise("it travels in no cookie")
                        .like("XSRF-TOKEN"));
    }

    /** It proves nobody's identity, so what is about every credential is not about this one. */
    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(Trait.CSRF);
    }

    @Override
    public boolean guards() {
        return true;
    }

    @Override
    public @Nullable String challengeScheme() {
        return null;
    }

    @Override
    public void check(NamedSettings declaration) throws UnusableSource {
        if (declaration.text(HEADER) == null) {
            throw new UnusableSource(
                    declaration.at(),
                    "'csrf' does not say which header carries its token",
                    "add the header's name: 'header: X-XSRF-TOKEN'");
        }
        require(declaration, HEADER, "write a field name: header: X-XSRF-TOKEN");
        if (declaration.text(COOKIE) != null) {
            require(declaration, COOKIE, "write a cookie name: cookie: XSRF-TOKEN");
        }
    }

    private static void require(NamedSettings declaration, String key, String nextStep) throws UnusableSource {
        Setting setting = declaration.get(key);
        if (!HttpToken.is(setting.value().reveal())) {
            throw new UnusableSource(setting.at(), "'%s' is no name that can be sent".formatted(key), nextStep);
        }
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        Presentation shown = new Presentation(
                Presentation.Place.HEADER, Objects.requireNonNull(declaration.text(HEADER)), "", credential);
        String cookie = declaration.text(COOKIE);
        return cookie == null ? shown : shown.withCookie(cookie);
    }
}
