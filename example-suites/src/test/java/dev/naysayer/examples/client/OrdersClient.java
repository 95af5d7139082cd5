package dev.naysayer.examples.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends one request as written, follows nothing, and waits ten seconds at most. */
public final class OrdersClient {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final String url;

    public OrdersClient(String url) {
        this.url = url;
    }

    public HttpResponse<String> get(String path, Optional<String> authorization) throws IOException {
        return send("GET", path, authorization.stream().toList());
    }

    /** A POST carries one valid order. */
    public HttpResponse<String> send(String method, String path, List<String> authorizations) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT);
        if (method.equals("POST")) {
            request.header("Content-Type", "application/json");
            request.POST(BodyPublishers.ofString("{\"item\":\"book\",\"quantity\":1}"));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        authorizations.forEach(value -> request.header("Authorization", value));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + url + path, e);
        }
    }
}
