package dev.naysayer.examples.endpoints;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an authorization server reads it.
 *
 * @param form the texts of the form by their names
 * @param query the same of the query
 * @param isForm whether the body is a form
 * @param basic what stands behind {@code Basic}, decoded; null where nothing does
 */
record Ask(
        String method,
        String path,
        Map<String, List<String>> form,
        Map<String, List<String>> query,
        boolean isForm,
        @Nullable String basic) {

    static Ask of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String field = exchange.getRequestHeaders().getFirst("Authorization");
        boolean isForm = type.startsWith("application/x-www-form-urlencoded");
        return new Ask(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                isForm ? texts(body) : Map.of(),
                texts(String.valueOf(exchange.getRequestURI().getRawQuery())),
                isForm,
                field == null || !field.startsWith("Basic ")
                        ? null
                        : new String(Base64.getDecoder().decode(field.substring(6)), StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> texts(String form) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                texts.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(decoded(parts[1]));
            }
        }
        return texts;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** What has no value counts as left out (RFC 6749 section 3.2). */
    @Nullable
    String text(String name) {
        List<String> values = form.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
    }

    /** As one whose query is its form. */
    Ask byQuery() {
        return new Ask(method, path, query.isEmpty() ? form : query, query, isForm, basic);
    }

    boolean repeats() {
        return form.values().stream().anyMatch(values -> values.size() > 1);
    }
}
