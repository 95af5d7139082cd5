package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.TokenSupply;
import dev.naysayer.engine.credential.Trait;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code client-credentials:} asks an authorization server for tokens, as a client for itself (RFC 6749 section 4.4) or for a user. */
final class ClientCredentials implements TokenSource {

    @Override
    public String name() {
        return "client-credentials";
    }

    @Override
    public Form form() {
        return Form.of(
                "`client-credentials`",
                Key.text("issuer", "URL of the server; its metadata name the endpoints")
                        .like("https://login.example/realms/orders"),
                Key.text("token-endpoint", "URL that gives tokens, in place of `issuer`")
                        .like("https://login.example/token"),
                Key.text("revocation-endpoint", "URL that takes tokens back")
                        .otherwise("the one in the metadata")
                        .like("https://login.example/revoke"),
                Key.text("jwks", "URL of the keys that its tokens are signed with, as a JWK Set")
                        .otherwise("the `jwks_uri` in the metadata")
                        .like("https://login.example/jwks"),
                Key.text("client-id", "text: who asks")
                        .required("say who asks: 'client-id: naysayer'")
                        .like("naysayer"),
                Key.secret("client-secret", "reference to the client's secret").like("${CLIENT_SECRET}"),
                Key.secret(
                                "client-key",
                                "reference to the client's key, in place of the secret: a JWK with its private part, or PEM")
                        .like("${CLIENT_KEY}"),
                Key.text(
                                "client-authentication",
                                "`client_secret_basic` or `client_secret_post`; with a key, `private_key_jwt`")
                        .otherwise("`client_secret_basic`, with a key `private_key_jwt`")
                        .like("client_secret_post"),
                Key.text("assertion-audience", "text: what a `private_key_jwt` is meant for")
                        .otherwise("the token endpoint")
                        .like("https://login.example"),
                Key.text("user", "text: for whom the client asks, with his `password` (RFC 6749 section 4.3)")
                        .otherwise("it asks for itself")
                        .like("anna"),
                Key.secret("password", "reference to the user's password").like("${ANNA_PASSWORD}"),
                Key.secret("refresh-token", "reference to a refresh token that it asks with (RFC 6749 section 6)")
                        .otherwise("it asks for itself")
                        .like("${ANNA_REFRESH_TOKEN}"),
                Key.text("scope", "text: the scopes to ask for")
                        .otherwise("those of the operation")
                        .like("api://orders/.default"),
                Key.text("audience", "text: the parameter `audience` that some servers know")
                        .otherwise("none is sent")
                        .like("https://orders.example"),
                Key.text("resource", "text: the parameter `resource` (RFC 8707)")
                        .otherwise("none is sent")
                        .like("https://orders.example"),
                Key.text("other-scope", "text: scopes that the client may have and no operation needs")
                        .like("profile"),
                Key.text("other-audience", "text: another API, as `audience`").like("https://invoices.example"),
                Key.text("other-resource", "text: another API, as `resource`").like("https://invoices.example"),
                Key.text("other-audience-scope", "text: scopes by which the server gives tokens for another API")
                        .like("api://invoices/.default"));
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
    public List<URI> servers(NamedSettings declaration) {
        return Endpoint.named(declaration, "issuer", "token-endpoint", "revocation-endpoint", "jwks");
    }

    /** Two places of metadata, the keys, and the token. */
    @Override
    public int mostRequests(NamedSettings declaration) {
        return declaration.settings().containsKey("issuer") ? 4 : 2;
    }

    @Override
    public TokenSupply open(NamedSettings declaration, SourceContext context) throws UnusableSource {
        AuthorizationServer server = server(declaration, context);
        GrantType grantType = GrantType.of(declaration, context);
        TokenEndpoint endpoint =
                new TokenEndpoint(server, ClientAuthentication.of(declaration, grantType, context), grantType, context);
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
