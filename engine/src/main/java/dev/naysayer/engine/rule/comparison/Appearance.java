package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.Varying;
import dev.naysayer.engine.exchange.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All by which a caller could tell two answers apart, without what differs from one answer to the next anyway.
 *
 * @param status the status
 * @param challenge the {@code WWW-Authenticate} field
 * @param headers the media type, and the names of all other fields
 * @param body the content
 */
record Appearance(int status, String challenge, String headers, String body) {

    /** Fields of the connection, of the moment, of a single answer or of whoever stands in between. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "alt-svc",
            "etag",
            "retry-after",
            "set-cookie",
            "via",
            "x-cache",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "content-encoding",
            "content-type",
            "date",
            "age",
            "server-timing",
            "www-authenticate");

    static Appearance of(Answer answer) {
        Evidence evidence = answer.evidence();
        return new Appearance(
                answer.status(),
                Varying.masked(evidence.fieldText()),
                headers(evidence.response().headers(), evidence.body().mediaType()),
                body(answer));
    }

    private static String body(Answer answer) {
        String text = answer.evidence().body().text();
        String placeless = withoutPlace(text, answer);
        return placeless.equals(text) ? answer.evidence().body().masked() : Varying.masked(placeless);
    }

    private static String headers(List<Header> headers, @Nullable String mediaType) {
        List<String> names = headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .filter(name ->
                        !OF_THE_MOMENT.contains(name) && !name.contains("ratelimit") && !name.contains("rate-limit"))
                .distinct()
                .sorted()
                .toList();
        return (mediaType == null ? "no Content-Type" : mediaType)
                + (names.isEmpty() ? "" : " with " + String.join(", ", names));
    }

    /** An answer may repeat what was asked for, which the caller knows: the thing that is there, or the one that is not. */
    private static String withoutPlace(String text, Answer answer) {
        Operation operation = answer.it().operation();
        String result = text;
        for (Map<String, String> values : List.of(operation.pathParameters(), operation.absent())) {
            for (String value : values.values()) {
                String encoded =
                        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
                result = value.isEmpty()
                        ? result
                        : whole(encoded)
                                .matcher(whole(value).matcher(result).replaceAll("(value)"))
                                .replaceAll("(value)");
            }
        }
        return result;
    }

    /** Not within a longer word or number. */
    private static Pattern whole(String value) {
        return Pattern.compile("(?<![\\w.%-])" + Pattern.quote(value) + "(?![\\w%-])");
    }

    /** The same without a name that stands in it as a word. */
    Appearance without(String name) {
        Pattern word = whole(name);
        return new Appearance(
                status,
                word.matcher(challenge).replaceAll("(name)"),
                headers,
                word.matcher(body).replaceAll("(name)"));
    }

    /** In what an answer differs from another first, {@code GET /orders › no-token: 403, not 401}; empty where in nothing. */
    static Optional<String> difference(Answer answer, Answer from) {
        Appearance actual = of(answer);
        Appearance expected = of(from);
        return actual.equals(expected)
                ? Optional.empty()
                : Optional.of("%s: %s".formatted(answer.it().name(), actual.unlike(expected)));
    }

    String unlike(Appearance other) {
        if (status != other.status) {
            return "%d, not %d".formatted(status, other.status);
        }
        if (!challenge.equals(other.challenge)) {
            return "%s, not %s".formatted(challenge, other.challenge);
        }
        return headers.equals(other.headers)
                ? "the body %s, not %s".formatted(body, other.body)
                : "%s, not %s".formatted(headers, other.headers);
    }
}
