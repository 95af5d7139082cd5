package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of an answer.
 *
 * @param text the content as text, empty where there is none
 * @param mediaType type and subtype in lower case without parameters, or null where there is no {@code Content-Type}
 * @param json the content as JSON, or null where it is none
 * @param fault why it is no JSON, or null where it is; also null when the body is empty
 */
public record ErrorBody(
        String text,
        @Nullable String mediaType,
        @Nullable JsonNode json,
        @Nullable String fault) {

    /** RFC 9457 section 3. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /** Strict, as RFC 8259 allows it: a name twice, or bytes behind the value, and two readers see two answers. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ErrorBody of(Response response) {
        String text = response.body().text();
        String mediaType = mediaType(response.headers("Content-Type"));
        if (response.body().isEmpty()) {
            return new ErrorBody("", mediaType, null, null);
        }
        try {
            return new ErrorBody(
                    text, mediaType, STRICT.readTree(response.body().bytes()), null);
        } catch (JacksonException e) {
            return new ErrorBody(text, mediaType, null, fault(e));
        }
    }

    /** A text as JSON, read as strictly as a whole body; null where it is none. */
    static @Nullable JsonNode json(String text) {
        try {
            return text.isEmpty() ? null : STRICT.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The parser's own messages speak of its settings; a reader of the report needs what is wrong with the body. */
    private static String fault(JacksonException e) {
        if (e.getOriginalMessage().startsWith("Duplicate")) {
            return "a member stands twice";
        }
        return e instanceof MismatchedInputException ? "something follows the value" : "it does not parse";
    }

    private static @Nullable String mediaType(List<String> contentTypes) {
        return contentTypes.isEmpty()
                ? null
                : contentTypes.get(0).split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether it says of itself that it is problem details (RFC 9457). */
    public boolean claimsProblemDetails() {
        return PROBLEM_JSON.equals(mediaType);
    }

    /** The JSON object, where it says of itself that it is problem details and is one; else null. */
    public @Nullable JsonNode problem() {
        return claimsProblemDetails() ? object() : null;
    }

    /** The JSON object that it is, whatever its media type says; null where it is none. */
    public @Nullable JsonNode object() {
        return json != null && json.isObject() ? json : null;
    }

    /** Whether it is what can be read for an error: a JSON object, or a stream of events. */
    public boolean isReadable() {
        return object() != null || (FirstEvent.MEDIA_TYPE.equals(mediaType) && FirstEvent.of(text) != null);
    }

    /** Whether it says of itself that it is JSON, by {@code application/json} or a {@code +json} suffix (RFC 6839). */
    public boolean claimsJson() {
        return mediaType != null && (mediaType.equals("application/json") || mediaType.endsWith("+json"));
    }

    /** The first characters, for a finding. */
    public String beginning() {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
