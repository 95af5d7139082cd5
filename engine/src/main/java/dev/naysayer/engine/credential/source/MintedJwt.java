package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Shape;
import dev.naysayer.engine.credential.EmbeddedIssuer;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code mint:} signs tokens itself, with a key that the API trusts; so it can make every wrong one too. */
final class MintedJwt implements TokenSource {

    /** What {@code issuer} says where the tests' own issuer signs. */
    private static final String EMBEDDED = "embedded";

    /** A key and what is told about it; the embedded issuer has its own. */
    private static final List<String> OF_THE_KEY =
            List.of("key", "key-store", "key-store-password", "key-alias", "key-id");

    @Override
    public String name() {
        return "mint";
    }

    @Override
    public Shape shape() {
        return new Shape(
                Set.of("issuer", "audience"),
                Set.of("key", "key-store", "key-store-password", "key-alias", "subject", "algorithm", "key-id", "type"),
                Set.of("key", "key-store-password"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.BEARER);
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        String issuer = declaration.get("issuer").value().reveal();
        if (issuer.equals(EMBEDDED)) {
            checkEmbedded(declaration);
            return embedded(declaration, context);
        }
        checkKey(declaration);
        SigningKey key = SigningKey.of(declaration);
        hide(declaration, context, "key", "key-store-password");
        return new Mint(key, good(declaration, issuer, key.keyId()), context);
    }

    private static void hide(NamedSettings declaration, SourceContext context, String... names) {
        for (String name : names) {
            Setting setting = declaration.settings().get(name);
            if (setting != null) {
                Secret secret = setting.value();
                context.secrets().accept(secret);
            }
        }
    }

    private static TokenSupply embedded(NamedSettings declaration, SourceContext context) {
        EmbeddedIssuer issuer = context.issuer();
        if (issuer == null) {
            return request -> {
                throw new SourceFailed(
                        "the embedded issuer runs only for a target that the build starts:"
                                + " let a ContractTarget start the API, or give 'issuer' and 'key' of an issuer that it trusts");
            };
        }
        SigningKey key = SigningKey.of(issuer.key());
        return new Mint(key, good(declaration, issuer.url(), key.keyId()), context);
    }

    private static GoodClaims good(NamedSettings declaration, String issuer, @Nullable String keyId) {
        String type = declaration.text("type");
        String subject = declaration.text("subject");
        return new GoodClaims(
                type == null ? "JWT" : type,
                keyId,
                issuer,
                declaration.get("audience").value().reveal(),
                subject == null ? "naysayer" : subject);
    }

    private static void checkEmbedded(NamedSettings declaration) throws UnusableSource {
        Map<String, Setting> settings = declaration.settings();
        for (String name : OF_THE_KEY) {
            if (settings.containsKey(name)) {
                throw new UnusableSource(
                        declaration.get(name).at(),
                        "the embedded issuer has a key of its own",
                        "leave '%s' out, or give 'issuer' as the API knows it".formatted(name));
            }
        }
        String algorithm = declaration.text("algorithm");
        if (algorithm != null && !algorithm.equals(LocalIssuer.ALGORITHM.getName())) {
            throw new UnusableSource(
                    declaration.get("algorithm").at(),
                    "the embedded issuer signs by " + LocalIssuer.ALGORITHM,
                    "leave 'algorithm' out");
        }
    }

    private static void checkKey(NamedSettings declaration) throws UnusableSource {
        Map<String, Setting> settings = declaration.settings();
        boolean key = settings.containsKey("key");
        boolean store = settings.containsKey("key-store");
        if (!key && !store) {
            throw new UnusableSource(
                    declaration.at(),
                    "'mint' has no key to sign with",
                    "give 'key' or 'key-store'; or 'issuer: embedded', if the build starts the API");
        }
        if (key && store) {
            throw new UnusableSource(
                    declaration.get("key-store").at(), "'mint' signs with one key", "leave out 'key' or 'key-store'");
        }
        for (String name : List.of("key-store-password", "key-alias")) {
            Position at = settings.containsKey(name) ? declaration.get(name).at() : null;
            if (!store && at != null) {
                throw new UnusableSource(
                        at,
                        "'%s' belongs to a key store".formatted(name),
                        "leave it out, or give 'key-store' in place of 'key'");
            }
        }
    }
}
