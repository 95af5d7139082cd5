package dev.naysayer.engine.assertion;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where assertions about a refusal begin, whoever sent the request. */
public final class RefusalAssertions {

    private static final String NOT_KNOWN = "";
    private static final String AUTHORIZATION = "Authorization";

    private RefusalAssertions() {}

    /** Of what REST Assured got. */
    public static RefusalAssert assertThatRefusal(io.restassured.response.Response response) {
        List<Header> headers = response.getHeaders().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue() == null ? "" : header.getValue()))
                .toList();
        return refusal("GET", NOT_KNOWN, response.getStatusCode(), headers, new Body(response.asByteArray(), false));
    }

    /**
     * Of what the JDK's client got; of a body that is neither a String nor bytes, what stands in it is not known.
     *
     * <p>The credential is taken from the request, so that it is found where the answer repeats it.
     */
    public static RefusalAssert assertThatRefusal(HttpResponse<?> response) {
        RefusalAssert refusal = refusal(
                response.request().method(),
                response.uri().toString(),
                response.statusCode(),
                headers(response.headers().map()),
                body(response.body()));
        return response.request()
                .headers()
                .firstValue(AUTHORIZATION)
                .map(field -> refusal.toCredential(field.substring(field.indexOf(' ') + 1)))
                .orElse(refusal);
    }

    /**
     * Of plain values, from any other client.
     *
     * @param headers every field with the values of its lines
     * @param body the content, empty where there is none
     */
    public static RefusalAssert assertThatRefusal(int status, Map<String, List<String>> headers, String body) {
        return refusal("GET", NOT_KNOWN, status, headers(headers), body(body));
    }

    private static RefusalAssert refusal(String method, String uri, int status, List<Header> headers, Body body) {
        Request request = new Request(method, uri, List.of(), null);
        return RefusalAssert.of(Evidence.of(request, new Response(status, headers, body, List.of())));
    }

    /** What HTTP/2 carries under a colon is no field (RFC 9113 section 8.3). */
    private static List<Header> headers(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(field -> !field.getKey().startsWith(":"))
                .flatMap(field -> field.getValue().stream().map(value -> new Header(field.getKey(), value)))
                .toList();
    }

    private static Body body(@Nullable Object body) {
        if (body instanceof String text) {
            return new Body(text.getBytes(StandardCharsets.UTF_8), false);
        }
        // Nothing was read of it, so it is cut at its first byte.
        return body instanceof byte[] bytes ? new Body(bytes, false) : new Body(new byte[0], true);
    }
}
