package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Presentation.Place;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token against forged requests, in a header or a form's field that a page of another site cannot fill; it stands beside a session. */
final class Csrf implements AuthScheme {

    private static final String HEADER = "header";
    private static final String FIELD = "field";
    private static final String COOKIE = "cookie";

    private static final Predicate<String> FORM_FIELD =
            Pattern.compile("[ -~]*[!-~]").asMatchPredicate();

    @Override
    public String name() {
        return "csrf";
    }

    @Override
    public Form form() {
        return Form.of(
                "`csrf`",
                Key.text(HEADER, "the header's name").like("X-XSRF-TOKEN"),
                Key.text(FIELD, "in place of `header`, the name of a field of the form that is the operation's body")
                        .like("_csrf"),
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
        boolean inHeader = declaration.text(HEADER) != null;
        boolean inField = declaration.text(FIELD) != null;
        if (!inHeader && !inField) {
            throw new UnusableSource(
                    declaration.at(),
                    "'csrf' does not say where its token travels",
                    "add a header's name, 'header: X-XSRF-TOKEN', or that of a form's field, 'field: _csrf'");
        }
        if (inHeader && inField) {
            throw new UnusableSource(
                    declaration.get(FIELD).at(),
                    "a token travels in one place, and this is a second one",
                    "keep 'header' or 'field'; where some operations take the one and some the other, declare two of the scheme"
                            + " 'csrf', and let 'requires' name which");
        }
        if (inHeader) {
            require(declaration, HEADER, HttpToken::is, "write a field name: header: X-XSRF-TOKEN");
        } else {
            require(declaration, FIELD, FORM_FIELD, "write the name of a form's field: field: _csrf");
        }
        if (declaration.text(COOKIE) != null) {
            require(declaration, COOKIE, HttpToken::is, "write a cookie name: cookie: XSRF-TOKEN");
        }
    }

    private static void require(NamedSettings declaration, String key, Predicate<String> name, String nextStep)
            throws UnusableSource {
        Setting setting = declaration.get(key);
        if (!name.test(setting.value().reveal())) {
            throw new UnusableSource(setting.at(), "'%s' is no name that can be sent".formatted(key), nextStep);
        }
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        String header = declaration.text(HEADER);
        Presentation shown = header == null
                ? new Presentation(Place.FORM, Objects.requireNonNull(declaration.text(FIELD)), "", credential)
                : new Presentation(Place.HEADER, header, "", credential);
        String cookie = declaration.text(COOKIE);
        return cookie == null ? shown : shown.withCookie(cookie);
    }
}
