package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
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
    public Form form() {
        return Form.of(
                "`mint`",
                Key.text("issuer", "text: the claim `iss`; or `embedded`, see below")
                        .required("say whose tokens they are: 'issuer: https://issuer.example'")
                        .like("https://issuer.example"),
                Key.text("audience", "text: the claim `aud`")
                        .required("say whom they are for: 'audience: https://orders.example'")
                        .like("https://orders.example"),
                Key.secret("key", "reference to a key: a JWK with its private part, or PEM")
                        .like("${ORDERS_KEY}"),
                Key.text("key-store", "path of a PKCS#12 file; a relative one begins in the working directory")
                        .like("keys/orders.p12"),
                Key.secret("key-store-password", "reference to its password")
                        .otherwise("the empty password")
                        .like("${KEYS_PASSWORD}"),
                Key.text("key-alias", "text: which key of the store")
                        .otherwise("the only one")
                        .like("orders"),
                Key.text("subject", "text: the claim `sub`")
                        .otherwise("`naysayer`")
                        .like("user-1"),
                Key.text("algorithm", "one that fits the key, see below")
                        .otherwise("the JWK's `alg`, else the first that fits")
                        .like("PS256"),
                Key.text("key-id", "text: the header `kid`")
                        .otherwise("the JWK's `kid`, else none is sent")
                        .like("2026-1"),
                Key.text("type", "text: the header `typ`").otherwise("`JWT`").like("at+jwt"),
                Key.mapping("claims", "mapping: further claims, of any JSON")
                        .otherwise("none")
                        .like("{roles: [auditor], tenant: a1}"),
                Key.mapping("header", "mapping: further members of the header, of any JSON")
                        .otherwise("none")
                        .like("{x5t: …}"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.BEARER);
    }

    @Override
    public boolean choosesLogins() {
        return true;
    }

    @Override
    public boolean wantsIssuer(NamedSettings declaration) {
        return EMBEDDED.equals(declaration.text("issuer"));
    }

    /** Where its token is refused, the issuer's metadata at two places, and its keys. */
    @Override
    public int mostRequests(NamedSettings declaration) {
        return Endpoint.named(declaration, "issuer").isEmpty() ? 0 : 3;
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        String issuer = declaration.get("issuer").value().reveal();
        FurtherMembers.CLAIMS.check(declaration);
        FurtherMembers.HEADER.check(declaration);
        if (wantsIssuer(declaration)) {
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
                                + " let @SpringBootTest or a ContractTarget start the API, or give 'issuer' and 'key' of an issuer that it trusts");
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
                subject == null ? "naysayer" : subject,
                FurtherMembers.HEADER.of(declaration),
                FurtherMembers.CLAIMS.of(declaration));
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
