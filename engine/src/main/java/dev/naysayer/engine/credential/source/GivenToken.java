package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Shape;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import dev.naysayer.engine.credential.condition.CredentialConditions;
import dev.naysayer.engine.credential.jwt.PublishedKey;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code token:} credentials that somebody else got: a good one, and those that were captured for single conditions. */
final class GivenToken implements TokenSource {

    static final String GOOD = "good";

    private static final String JWKS = "jwks";

    @Override
    public String name() {
        return "token";
    }

    @Override
    public Shape shape() {
        // Looked up here and not earlier: the conditions and the sources are lists that must not wait for each other.
        Set<String> names = new LinkedHashSet<>();
        names.add(GOOD);
        CredentialConditions.ALL.stream()
                .filter(GivenToken::asksForItsOwn)
                .forEach(condition -> names.add(condition.info().name()));
        Set<String> all = new LinkedHashSet<>(names);
        all.add(JWKS);
        return new Shape(Set.of(), all, names);
    }

    /** What changes the good token afterwards, or needs none, would pass a token of its own over in silence. */
    private static boolean asksForItsOwn(CredentialCondition condition) {
        TokenNeed need = condition.need();
        return need != TokenNeed.Kind.GOOD && need != TokenNeed.Kind.NONE;
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return true;
    }

    @Override
    public boolean isGiven(NamedSettings declaration, String condition) {
        return declaration.settings().containsKey(condition);
    }

    @Override
    public boolean choosesScopes() {
        return false;
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Map<String, Setting> tokens = new TreeMap<>(declaration.settings());
        URI keys = ClientCredentials.uri(JWKS, tokens.remove(JWKS), context);
        if (tokens.isEmpty()) {
            throw new UnusableSource(
                    declaration.at(),
                    "'token' gives no token",
                    "give one: 'good: ${…}', or one below a condition's name");
        }
        for (Map.Entry<String, Setting> given : tokens.entrySet()) {
            Setting setting = given.getValue();
            Optional<String> fault = TokenText.fault(setting.value().reveal());
            if (fault.isPresent()) {
                throw new UnusableSource(
                        setting.at(),
                        "what '%s' refers to is no token: it %s".formatted(given.getKey(), fault.get()),
                        "let it give the token alone, without the auth-scheme and without a second line");
            }
            context.secrets().accept(setting.value());
        }
        return new GivenTokens(tokens, keys == null ? PublishedKey.UNKNOWN : new KeySet(keys, context.http()), context);
    }
}
