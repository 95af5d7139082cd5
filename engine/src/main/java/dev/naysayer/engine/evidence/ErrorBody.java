package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The content of an answer. */
public final class ErrorBody {

    /** RFC 9457 section 3. */
    public static final String PROBLEM_JSON = "application/problem+json";

    /**
     * Strict, as RFC 8259 allows it: a name twice, or bytes behind the value, and two readers see two answers. Numbers keep what they
     * say: as a double, 1e999 would be infinite, which no JSON can hold.
     */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String text;
    private final @Nullable String mediaType;
    private final @Nullable JsonNode json;
    private final @Nullable String fault;
    private final @Nullable String limit;
    private @Nullable String masked;

    private ErrorBody(
            String text,
            @Nullable String mediaType,
            @Nullable JsonNode json,
            @Nullable String fault,
            @Nullable String limit) {
        this.text = text;
        this.mediaType = mediaType;
        this.json = json;
        this.fault = fault;
        this.limit = limit;
    }

    static ErrorBody of(Response response) {
        String text = response.body().text();
        String mediaType = mediaType(response.headers("Content-Type"));
        if (response.body().isEmpty()) {
            return new ErrorBody("", mediaType, null, null, null);
        }
        try {
            return new ErrorBody(
                    text, mediaType, STRICT.readTree(response.body().bytes()), null, null);
        } catch (StreamConstraintsException | NumberFormatException e) {
            return new ErrorBody(text, mediaType, null, null, limit(e));
        } catch (JacksonException e) {
            return new ErrorBody(text, mediaType, null, fault(e), null);
        }
    }

    /**
     * A text as JSON, read as strictly as a whole body; null where it is none.
     *
     * @throws BeyondLimit where that cannot be told
     */
    static @Nullable JsonNode json(String text) {
        try {
            return text.isEmpty() ? null : STRICT.readTree(text);
        } catch (StreamConstraintsException | NumberFormatException e) {
            throw new BeyondLimit(limit(e));
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The content as text, empty where there is none. */
    public String text() {
        return text;
    }

    /** The same as {@link Varying#masked}, which takes its time: many rules compare the same two bodies. */
    public synchronized String masked() {
        if (masked == null) {
            masked = Varying.masked(text);
        }
        return masked;
    }

    /** Type and subtype in lower case without parameters, or null where there is no {@code Content-Type}. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** Why it is no JSON, or null where it is, or where nobody knows; also null when the body is empty. */
    public @Nullable String fault() {
        return fault;
    }

    /** Why nobody knows whether it is JSON: it goes beyond a limit of Naysayer; null where it is known. */
    public @Nullable String limit() {
        return limit;
    }

    /**
     * The content as JSON, or null where it is none.
     *
     * @throws BeyondLimit where nobody knows
     */
    public @Nullable JsonNode json() {
        if (limit != null) {
            throw new BeyondLimit(limit);
        }
        return json;
    }

    /** The parser's limits are ours, and JSON itself has none (RFC 8259 section 9). */
    private static String limit(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        String beyond = message.startsWith("Document nesting")
                ? "is nested more than %d levels deep".formatted(StreamReadConstraints.DEFAULT_MAX_DEPTH)
                : message.startsWith("Name")
                        ? String.format(
                                Locale.ROOT,
                                "has a name of more than %,d characters",
                                StreamReadConstraints.DEFAULT_MAX_NAME_LEN)
                        : message.startsWith("Number")
                                ? String.format(
                                        Locale.ROOT,
                                        "has a number of more than %,d digits",
                                        StreamReadConstraints.DEFAULT_MAX_NUM_LEN)
                                : "has a number that is too large to compute with";
        return "the JSON %s, which is valid and more than Naysayer reads: look at the body yourself".formatted(beyond);
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
                : Ascii.lower(contentTypes.get(0).split(";", 2)[0].trim());
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
        JsonNode read = json();
        return read != null && read.isObject() ? read : null;
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
