package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.ClientPair;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client says to an authorization server who it is, by a secret (RFC 6749 section 2.3.1) or by its name alone (section 3.2.1). */
final class Client implements AuthScheme {

    private static final String AUTHENTICATION = "authentication";
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

    /** As client metadata calls it (RFC 7591 section 2). */
    private static final String NONE = "none";

    @Override
    public String name() {
        return "client";
    }

    @Override
    public Form form() {
        return Form.of(
                "`client`",
                Key.text(
                                AUTHENTICATION,
                                "`client_secret_basic`: in `Authorization`; `client_secret_post`: in the form; or `none`: a public"
                                        + " client, which has no secret")
                        .otherwise("`client_secret_basic`")
                        .like(POST));
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return NONE.equals(declaration.text(AUTHENTICATION))
                ? EnumSet.of(Trait.ANY, Trait.CLIENT, Trait.CLIENT_WITHOUT_SECRET)
                : EnumSet.of(
                        Trait.ANY,
                        Trait.CLIENT,
                        Trait.CLIENT_WITH_SECRET,
                        isInForm(declaration) ? Trait.CLIENT_IN_FORM : Trait.CLIENT_IN_HEADER);
    }

    private static boolean isInForm(NamedSettings declaration) {
        return POST.equals(declaration.text(AUTHENTICATION));
    }

    /** What stands in the form has none; {@code Basic} is judged by the rule about clients, which knows how each one asked. */
    @Override
    public @Nullable String challengeScheme() {
        return null;
    }

    @Override
    public void check(NamedSettings declaration) throws UnusableSource {
        String said = declaration.text(AUTHENTICATION);
        if (said != null && !List.of(BASIC, POST, NONE).contains(said)) {
            throw new UnusableSource(
                    declaration.get(AUTHENTICATION).at(),
                    "a client cannot authenticate like this here",
                    "write %s, %s, or %s where it has no secret".formatted(BASIC, POST, NONE));
        }
    }

    @Override
    public void check(NamedSettings declaration, NamedSettings source) throws UnusableSource {
        boolean isPublic = NONE.equals(declaration.text(AUTHENTICATION));
        for (String key : List.of("client-secret", "other-client-secret")) {
            Setting secret = source.settings().get(key);
            if (isPublic && secret != null) {
                throw new UnusableSource(
                        secret.at(),
                        "'%s: %s' is a client without a secret".formatted(AUTHENTICATION, NONE),
                        "leave '%s' out, or say how the secret is sent: '%s: %s'"
                                .formatted(key, AUTHENTICATION, BASIC));
            }
            if (!isPublic && secret == null && source.settings().containsKey(key.replace("secret", "id"))) {
                throw new UnusableSource(
                        source.at(),
                        "there is no '%s'".formatted(key),
                        "refer to it: '%s: ${…}'; of a public client say '%s: %s'"
                                .formatted(key, AUTHENTICATION, NONE));
            }
        }
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        return ClientPair.of(credential).presentation(isInForm(declaration));
    }
}
