package dev.naysayer.examples.mcp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one path to which all messages go, and the metadata beside it. */
final class Endpoint implements ResponseDefinitionTransformerV2 {

    private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";
    private static final String PATH = "/mcp";
    private static final String SESSION = "Mcp-Session-Id";
    static final String SESSION_ID = "5b1f0f9c2d7e4a35";
    private static final String INITIALIZED = "notifications/initialized";
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, List<String>> SCOPES = Map.of(
            "initialize",
            List.of(),
            INITIALIZED,
            List.of(),
            "tools/list",
            List.of("files:read"),
            "tools/call",
            List.of("files:read", "files:search"));

    private static final Set<Way> NOT_NAMED = Set.of(
            Way.METADATA_NOWHERE, Way.METADATA_BEFORE_THE_PATH, Way.METADATA_AT_THE_ROOT, Way.METADATA_OF_ANOTHER_PATH);

    private final Way way;
    private final TokenLook tokens;
    private final AtomicBoolean ready = new AtomicBoolean();

    Endpoint(Way way) {
        this.way = way;
        this.tokens = new TokenLook(way != Way.ANY_AUDIENCE);
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        String path = URI.create(request.getUrl()).getRawPath();
        if (path.startsWith(WELL_KNOWN)) {
            return metadata(request, path).build();
        }
        return answer(request, path).build();
    }

    private ResponseDefinitionBuilder answer(Request request, String path) {
        if (request.getHeader("Origin") != null && way != Way.EVERY_ORIGIN) {
            return json(403, error("Forbidden origin"));
        }
        String method = method(request.getBodyAsString());
        List<String> needed = SCOPES.getOrDefault(method, List.of());
        boolean open = (way == Way.ONLY_INITIALIZE_GUARDED && method.equals("tools/call"))
                || (way == Way.SESSION_IS_ENOUGH && SESSION_ID.equals(request.getHeader(SESSION)));
        String token = token(request);
        if (!open && token == null) {
            String code = way == Way.CODE_FOR_STRANGERS ? ", error=\"invalid_token\"" : "";
            return challenged(401, challenge(request, needed) + code, "Log in");
        }
        Set<String> granted = open || token == null
                ? Set.copyOf(needed)
                : tokens.scopes(token).orElse(null);
        if (granted == null) {
            return bad(challenge(request, needed));
        }
        if (!granted.containsAll(needed)) {
            return denied(request, needed);
        }
        boolean there = path.equals(PATH) && SCOPES.containsKey(method);
        return there ? inSession(request, method) : json(path.equals(PATH) ? 400 : 404, error("There is nothing"));
    }

    /**
     * As the servers of most kits do it: the id with each message but the first, and nothing before the client says that it is ready.
     * Revision 2026-07-28 has no sessions.
     */
    private ResponseDefinitionBuilder inSession(Request request, String method) {
        boolean later = "2026-07-28".equals(request.getHeader("MCP-Protocol-Version"));
        if (way != Way.SESSIONS || later || method.equals("initialize")) {
            return result(method);
        }
        String id = request.getHeader(SESSION);
        if (!SESSION_ID.equals(id)) {
            return json(id == null ? 400 : 404, error("No such session"));
        }
        if (method.equals(INITIALIZED)) {
            ready.set(true);
        }
        return ready.get() ? result(method) : json(400, error("Not initialized"));
    }

    private ResponseDefinitionBuilder bad(String challenge) {
        return switch (way) {
            case REFUSED_IN_A_200 -> json(200, error("Token expired"));
            case REFUSED_IN_AN_EVENT -> event(error("Token expired"));
            default -> challenged(401, challenge + ", error=\"invalid_token\"", "Log in again");
        };
    }

    private ResponseDefinitionBuilder denied(Request request, List<String> needed) {
        List<String> named = way == Way.ONE_SCOPE_AFTER_THE_OTHER ? needed.subList(0, 1) : needed;
        String challenge = way == Way.METADATA_FOR_STRANGERS_ONLY
                ? "Bearer realm=\"files\"" + scope(named)
                : challenge(request, named);
        return challenged(403, challenge + ", error=\"insufficient_scope\"", "Another scope is needed");
    }

    private ResponseDefinitionBuilder challenged(int status, String challenge, String title) {
        return json(status, error(title)).withHeader("WWW-Authenticate", challenge);
    }

    private String challenge(Request request, List<String> needed) {
        String metadata =
                NOT_NAMED.contains(way) ? "" : ", resource_metadata=\"%s%s\"".formatted(origin(request), wellKnown());
        return "Bearer realm=\"files\"" + metadata + (way == Way.NO_SCOPE_NAMED ? "" : scope(needed));
    }

    private String scope(List<String> needed) {
        return switch (way) {
            case ALL_SCOPES_AT_ONCE -> ", scope=\"files:read files:search\"";
            case OFFLINE_ACCESS_ASKED_FOR -> ", scope=\"files:read files:search offline_access\"";
            default -> needed.isEmpty() ? "" : ", scope=\"%s\"".formatted(String.join(" ", needed));
        };
    }

    /** Of a header that stands there twice nobody knows which one counts. */
    private @Nullable String token(Request request) {
        if (request.getHeaders().getHeader("Authorization").isPresent()
                && request.header("Authorization").values().size() > 1) {
            return null;
        }
        String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return authorization.substring(7).strip();
        }
        boolean inQuery = way == Way.TOKEN_IN_QUERY
                && request.queryParameter("access_token").isPresent();
        return inQuery ? request.queryParameter("access_token").firstValue() : null;
    }

    private static String method(String body) {
        try {
            JsonNode message = JSON.readTree(body);
            return message == null ? "" : message.path("method").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private ResponseDefinitionBuilder result(String method) {
        if (method.equals(INITIALIZED)) {
            return aResponse().withStatus(202).withHeader("Cache-Control", "no-store");
        }
        String result = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"method\":\"%s\"}}".formatted(method);
        ResponseDefinitionBuilder answer =
                way == Way.EVENTS || way == Way.REFUSED_IN_AN_EVENT ? event(result) : json(200, result);
        boolean opens = (way == Way.SESSIONS || way == Way.SESSION_IS_ENOUGH) && method.equals("initialize");
        return opens ? answer.withHeader(SESSION, SESSION_ID) : answer;
    }

    private ResponseDefinitionBuilder metadata(Request request, String path) {
        boolean root = way == Way.METADATA_AT_THE_ROOT;
        if (way == Way.METADATA_BEHIND_A_LOGIN) {
            return challenged(401, challenge(request, List.of()), "Log in");
        }
        if (way == Way.METADATA_NOWHERE || !path.equals(root ? WELL_KNOWN : wellKnown())) {
            return json(404, "{}");
        }
        String resource = origin(request) + resourcePath();
        String servers = way == Way.NOBODY_GIVES_TOKENS ? "" : ",\"authorization_servers\":[\"https://login.example\"]";
        String offline = way == Way.OFFLINE_ACCESS_OFFERED ? ",\"offline_access\"" : "";
        return json(
                200,
                "{\"resource\":\"%s\"%s,\"scopes_supported\":[\"files:read\",\"files:search\"%s]}"
                        .formatted(resource, servers, offline));
    }

    private String resourcePath() {
        return switch (way) {
            case METADATA_AT_THE_ROOT, METADATA_OF_THE_HOST -> "";
            case METADATA_OF_ANOTHER_PATH -> "/other";
            default -> PATH;
        };
    }

    private String wellKnown() {
        return way == Way.METADATA_OF_THE_HOST ? WELL_KNOWN : WELL_KNOWN + PATH;
    }

    private static String origin(Request request) {
        return "http://127.0.0.1:" + request.getPort();
    }

    private static String error(String message) {
        return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32001,\"message\":\"%s\"}}".formatted(message);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return with(aResponse().withStatus(status), "application/json", body);
    }

    private static ResponseDefinitionBuilder event(String message) {
        return with(aResponse(), "text/event-stream", "event: message\ndata: %s\n\n".formatted(message));
    }

    private static ResponseDefinitionBuilder with(ResponseDefinitionBuilder answer, String mediaType, String body) {
        return answer.withHeader("Content-Type", mediaType)
                .withHeader("Cache-Control", "no-store")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withBody(body);
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }

    @Override
    public String getName() {
        return "endpoint";
    }
}
