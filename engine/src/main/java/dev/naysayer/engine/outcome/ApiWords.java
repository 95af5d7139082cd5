package dev.naysayer.engine.outcome;

import dev.naysayer.engine.evidence.ErrorBody;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an API says in its own words of why it refuses, short enough for a message. */
final class ApiWords {

    private static final int LONGEST = 200;

    /** Members in which APIs say so: RFC 9457 section 3.1, RFC 6749 section 5.2, and habit. */
    private static final List<String> MEMBERS =
            List.of("title", "detail", "error", "error_description", "message", "code", "reason");

    private ApiWords() {}

    /** {@code WWW-Authenticate: Bearer error="invalid_token"; detail: the audience is not known}. */
    static String of(Transcript answered) {
        List<String> challenges = answered.responseHeaders().stream()
                .filter(header -> header.name().equalsIgnoreCase("WWW-Authenticate"))
                .map(header -> "WWW-Authenticate: " + header.value())
                .toList();
        String words = Stream.concat(challenges.stream(), body(answered))
                .map(ApiWords::shortened)
                .collect(Collectors.joining("; "));
        return "%d%s".formatted(answered.status(), words.isEmpty() ? ", and nothing more" : "; " + words);
    }

    private static Stream<String> body(Transcript answered) {
        ErrorBody body = read(answered);
        if (body.isEmpty()) {
            return Stream.empty();
        }
        JsonNode object = body.limit() == null ? body.object() : null;
        if (object != null) {
            return MEMBERS.stream().flatMap(name -> member(object, name));
        }
        return Stream.of(body.beginning().startsWith("<") ? "a page of markup" : body.beginning());
    }

    /** Some wrap it: {@code "error": {"message": …}}. */
    private static Stream<String> member(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            return Stream.empty();
        }
        if (value.isObject()) {
            return MEMBERS.stream().flatMap(inner -> member(value, inner));
        }
        return value.isValueNode() && !value.isNull() ? Stream.of(name + ": " + value.asString()) : Stream.empty();
    }

    private static ErrorBody read(Transcript answered) {
        String text = Objects.requireNonNullElse(answered.responseBody(), "");
        return Evidence.of(
                        new Request(answered.method(), answered.uri(), answered.requestHeaders(), null),
                        new Response(
                                Objects.requireNonNull(answered.status()),
                                answered.responseHeaders(),
                                new Body(text.getBytes(StandardCharsets.UTF_8), answered.truncated()),
                                List.of()))
                .body();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
