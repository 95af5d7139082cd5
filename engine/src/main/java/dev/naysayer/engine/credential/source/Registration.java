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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code registration:} a client that the authorization server knows. */
final class Registration implements TokenSource {

    private static final String ID = "client-id";
    private static final String SECRET = "client-secret";
    private static final String OTHER_ID = "other-client-id";
    private static final String OTHER_SECRET = "other-client-secret";

    @Override
    public String name() {
        return "registration";
    }

    @Override
    public Form form() {
        return Form.of(
                "`registration`",
                Key.text(ID, "text: which client it is")
                        .required("say which client it is: 'client-id: naysayer'")
                        .like("naysayer"),
                Key.secret(SECRET, "reference to the client's secret")
                        .otherwise("a problem, but of a public client, with `authentication: none`")
                        .like("${CLIENT_SECRET}"),
                Key.text(OTHER_ID, "text: a second client, which must not use what the first was given")
                        .otherwise("what only a second client shows is not obtainable")
                        .like("naysayer-2"),
                Key.secret(OTHER_SECRET, "reference to the second client's secret")
                        .otherwise("as without `client-secret`")
                        .like("${OTHER_SECRET}"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.CLIENT);
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Token client = client(declaration.get(ID), declaration.settings().get(SECRET), context);
        Token other = other(declaration, context);
        return request -> {
            if (request.need() == TokenNeed.Kind.GOOD) {
                return client;
            }
            if (request.need() == TokenNeed.Kind.OTHER_CLIENT) {
                return Optional.ofNullable(other)
                        .orElseThrow(() -> new NotObtainable(
                                "no second client is known",
                                "one below 'registration': 'other-client-id' and 'other-client-secret'"));
            }
            throw new NotObtainable(
                    "a client's secret cannot be wrong in this way",
                    "it below 'token', as '%s'".formatted(request.condition()));
        };
    }

    private static @Nullable Token other(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Setting id = declaration.settings().get(OTHER_ID);
        Setting secret = declaration.settings().get(OTHER_SECRET);
        if (id != null && id.value().equals(declaration.get(ID).value())) {
            throw new UnusableSource(
                    id.at(), "the second client is the first one", "give another one, or leave it out");
        }
        if (id == null && secret != null) {
            throw new UnusableSource(
                    secret.at(), "nobody knows whose secret this is", "say it: '%s: …'".formatted(OTHER_ID));
        }
        return id == null ? null : client(id, secret, context);
    }

    private static Token client(Setting id, @Nullable Setting secret, SourceContext context) throws UnusableSource {
        if (secret == null) {
            return new Token(new Secret(new ClientPair(id.value().reveal(), "").text()), null);
        }
        if (secret.value().reveal().chars().anyMatch(Character::isISOControl)) {
            throw new UnusableSource(
                    secret.at(),
                    "the client's secret holds a line end or another control character",
                    "let what gives it give the secret alone");
        }
        context.secrets().accept(secret.value());
        ClientPair pair = new ClientPair(id.value().reveal(), secret.value().reveal());
        return new Token(new Secret(pair.text()), null);
    }
}
