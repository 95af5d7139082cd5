package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.IssuerHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to a server of the test through the JDK's client. */
final class LoopbackHttp implements IssuerHttp {

    private final Duration limit;
    private final HttpClient client;

    LoopbackHttp() {
        this(Duration.ofSeconds(4));
    }

    LoopbackHttp(Duration limit) {
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Answer get(URI uri) throws IOException {
        return answer(send(HttpRequest.newBuilder(uri).GET()));
    }

    @Override
    public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException {
        String content = form.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue().reveal()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(content));
        headers.forEach((name, value) -> request.header(name, value.reveal()));
        return answer(send(request));
    }

    @Override
    public Received send(Request wanted) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(wanted.uri())
                .method(
                        wanted.method(),
                        wanted.content() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        wanted.content().text().reveal()));
        wanted.headers().forEach((name, value) -> request.setHeader(name, value.reveal()));
        HttpResponse<String> response = send(request);
        return new Received(
                answer(response),
                response.headers().map().entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> new Credential.Part(field.getKey(), new Secret(value))))
                        .toList());
    }

    private static Answer answer(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(),
                type.replaceFirst(";.*", ""),
                response.body(),
                response.headers().firstValue("Retry-After").orElse(null),
                response.headers().firstValue("Location").orElse(null));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(limit).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } catch (IOException e) {
            throw new IOException("no answer came");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
