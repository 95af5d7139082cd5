package dev.naysayer.examples.graphql;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP side of it: whole requests are refused with 401, fields in a response. */
final class GraphqlApi implements AutoCloseable {

    static final ECKey KEY = key();

    /** Made for this run. */
    static final String COOKIE = UUID.randomUUID().toString();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CURRENT = "application/graphql-response+json";

    /** A request that came: what it asks for, and whether with a credential. */
    record Asked(String method, String what, boolean withCredential) {}

    private final List<Asked> all = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GraphqlFlaw flaw;

    private GraphqlApi(HttpServer server, GraphqlFlaw flaw) {
        this.server = server;
        this.flaw = flaw;
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static GraphqlApi start(GraphqlFlaw flaw) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            GraphqlApi api = new GraphqlApi(server, flaw);
            server.createContext("/graphql", api::answer);
            server.setExecutor(api.threads);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** All that came, in its order. */
    List<Asked> all() {
        return List.copyOf(all);
    }

    private void answer(HttpExchange asked) throws IOException {
        boolean get = asked.getRequestMethod().equals("GET");
        JsonNode request = get ? ofQuery(asked) : JSON.readTree(asked.getRequestBody());
        all.add(new Asked(
                asked.getRequestMethod(),
                request.toString(),
                asked.getRequestHeaders().containsKey("Authorization")));
        StaffSchema schema = new StaffSchema(flaw);
        String document = request.path("query").asString("");
        Optional<Set<String>> caller = caller(asked);
        boolean unchecked = (flaw == GraphqlFlaw.BATCH_UNCHECKED && request.isArray())
                || (flaw == GraphqlFlaw.GET_UNCHECKED && get)
                || (flaw == GraphqlFlaw.INTROSPECTION_OPEN && document.contains("__schema"));
        if (flaw == GraphqlFlaw.VALIDATED_FIRST && schema.unknown(document).isPresent()) {
            send(asked, 400, schema.invalid(document));
        } else if (caller.isEmpty() && !unchecked) {
            refuse(asked);
        } else if (!refusesForm(asked, document, caller.orElse(StaffSchema.ALL))) {
            execute(asked, request, schema, caller.orElse(StaffSchema.ALL));
        }
    }

    /** What a client is told who may ask, and not so. */
    private boolean refusesForm(HttpExchange asked, String document, Set<String> scopes) throws IOException {
        boolean get = asked.getRequestMethod().equals("GET");
        boolean mutates = document.startsWith("mutation");
        if (get && mutates && flaw != GraphqlFlaw.MUTATION_BY_GET) {
            asked.getResponseHeaders().set("Allow", "POST");
            send(asked, 405, StaffSchema.error("Send mutations by POST", null));
            return true;
        }
        if (!get && flaw != GraphqlFlaw.TEXT_TAKEN && !isJson(asked)) {
            send(asked, 415, StaffSchema.error("Send application/json", null));
            return true;
        }
        if (flaw == GraphqlFlaw.DOCUMENT_READ_BY_A_FILTER && mutates && !scopes.contains("staff:write")) {
            asked.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer realm=\"staff\", error=\"insufficient_scope\", scope=\"staff:write\"");
            send(asked, 403, StaffSchema.error("Forbidden", "FORBIDDEN"));
            return true;
        }
        return false;
    }

    private void execute(HttpExchange asked, JsonNode request, StaffSchema schema, Set<String> scopes)
            throws IOException {
        JsonNode told = request.isArray()
                ? JSON.valueToTree(StreamSupport.stream(request.spliterator(), false)
                        .map(it -> schema.execute(it, scopes))
                        .toList())
                : schema.execute(request, scopes);
        boolean partial = told.path("errors").isArray() && told.path("data").isObject();
        int status = told.isArray() || told.has("data") ? 200 : 400;
        send(asked, flaw == GraphqlFlaw.DATA_WITH_403 && partial ? 403 : status, told);
    }

    private void refuse(HttpExchange asked) throws IOException {
        boolean presented = asked.getRequestHeaders().containsKey("Authorization");
        asked.getResponseHeaders()
                .set("WWW-Authenticate", "Bearer realm=\"staff\"" + (presented ? ", error=\"invalid_token\"" : ""));
        if (flaw == GraphqlFlaw.PROBLEM_LABELLED_AS_GRAPHQL) {
            ObjectNode problem = JsonNodeFactory.instance.objectNode();
            send(asked, 401, problem.put("title", "Log in first").put("status", 401));
        } else if (flaw == GraphqlFlaw.SCHEMA_BY_ROLE) {
            asked.getResponseHeaders().remove("WWW-Authenticate");
            send(
                    asked,
                    400,
                    StaffSchema.error(
                            "Cannot query field \"staff\" on type \"Stranger\". Did you mean \"status\"?", null));
        } else {
            // The older media type has 200 for whatever is well-formed.
            send(
                    asked,
                    accepts(asked) ? 401 : 200,
                    StaffSchema.error("Log in first", flaw == GraphqlFlaw.NO_CODE ? null : "UNAUTHENTICATED"));
        }
    }

    private static boolean isJson(HttpExchange asked) {
        return Objects.requireNonNullElse(asked.getRequestHeaders().getFirst("Content-Type"), "")
                .startsWith("application/json");
    }

    private static boolean accepts(HttpExchange asked) {
        return Objects.requireNonNullElse(asked.getRequestHeaders().getFirst("Accept"), "")
                .contains(CURRENT);
    }

    private static void send(HttpExchange asked, int status, JsonNode told) throws IOException {
        byte[] bytes = told.toString().getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", accepts(asked) ? CURRENT : "application/json");
        asked.getResponseHeaders().set("Cache-Control", "no-store");
        asked.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        asked.sendResponseHeaders(status, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    private static JsonNode ofQuery(HttpExchange asked) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        String query = Objects.requireNonNullElse(asked.getRequestURI().getRawQuery(), "");
        for (String pair : query.split("&", -1)) {
            List<String> parts = List.of(pair.split("=", 2));
            if (parts.size() == 2) {
                request.put(parts.get(0), URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8));
            }
        }
        return request;
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        return Set.of(String.valueOf(claims.getClaim("scope")).split(" ", -1));
    }

    /** What whoever asks may do; pages have a cookie for all of it. */
    private static Optional<Set<String>> caller(HttpExchange asked) {
        if (("staff=" + COOKIE).equals(asked.getRequestHeaders().getFirst("Cookie"))) {
            return Optional.of(StaffSchema.ALL);
        }
        String field = asked.getRequestHeaders().getFirst("Authorization");
        if (field == null || !field.startsWith("Bearer ")) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(field.substring("Bearer ".length()));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            boolean good = jwt.verify(new ECDSAVerifier(KEY.toPublicJWK()))
                    && claims.getExpirationTime()
                            .toInstant()
                            .isAfter(Instant.now().minusSeconds(60));
            return good ? Optional.of(scopes(claims)) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
