package dev.naysayer.engine.gate;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer, as far as one of a later run is compared with it.
 *
 * @param status the status, or null where none came
 * @param challenge the values of {@code WWW-Authenticate}, or null where there is none
 * @param mediaType without parameters, or null where none was told
 */
public record BaselineAnswer(
        @Nullable Integer status,
        @Nullable String challenge,
        @Nullable String mediaType) {

    /** Longer ones are told by their beginning. */
    private static final int LONGEST = 120;

    /** The one that a transcript shows. */
    public static BaselineAnswer of(Transcript shown) {
        return of(shown.status(), shown.responseHeaders());
    }

    static BaselineAnswer of(@Nullable Integer status, List<Header> headers) {
        String type = values(headers, "Content-Type");
        return new BaselineAnswer(
                status,
                values(headers, "WWW-Authenticate"),
                type == null ? null : type.replaceAll("[;,].*", "").strip());
    }

    private static @Nullable String values(List<Header> headers, String name) {
        String values = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? null : VisibleText.cut(values, LONGEST);
    }

    /** {@code was 401 with a challenge, is 401 without}; null where a reader would see no difference. */
    public @Nullable String wordsOfChange(BaselineAnswer now) {
        if ((challenge == null) != (now.challenge == null)) {
            return challenge == null
                    ? "was %s without a challenge, is %s with one".formatted(code(), now.code())
                    : "was %s with a challenge, is %s without".formatted(code(), now.code());
        }
        if (!Objects.equals(challenge, now.challenge)) {
            return "was %s with %s, is %s with %s".formatted(code(), challenge, now.code(), now.challenge);
        }
        if (!Objects.equals(status, now.status)) {
            return "was %s, is %s".formatted(code(), now.code());
        }
        return Objects.equals(mediaType, now.mediaType)
                ? null
                : "was %s with %s, is %s with %s".formatted(code(), type(), now.code(), now.type());
    }

    private String code() {
        return status == null ? "no answer" : status.toString();
    }

    private String type() {
        return mediaType == null ? "no media type" : mediaType;
    }
}
