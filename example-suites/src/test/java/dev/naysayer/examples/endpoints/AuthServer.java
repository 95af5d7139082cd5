package dev.naysayer.examples.endpoints;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Three endpoints of an authorization server on a free loopback port: right, but for one flaw. */
final class AuthServer implements AutoCloseable {

    static final String CLIENT = "naysayer";
    static final String SECRET = "s3cret:" + UUID.randomUUID();

    static final String OTHER_CLIENT = "naysayer-2";
    static final String OTHER_SECRET = UUID.randomUUID().toString();

    /** A client without a secret. */
    static final String APP = "naysayer-app";

    private static final Map<String, String> SECRETS =
            Map.of(CLIENT, SECRET, OTHER_CLIENT, OTHER_SECRET, APP, "", "naysayer-app-2", "");

    /** A token that it gave. */
    static final String TOKEN = UUID.randomUUID().toString();

    private static final Set<String> KNOWN = Set.of(
            "grant_type",
            "scope",
            "client_id",
            "client_secret",
            "token",
            "token_type_hint",
            "resource",
            "code",
            "redirect_uri",
            "code_verifier",
            "refresh_token");

    private final HttpServer server;
    private final Flaw flaw;

    private AuthServer(HttpServer server, Flaw flaw) {
        this.server = server;
        this.flaw = flaw;
    }

    static AuthServer start(Flaw flaw) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            AuthServer started = new AuthServer(server, flaw);
            server.createContext("/", started::answer);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = spoilt(reply(Ask.of(exchange)));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Reply spoilt(Reply reply) {
        if (reply.status() < 400) {
            return flaw == Flaw.TOKEN_MAY_BE_STORED ? reply.without("Cache-Control") : reply;
        }
        return switch (flaw) {
            case ERROR_AS_PAGE ->
                new Reply(reply.status(), reply.headers(), "<html>Refused</html>").with("Content-Type", "text/html");
            case UMLAUT_IN_DESCRIPTION ->
                new Reply(reply.status(), reply.headers(), reply.body().replace("The request was", "Ungültig,"));
            case UMLAUT_IN_URI ->
                new Reply(
                        reply.status(),
                        reply.headers(),
                        reply.body().replace("}", ",\"error_uri\":\"https://as.example/fehler/ungültig\"}"));
            case CODE_OF_ITS_OWN ->
                new Reply(reply.status(), reply.headers(), reply.body().replace("invalid_client", "bad_credentials"));
            default -> reply;
        };
    }

    private Reply reply(Ask ask) {
        if (!ask.method().equals("POST")) {
            return flaw == Flaw.TOKEN_BY_GET && ask.path().equals("/token")
                    ? token("orders:read")
                    : Reply.error(405, "invalid_request").with("Allow", "POST");
        }
        if (!ask.isForm()) {
            return Reply.error(400, "invalid_request");
        }
        Reply stranger = stranger(ask);
        if (stranger != null) {
            return stranger;
        }
        if (ask.repeats() && flaw != Flaw.REPEATED_TAKEN) {
            return Reply.error(400, "invalid_request");
        }
        if (flaw == Flaw.UNKNOWN_PARAMETER_REFUSED
                && !KNOWN.containsAll(ask.form().keySet())) {
            return Reply.error(400, "invalid_request");
        }
        return switch (ask.path()) {
            case "/token" ->
                token(flaw == Flaw.FORM_TAKEN_FROM_QUERY && ask.form().size() < 3 ? ask.byQuery() : ask, client(ask));
            case "/introspect" -> introspected(ask);
            case "/revoke" -> revoked(ask);
            default -> Reply.json(404, "{}");
        };
    }

    /** What is said to who is no client, or says it badly; null where a client asks. */
    private @Nullable Reply stranger(Ask ask) {
        boolean inForm = ask.text("client_secret") != null;
        if (ask.basic() != null && inForm && flaw != Flaw.TWO_WAYS_TAKEN) {
            return Reply.error(400, "invalid_request");
        }
        if (flaw == Flaw.ANYBODY_MAY_ASK && ask.path().equals("/introspect")) {
            return null;
        }
        if (flaw == Flaw.SECRET_TAKEN_FROM_QUERY && ask.query().containsKey("client_secret")) {
            return null;
        }
        if (flaw == Flaw.APP_NEED_NOT_SAY_ITS_NAME && client(ask).isEmpty()) {
            return null;
        }
        String known = SECRETS.get(client(ask));
        if (known != null && (known.equals(secret(ask)) || (ask.basic() != null && flaw == Flaw.SECRET_NOT_COMPARED))) {
            return null;
        }
        Reply failed = ask.basic() != null || flaw == Flaw.FREE ? failedInHeader() : Reply.error(400, "invalid_client");
        return known == null && flaw == Flaw.UNKNOWN_CLIENT_TOLD ? failed.saying("There is no such client") : failed;
    }

    /** What is said to be asking; empty where nothing is said. */
    private static String client(Ask ask) {
        return ask.basic() == null ? Objects.requireNonNullElse(ask.text("client_id"), "") : half(ask.basic(), 0);
    }

    private static String secret(Ask ask) {
        return ask.basic() == null ? Objects.requireNonNullElse(ask.text("client_secret"), "") : half(ask.basic(), 1);
    }

    /** Both are form-encoded before they are joined (RFC 6749 section 2.3.1). */
    private static String half(String basic, int which) {
        String[] halves = basic.split(":", 2);
        return halves.length < 2 ? "" : URLDecoder.decode(halves[which], StandardCharsets.UTF_8);
    }

    private Reply failedInHeader() {
        return switch (flaw) {
            case FAILED_CLIENT_GETS_400 -> Reply.error(400, "invalid_client");
            case FAILED_CLIENT_GETS_BEARER ->
                Reply.error(401, "invalid_client").with("WWW-Authenticate", "Bearer realm=\"as\"");
            default -> Reply.error(401, "invalid_client").with("WWW-Authenticate", "Basic realm=\"as\"");
        };
    }

    private Reply token(Ask ask, String client) {
        String grant = ask.text("grant_type");
        String scope = ask.text("scope");
        if (grant == null || (flaw == Flaw.EMPTY_PARAMETER_REFUSED && ask.form().containsKey("resource"))) {
            return Reply.error(400, "invalid_request");
        }
        if (Set.of("authorization_code", "refresh_token").contains(grant)) {
            boolean taken = grant.equals("refresh_token")
                    ? Grants.refreshes(client, ask, flaw)
                    : Grants.redeems(client, ask, flaw);
            return taken
                    ? token("orders:read")
                    : flaw == Flaw.GRANT_REFUSED_BY_401
                            ? Reply.error(401, "invalid_grant").with("WWW-Authenticate", "Basic realm=\"as\"")
                            : Reply.error(400, "invalid_grant");
        }
        if (!grant.equals("client_credentials")) {
            return Reply.error(400, flaw == Flaw.OTHER_CODE ? "invalid_grant" : "unsupported_grant_type");
        }
        boolean mayNot = client.startsWith(APP) && flaw != Flaw.TOKEN_FOR_ANY_APP;
        if (mayNot || (client.equals(OTHER_CLIENT) && flaw != Flaw.GRANT_NOT_CHECKED)) {
            return Reply.error(400, flaw == Flaw.OTHER_CODE ? "invalid_grant" : "unauthorized_client");
        }
        return scope == null || scope.equals("orders:read") || flaw == Flaw.FREE
                ? token("orders:read")
                : Reply.error(400, "invalid_scope");
    }

    private static Reply token(String scope) {
        return Reply.json(
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"%s\"}"
                        .formatted(UUID.randomUUID(), scope));
    }

    private Reply introspected(Ask ask) {
        boolean unknownHint = ask.text("token_type_hint") != null && flaw == Flaw.FREE;
        if (unknownHint || (ask.text("token") == null && flaw != Flaw.FREE)) {
            return Reply.error(400, unknownHint ? "unsupported_token_type" : "invalid_request");
        }
        if (TOKEN.equals(ask.text("token"))) {
            return Reply.json(200, "{\"active\":true,\"scope\":\"orders:read\"}");
        }
        return switch (flaw) {
            case ACTIVE_MISSING -> Reply.json(200, "{\"valid\":false}");
            case INACTIVE_SAYS_MORE -> Reply.json(200, "{\"active\":false,\"reason\":\"unknown\"}");
            default -> Reply.json(200, "{\"active\":false}");
        };
    }

    private Reply revoked(Ask ask) {
        boolean unknown = !TOKEN.equals(ask.text("token")) && flaw == Flaw.REVOKING_UNKNOWN_IS_ERROR;
        if (ask.text("token") == null || unknown) {
            return Reply.error(400, "invalid_request");
        }
        return Reply.json(200, "");
    }
}
