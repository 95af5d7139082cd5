package dev.naysayer.engine.credential.jwt;

import dev.naysayer.engine.credential.SourceFailed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT says, for people to read.
 *
 * @param draft as it was read
 */
public record ReadToken(JwtDraft draft) {

    private static final int LONGEST_SHOWN = 120;

    /** What a person looks for when a good token is refused, and what tells nobody who the user is. */
    private static final List<String> HEADER = List.of("alg", "kid", "typ", "cty", "crit");

    private static final List<String> CLAIMS = List.of(
            "iss",
            "aud",
            "exp",
            "nbf",
            "iat",
            "scope",
            "scp",
            "roles",
            "permissions",
            "azp",
            "client_id",
            "token_use",
            "ver");

    private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");

    /** The claim {@code iss}, or null where it is no text. */
    public @Nullable String issuer() {
        return draft.claims().get("iss") instanceof String text ? text : null;
    }

    /** Whether both name the same issuer. */
    public boolean hasIssuerOf(ReadToken other) {
        return issuer() != null && issuer().equals(other.issuer());
    }

    /** For whom the token is; empty where it does not say. */
    public Set<String> audience() {
        Object audience = draft.claims().get("aud");
        return audience instanceof String text ? Set.of(text) : words(audience);
    }

    /** Whether it carries all of these scopes. */
    public boolean carries(Collection<String> scopes) {
        return Stream.of("scope", "scp")
                .anyMatch(name -> words(draft.claims().get(name)).containsAll(scopes));
    }

    /** The text of a token, read as far as it can be. */
    public static String words(String token) {
        return ofJwt(token).orElse("a token that is no JWT");
    }

    /** The same; empty where it is no JWT. */
    public static Optional<String> ofJwt(String token) {
        try {
            return Optional.of(new ReadToken(JwtForge.read(token)).words());
        } catch (SourceFailed e) {
            return Optional.empty();
        }
    }

    /**
     * Header and claims without the signature: {@code alg ES256, kid 1; …}.
     *
     * <p>Who knows which claim of some issuer is personal? So those are shown that are known not to be, and the others named.
     */
    private String words() {
        return "a JWT with the header %s; and the claims %s"
                .formatted(words(draft.header(), HEADER), words(draft.claims(), CLAIMS));
    }

    private static String words(Map<String, Object> members, List<String> shown) {
        Map<String, Object> others = new TreeMap<>(members);
        shown.forEach(others::remove);
        return Stream.concat(
                        shown.stream()
                                .filter(members::containsKey)
                                .map(name -> name + " " + value(name, members.get(name))),
                        others.keySet().stream().map(name -> cut(name) + " ***"))
                .collect(Collectors.joining(", "));
    }

    private static String value(String name, @Nullable Object value) {
        return TIMES.contains(name) && value instanceof Number time ? time(time) : cut(String.valueOf(value));
    }

    public static @Nullable Number number(JwtDraft draft, String claim) {
        return draft.claims().get(claim) instanceof Number number ? number : null;
    }

    /** {@code 2026-03-01T12:00:00Z}; the number itself where it is no time that has a date. */
    public static String time(Number seconds) {
        try {
            return Instant.ofEpochSecond(new BigDecimal(seconds.toString())
                            .setScale(0, RoundingMode.FLOOR)
                            .longValueExact())
                    .toString();
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return seconds.toString();
        }
    }

    /** Several values, short enough for a sentence. */
    public static String shown(Collection<String> values) {
        return cut(String.join(" and ", values));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Set<String> words(@Nullable Object value) {
        Stream<?> parts = value instanceof String text
                ? Stream.of(text.split(" "))
                : value instanceof Collection<?> list ? list.stream() : Stream.empty();
        return parts.map(String::valueOf).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
