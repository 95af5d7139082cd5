package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.IssuerHttp;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cookies that answers of one log-in have set (RFC 6265 section 5.2).
 *
 * <p>Each goes back to where it came from and nowhere else, so their domain and path are not looked at.
 */
final class Cookies {

    private static final String SET = "Set-Cookie";

    /** An expiry is compared with the answer's own date. */
    private static final Set<String> TOLD = Set.of("set-cookie", "clear-site-data", "date");

    private static final Pattern VALUE = Pattern.compile("^([^=;]+=)[^;]+");

    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    /**
     * A cookie's value.
     *
     * @param from scheme, host and port of whoever has set it
     * @param expiresAt when it ends, or null where nobody says
     */
    private record Cookie(
            String value, String from, @Nullable Instant expiresAt) {}

    private final Map<String, Cookie> byName = new LinkedHashMap<>();

    /**
     * Takes over what an answer sets, and gives up what it takes back.
     *
     * @param asked who answers
     */
    void read(IssuerHttp.Received reply, URI asked, Instant now) {
        reply.fields(SET).forEach(line -> read(line, origin(asked), now));
    }

    /** What an answer says of cookies, without their values; an empty one stays empty. */
    static List<Credential.Part> told(IssuerHttp.Received reply) {
        return reply.fields().stream()
                .filter(field -> TOLD.contains(field.name().toLowerCase(Locale.ROOT)))
                .map(field -> field.name().equalsIgnoreCase(SET)
                        ? new Credential.Part(
                                field.name(),
                                new Secret(VALUE.matcher(field.value().reveal()).replaceFirst("$1***")))
                        : field)
                .toList();
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private void read(String line, String from, Instant now) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = parts[0].substring(0, equals).strip();
        Cookie cookie = new Cookie(parts[0].substring(equals + 1).strip(), from, expiry(parts, now));
        if (cookie.value().isEmpty()
                || (cookie.expiresAt() != null && !cookie.expiresAt().isAfter(now))) {
            byName.remove(name);
        } else {
            byName.put(name, cookie);
        }
    }

    /** {@code Max-Age} goes before {@code Expires}; what cannot be read says nothing. */
    private static @Nullable Instant expiry(String[] parts, Instant now) {
        Instant expires = null;
        for (String part : parts) {
            String[] attribute = part.strip().split("=", 2);
            String value = attribute.length < 2 ? "" : attribute[1].strip();
            switch (attribute[0].toLowerCase(Locale.ROOT)) {
                case "max-age" -> {
                    if (value.matches("-?\\d{1,18}")) {
                        return now.plusSeconds(Math.min(Long.parseLong(value), LONGEST_LIFE));
                    }
                }
                case "expires" -> expires = date(value);
                default -> {}
            }
        }
        return expires;
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Has a cookie that no answer has set, for whoever is asked there. */
    void plant(String name, String value, URI asked) {
        byName.put(name, new Cookie(value, origin(asked), null));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name)).map(Cookie::value);
    }

    /** Whether the cookie of this name goes there. */
    boolean sends(String name, URI asked) {
        Cookie cookie = byName.get(name);
        return cookie != null && cookie.from().equals(origin(asked));
    }

    /** When the cookie of this name ends, or null where nobody says. */
    @Nullable
    Instant expiresAt(String name) {
        Cookie cookie = byName.get(name);
        return cookie == null ? null : cookie.expiresAt();
    }

    /** All values, which are secrets. */
    Iterable<String> values() {
        return byName.values().stream().map(Cookie::value).toList();
    }

    /** The field {@code Cookie} that gives back what came from there; empty where nothing did. */
    String field(URI asked) {
        return byName.entrySet().stream()
                .filter(cookie -> cookie.getValue().from().equals(origin(asked)))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value())
                .collect(Collectors.joining("; "));
    }
}
