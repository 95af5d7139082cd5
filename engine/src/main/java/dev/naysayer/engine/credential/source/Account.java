package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.Set;

/** {@code account:} a user name and password that the API knows. */
final class Account implements TokenSource {

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Form form() {
        return Form.of(
                "`account`",
                Key.text("user", "text, without colon and control characters (RFC 7617 section 2)")
                        .required("say whose account it is: 'user: anna'")
                        .like("anna"),
                Key.secret("password", "reference to the password, without control characters")
                        .required("refer to the password: 'password: ${ANNA_PASSWORD}'")
                        .like("${ANNA_PASSWORD}"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.BASIC) || traits.contains(Trait.DIGEST);
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Setting user = declaration.get("user");
        Setting password = declaration.get("password");
        if (user.value().reveal().contains(":")) {
            throw new UnusableSource(
                    user.at(),
                    "a user name must not hold a colon (RFC 7617 section 2)",
                    "give another user: the API would take what stands behind the colon for the password");
        }
        checkCharacters("user", user);
        checkCharacters("password", password);
        context.secrets().accept(password.value());
        Secret pair = new Secret(user.value().reveal() + ":" + password.value().reveal());
        return request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(pair, null);
            }
            throw new NotObtainable(
                    "a user name and password cannot be wrong in this way",
                    "it below 'token', as '%s'".formatted(request.condition()));
        };
    }

    private static void checkCharacters(String name, Setting setting) throws UnusableSource {
        if (setting.value().reveal().chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSource(
                    setting.at(),
                    "'%s' holds a line end or another control character (RFC 7617 section 2)".formatted(name),
                    "let what it refers to give nothing else");
        }
    }
}
