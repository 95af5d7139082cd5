package dev.naysayer.engine.credential.scheme;

import dev.naysayer.dsl.NamedSettings;
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

/** A client says to an authorization server who it is, by a secret (RFC 6749 section 2.3.1). */
final class Client implements AuthScheme {

    private static final String AUTHENTICATION = "authentication";
    private static final String BASIC = "client_secret_basic";
    private static final String POST = "client_secret_post";

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
                                "`client_secret_basic`: in `Authorization`; or `client_secret_post`: in the form")
                        .otherwise("`client_secret_basic`")
                        .like(POST));
    }

    @Override
    public Set<Trait> traits(NamedSettings declaration) {
        return EnumSet.of(
                Trait.ANY, Trait.CLIENT, isInForm(declaration) ? Trait.CLIENT_IN_FORM : Trait.CLIENT_IN_HEADER);
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
        if (said != null && !List.of(BASIC, POST).contains(said)) {
            throw new UnusableSource(
                    declaration.get(AUTHENTICATION).at(),
                    "a client with a secret cannot authenticate like this",
                    "write %s or %s".formatted(BASIC, POST));
        }
    }

    @Override
    public Presentation present(NamedSettings declaration, Secret credential) {
        return ClientPair.of(credential).presentation(isInForm(declaration));
    }
}
