package dev.naysayer.reports.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One page in a browser, and what it asks for and complains of. */
final class Tab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Textures are no higher. */
    private static final int HIGHEST = 16_384;

    /** Of the page itself, also where the window is higher. */
    private static final String HEIGHT = "Math.ceil(document.body.getBoundingClientRect().height)";

    /** Comes when all that is in sight is drawn. */
    static final String DRAWN =
            "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

    private static final Set<String> COMPLAINTS = Set.of("error", "warning", "assert");

    private final DevTools tools;
    private final String session;
    private final String context;
    private final List<String> requests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int loaded;

    Tab(DevTools tools, String session, String context) {
        this.tools = tools;
        this.session = session;
        this.context = context;
        tools.listen(session, this::take);
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "DOM")) {
            ask(domain + ".enable", Map.of());
        }
    }

    private synchronized void take(JsonNode event) {
        switch (event.at("/method").asString()) {
            case "Page.loadEventFired" -> {
                loaded++;
                notifyAll();
            }
            case "Network.requestWillBeSent" ->
                requests.add(event.at("/params/request/url").asString());
            case "Log.entryAdded" ->
                complain(
                        event.at("/params/entry/level"),
                        event.at("/params/entry/text").asString());
            case "Runtime.consoleAPICalled" ->
                complain(event.at("/params/type"), event.at("/params/args").toString());
            case "Runtime.exceptionThrown" ->
                complaints.add(event.at("/params/exceptionDetails").toString());
            default -> {}
        }
    }

    private void complain(JsonNode level, String text) {
        if (COMPLAINTS.contains(level.asString())) {
            complaints.add(text);
        }
    }

    /** Goes there, and waits until all is loaded. */
    Tab show(String address) {
        int before = loaded();
        JsonNode answer = ask("Page.navigate", Map.of("url", address));
        if (answer.has("errorText")) {
            throw new IllegalStateException(address + ": " + answer.at("/errorText"));
        }
        // Within the page nothing is loaded.
        if (answer.has("loaderId")) {
            awaitLoad(before);
        }
        return this;
    }

    private synchronized int loaded() {
        return loaded;
    }

    private synchronized void awaitLoad(int before) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (loaded == before) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new IllegalStateException("the page did not load within " + PATIENCE);
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A window of this size, in CSS pixels. */
    Tab wide(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /** For a reader who likes it {@code dark} or {@code light}. */
    Tab in(String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        return this;
    }

    /** As it is printed. */
    Tab printed() {
        ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
        return this;
    }

    /** For a reader who has switched scripts off. */
    Tab withoutScript() {
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        return this;
    }

    /** What an expression of JavaScript, or its promise, comes to. */
    JsonNode evaluate(String expression) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.at("/exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    /** A window of this width in which all of the page stands: what is out of sight need not be laid out. */
    Tab whole(int width) {
        wide(width, 600);
        // What comes into sight is higher or lower than was thought.
        for (int turn = 0; turn < 2; turn++) {
            wide(width, Math.min(HIGHEST, evaluate(HEIGHT).asInt()));
            evaluate(DRAWN);
        }
        return this;
    }

    /** Waits until an expression of JavaScript is true. */
    Tab await(String expression) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluate("!!(" + expression + ")").asBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("never was so: " + expression);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    /** Writes where the cursor is, as if it came from a keyboard. */
    Tab type(String text) {
        ask("Input.insertText", Map.of("text", text));
        return this;
    }

    /** Strikes a key. */
    Tab strike(Key key) {
        Map<String, Object> stroke = new HashMap<>(key.event());
        stroke.put("type", "keyDown");
        ask("Input.dispatchKeyEvent", stroke);
        stroke.put("type", "keyUp");
        stroke.remove("text");
        ask("Input.dispatchKeyEvent", stroke);
        return this;
    }

    /** What stands in the window as a picture. */
    void keep(Path picture) throws IOException {
        Files.createDirectories(picture.getParent());
        String data = ask("Page.captureScreenshot", Map.of("format", "png"))
                .at("/data")
                .asString();
        Files.write(picture, Base64.getDecoder().decode(data));
    }

    /** What the page's own thread has cost the processor since its session began. */
    Duration work() {
        for (JsonNode metric :
                ask("Performance.getMetrics", Map.of()).at("/metrics").values()) {
            if (metric.at("/name").asString().equals("TaskDuration")) {
                return Duration.ofNanos((long) (metric.at("/value").asDouble() * 1e9));
            }
        }
        throw new IllegalStateException("Chromium does not tell what a page costs");
    }

    /** The addresses that were asked for, the page's own first. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Errors and warnings of the console. */
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    JsonNode ask(String method, Map<String, ?> parameters) {
        return tools.ask(session, method, parameters);
    }

    @Override
    public void close() {
        tools.ask(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    }
}
