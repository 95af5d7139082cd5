package dev.naysayer.engine.credential.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An authorization server that answers what the test wants and remembers what it was asked. */
final class TrialServer implements AutoCloseable {

    /** What it was asked. */
    record Asked(
            String method,
            String path,
            String authorization,
            Map<String, String> form,
            String content,
            Map<String, List<String>> fields) {

        String parameter(String name) {
            return Objects.requireNonNull(form.get(name), name);
        }

        /** The only line of a header; empty where there is none. */
        String field(String name) {
            return String.join("\n", fields.getOrDefault(name, List.of()));
        }
    }

    /** What it answers; {@code status} 0 hangs up without an answer. */
    record Reply(int status, String mediaType, String body, Map<String, List<String>> fields) {

        Reply(int status, String mediaType, String body) {
            this(status, mediaType, body, Map.of());
        }

        Reply with(String name, String... values) {
            Map<String, List<String>> more = new TreeMap<>(fields);
            more.put(name, List.of(values));
            return new Reply(status, mediaType, body, more);
        }

        static Reply json(int status, String body) {
            return new Reply(status, "application/json", body);
        }
    }

    private final HttpServer server;
    private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private TrialServer(HttpServer server) {
        this.server = server;
    }

    static TrialServer start() {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            TrialServer trial = new TrialServer(server);
            server.createContext("/", trial::answer);
            server.start();
            return trial;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TrialServer on(String path, Function<Asked, Reply> reply) {
        replies.put(path, reply);
        return this;
    }

    TrialServer on(String path, Reply reply) {
        return on(path, request -> reply);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""),
                    form(content),
                    content,
                    fields(exchange));
            asked.add(request);
            Reply reply = replies.getOrDefault(request.path(), it -> new Reply(404, "text/plain", "nothing here"))
                    .apply(request);
            if (reply.status() == 0) {
                return;
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            reply.fields()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            if (reply.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            }
            if (reply.status() == 429 || reply.status() == 503) {
                exchange.getResponseHeaders().set("Retry-After", "30");
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Map<String, List<String>> fields(HttpExchange exchange) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(exchange.getRequestHeaders());
        return fields;
    }

    private static Map<String, String> form(String content) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : content.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
