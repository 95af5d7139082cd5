package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.ClientPair;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.Token;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.Set;

/** {@code registration:} a client that the authorization server knows. */
final class Registration implements TokenSource {

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public Form form() {
        return Form.of(
                "`registration`",
                Key.text("client-id", "text: which client it is")
                        .required("say which client it is: 'client-id: naysayer'")
                        .like("naysayer"),
                Key.secret("client-secret", "reference to the client's secret")
                        .required("refer to the client's secret: 'client-secret: ${CLIENT_SECRET}'")
                        .like("${CLIENT_SECRET}"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.CLIENT);
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Setting secret = declaration.get("client-secret");
        if (secret.value().reveal().chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSource(
                    secret.at(),
                    "the client's secret holds a line end or another control character",
                    "let what gives it give the secret alone");
        }
        context.secrets().accept(secret.value());
        String pair = new ClientPair(
                        declaration.get("client-id").value().reveal(),
                        secret.value().reveal())
                .text();
        return request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return new Token(new Secret(pair), null);
            }
            throw new NotObtainable(
                    "a client's secret cannot be wrong in this way",
                    "it below 'token', as '%s'".formatted(request.condition()));
        };
    }
}
