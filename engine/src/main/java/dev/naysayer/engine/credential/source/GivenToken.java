package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code token:} credentials that somebody else got: a good one, and those that were captured for single conditions. */
final class GivenToken implements TokenSource {

    static final String GOOD = "good";

    private static final String JWKS = "jwks";

    /** The page of sources tells of this one, and of no other. */
    private static final String EXAMPLE = "expired-token";

    @Override
    public String name() {
        return "token";
    }

    @Override
    public Form form() {
        // Looked up here and not earlier: the conditions and the sources are lists that must not wait for each other.
        Set<String> others = CredentialConditions.ALL.stream()
                .filter(GivenToken::asksForItsOwn)
                .map(condition -> condition.info().name())
                .filter(name -> !name.equals(EXAMPLE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Form.of(
                "`token`",
                Key.secret(GOOD, "reference to a good credential").like("${ACCESS_TOKEN}"),
                Key.secret(
                                EXAMPLE,
                                "reference to a credential that is wrong in this way; the same for every other condition that asks for a"
                                        + " token of its own")
                        .like("${file:expired.jwt}")
                        .alsoNamed(others),
                Key.text(
                                JWKS,
                                "URL of the keys that good tokens are signed with, as a JWK Set (RFC 7517): with the public key anybody can"
                                        + " make `hmac-public-key-*`; asked for only then")
                        .otherwise("these conditions are not obtainable")
                        .like("https://login.example/jwks"));
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
    public List<URI> servers(NamedSettings declaration) {
        return Endpoint.named(declaration, JWKS);
    }

    @Override
    public int mostRequests(NamedSettings declaration) {
        return declaration.settings().containsKey(JWKS) ? 1 : 0;
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
