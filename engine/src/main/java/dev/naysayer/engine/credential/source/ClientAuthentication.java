package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.BasicPair;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.SourceFailed;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How a client proves to an authorization server who it is. */
interface ClientAuthentication {

    String BASIC = "client_secret_basic";
    String POST = "client_secret_post";
    String ASSERTION = "private_key_jwt";

    /**
     * Adds the proof to a request.
     *
     * @param tokenEndpoint what an assertion is meant for, wherever it is sent
     */
    void authenticate(URI tokenEndpoint, Map<String, Secret> form, Map<String, Secret> headers) throws SourceFailed;

    /** The settings that name it where a server does not take it. */
    String settings();

    /** As the suite declares it. */
    static ClientAuthentication of(NamedSettings declaration, GrantType grantType, SourceContext context)
            throws UnusableSource {
        Setting secret = declaration.settings().get("client-secret");
        Setting key = declaration.settings().get("client-key");
        if (secret != null && key == null) {
            if (secret.value().reveal().lines().count() > 1) {
                throw new UnusableSource(
                        secret.at(), "the client's secret has a line break", "let what gives it give the secret alone");
            }
            return bySecret(declaration, secret.value(), context);
        }
        if (key != null && secret == null) {
            return byKey(declaration, key, context);
        }
        if (key == null && !grantType.equals(GrantType.CLIENT)) {
            checkMethod(declaration, Set.of());
            return new OnlyNamed(declaration.get("client-id").value().reveal());
        }
        throw new UnusableSource(
                key == null ? declaration.at() : key.at(),
                "a client has one way to say who it is",
                "give either 'client-secret' or 'client-key'");
    }

    private static ClientAuthentication bySecret(NamedSettings declaration, Secret secret, SourceContext context)
            throws UnusableSource {
        String id = declaration.get("client-id").value().reveal();
        checkMethod(declaration, Set.of(BASIC, POST));
        if (declaration.settings().containsKey("assertion-audience")) {
            throw new UnusableSource(
                    declaration.get("assertion-audience").at(),
                    "'assertion-audience' belongs to a client with a key",
                    "leave it out, or give 'client-key' in place of 'client-secret'");
        }
        context.secrets().accept(secret);
        return POST.equals(declaration.text("client-authentication"))
                ? new InForm(id, secret)
                : new InHeader(id, secret, context);
    }

    private static ClientAuthentication byKey(NamedSettings declaration, Setting key, SourceContext context)
            throws UnusableSource {
        checkMethod(declaration, Set.of(ASSERTION));
        context.secrets().accept(key.value());
        return new ClientAssertion(
                declaration.get("client-id").value().reveal(),
                SigningKey.of("client-key", key),
                declaration.text("assertion-audience"),
                context,
                UUID::randomUUID);
    }

    private static void checkMethod(NamedSettings declaration, Set<String> fitting) throws UnusableSource {
        String declared = declaration.text("client-authentication");
        if (declared != null && !fitting.contains(declared)) {
            throw new UnusableSource(
                    declaration.get("client-authentication").at(),
                    "'client-authentication' does not fit what the client has",
                    "with 'client-secret' it is %s or %s, with 'client-key' %s".formatted(BASIC, POST, ASSERTION));
        }
    }

    /** A public client, which has nothing to prove itself by (RFC 6749 section 3.2.1). */
    record OnlyNamed(String id) implements ClientAuthentication {

        @Override
        public void authenticate(URI tokenEndpoint, Map<String, Secret> form, Map<String, Secret> headers) {
            form.put("client_id", new Secret(id));
        }

        @Override
        public String settings() {
            return "'client-id', and whether the client needs a 'client-secret'";
        }
    }

    /** {@code client_secret_basic} (RFC 6749 section 2.3.1). */
    record InHeader(String id, Secret secret, SourceContext context) implements ClientAuthentication {

        @Override
        public void authenticate(URI tokenEndpoint, Map<String, Secret> form, Map<String, Secret> headers) {
            String pair = encoded(id) + ":" + encoded(secret.reveal());
            Secret credentials = BasicPair.encoded(pair);
            context.secrets().accept(BasicPair.hidden(credentials));
            headers.put("Authorization", new Secret("Basic " + credentials.reveal()));
        }

        /** Both are form-encoded before they are put together: an identifier may hold a colon. */
        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String settings() {
            return "'client-id', 'client-secret' and 'client-authentication'";
        }
    }

    /** {@code client_secret_post} (RFC 6749 section 2.3.1). */
    record InForm(String id, Secret secret) implements ClientAuthentication {

        @Override
        public void authenticate(URI tokenEndpoint, Map<String, Secret> form, Map<String, Secret> headers) {
            form.put("client_id", new Secret(id));
            form.put("client_secret", secret);
        }

        @Override
        public String settings() {
            return "'client-id', 'client-secret' and 'client-authentication'";
        }
    }
}
