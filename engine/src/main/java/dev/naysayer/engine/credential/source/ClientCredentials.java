package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Shape;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code client-credentials:} asks an authorization server for tokens (RFC 6749 section 4.4). */
final class ClientCredentials implements TokenSource {

    @Override
    public String name() {
        return "client-credentials";
    }

    @Override
    public Shape shape() {
        return new Shape(
                Set.of("client-id"),
                Set.of(
                        "issuer",
                        "token-endpoint",
                        "revocation-endpoint",
                        "jwks",
                        "client-secret",
                        "client-key",
                        "client-authentication",
                        "assertion-audience",
                        "scope",
                        "audience",
                        "resource",
                        "other-scope",
                        "other-audience",
                        "other-resource",
                        "other-audience-scope"),
                Set.of("client-secret", "client-key"));
    }

    @Override
    public boolean serves(Set<Trait> traits) {
        return traits.contains(Trait.BEARER);
    }

    /** Its tokens expire when their time has come, and no sooner. */
    @Override
    public boolean waitsFor(TokenNeed need) {
        return need == TokenNeed.Kind.EXPIRED;
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        AuthorizationServer server = server(declaration, context);
        TokenEndpoint endpoint = new TokenEndpoint(server, ClientAuthentication.of(declaration, context), context);
        return new ClientTokens(
                endpoint,
                server.keys(context.http()),
                Wishes.of(declaration),
                new Expiring(context, Expiring.SETTLING, Expiring.Pause.REAL));
    }

    private static AuthorizationServer server(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Map<String, Setting> settings = declaration.settings();
        URI issuer = uri("issuer", settings.get("issuer"), context);
        URI token = uri("token-endpoint", settings.get("token-endpoint"), context);
        URI revocation = uri("revocation-endpoint", settings.get("revocation-endpoint"), context);
        URI keys = uri("jwks", settings.get("jwks"), context);
        if (issuer != null && token != null) {
            throw new UnusableSource(
                    declaration.get("token-endpoint").at(),
                    "the issuer's metadata names the token endpoint already",
                    "leave out 'issuer' or 'token-endpoint'");
        }
        if (token != null) {
            return AuthorizationServer.of(token, revocation, keys, context);
        }
        if (issuer == null) {
            throw new UnusableSource(
                    declaration.at(),
                    "'client-credentials' names no server",
                    "give 'issuer', whose metadata names the endpoints, or 'token-endpoint'");
        }
        return AuthorizationServer.discovered(issuer, revocation, keys, context);
    }

    static @Nullable URI uri(String name, @Nullable Setting setting, SourceContext context) throws UnusableSource {
        if (setting == null) {
            return null;
        }
        URI uri = Endpoint.parse(setting.value().reveal());
        if (uri == null) {
            throw new UnusableSource(
                    setting.at(),
                    "'%s' is no URL of a server".formatted(name),
                    "write https://host/path, without user name and fragment");
        }
        if (context.destinations().forbidClearText(uri)) {
            throw new UnusableSource(
                    setting.at(),
                    "'%s' is plain http to another machine: whoever is on the way can read and change what is said"
                            .formatted(name),
                    "write https://, or say why it may be: 'allow-plain-http: …' at the top of the suite");
        }
        return uri;
    }
}
