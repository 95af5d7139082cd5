package dev.naysayer.reports.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection to the Chrome DevTools Protocol.
 *
 * <p>choice: Playwright brings 190 MB with a Node.js of its own, Selenium ten jars and a second program; what is asked here are a
 * dozen commands, and the JDK has a WebSocket.
 */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger commands = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();
    private final WebSocket socket;

    private DevTools(URI address) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, new Messages())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    static DevTools at(URI address) {
        return new DevTools(address);
    }

    /**
     * What a command answers.
     *
     * @param session whom it is for; null for the browser itself
     */
    JsonNode ask(@Nullable String session, String method, Map<String, ?> parameters) {
        int number = commands.incrementAndGet();
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("id", number);
        command.put("method", method);
        command.put("params", parameters);
        if (session != null) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(number, answer);
        try {
            synchronized (socket) {
                socket.sendText(JSON.writeValueAsString(command), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            JsonNode message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new IllegalStateException(method + ": " + message.at("/error"));
            }
            return message.at("/result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " was interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(method + " was not answered", e);
        } finally {
            asked.remove(number);
        }
    }

    /** Who is told of all that happens in a session. */
    void listen(String session, Consumer<JsonNode> listener) {
        listeners.put(session, listener);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.get(message.at("/id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
            return;
        }
        Consumer<JsonNode> listener = listeners.get(message.at("/sessionId").asString(""));
        if (listener != null) {
            listener.accept(message);
        }
    }

    private void fail(Throwable why) {
        asked.values().forEach(answer -> answer.completeExceptionally(why));
    }

    /** Puts parts together: a screenshot comes in many. */
    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                take(JSON.readTree(whole));
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            fail(new CompletionException("Chromium closed the connection " + reason, null));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            fail(Objects.requireNonNull(error));
        }
    }
}
