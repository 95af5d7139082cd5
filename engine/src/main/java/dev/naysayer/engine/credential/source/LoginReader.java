package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.UnusableSource;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one request of a log-in.
 *
 * @param context knows the API's base URL and where secrets may go
 * @param at where a key stands
 */
record LoginReader(SourceContext context, Function<String, Position> at) {

    static final String REQUEST = "request";
    static final String JSON = "json";
    static final String FORM = "form";
    static final String BASIC = "basic";
    static final String HEADERS = "headers";

    /** The keys of a request. */
    static final List<String> KEYS = List.of(REQUEST, JSON, FORM, BASIC, HEADERS);

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final Pattern LINE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) +(\\S+)");

    /** What is made for each message, and the cookies, which go along by themselves. */
    private static final Set<String> MADE =
            Set.of("host", "content-length", "transfer-encoding", "connection", "expect", "upgrade", "te", "cookie");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_-]*}");

    /** Stands for the API where it is not known yet which one it is. */
    private static final URI SOME_API = URI.create("https://api.invalid");

    /**
     * A request.
     *
     * @param keys what the suite says of it
     * @param kept what an earlier answer gives it
     */
    LoginRequest request(Map<String, Object> keys, Set<String> kept) throws UnusableSource {
        Matcher line = LINE.matcher(String.valueOf(keys.get(REQUEST)));
        if (!line.matches()) {
            throw unusable(
                    REQUEST,
                    "'request' is no method with a URL or a path",
                    "write 'request: POST /login', or 'request: POST https://login.example/session'");
        }
        URI uri = uri(line.group(2));
        Map<String, Object> json = mapping(keys, JSON, kept);
        Map<String, Object> form = mapping(keys, FORM, kept);
        Map<String, Object> basic = mapping(keys, BASIC, kept);
        Map<String, Object> headers = mapping(keys, HEADERS, kept);
        checkBody(line.group(1), json, form);
        checkBasic(basic, headers);
        checkHeaders(headers);
        return new LoginRequest(
                line.group(1),
                uri,
                secret(json),
                secret(form),
                secret(basic),
                new Secret(MAPPER.writeValueAsString(headers == null ? Map.of() : headers)));
    }

    private static @Nullable Secret secret(@Nullable Map<String, Object> members) {
        return members == null ? null : new Secret(MAPPER.writeValueAsString(members));
    }

    private URI uri(String written) throws UnusableSource {
        URI base = Objects.requireNonNullElse(context.target(), SOME_API);
        URI uri = Endpoint.parse(written.startsWith("/") ? base.toString().replaceFirst("/+$", "") + written : written);
        if (uri == null) {
            throw unusable(
                    REQUEST,
                    "'request' leads to no URL of a server",
                    "write a path, /login, or https://host/path, without user name and fragment");
        }
        if (context.destinations().forbidClearText(uri)) {
            throw unusable(
                    REQUEST,
                    "'request' is plain http to another machine: whoever is on the way can read the password",
                    "write https://, or say why it may be: 'allow-plain-http: …' at the top of the suite");
        }
        return uri;
    }

    @SuppressWarnings("unchecked") // What the suite reader read as JSON has names for keys.
    private @Nullable Map<String, Object> mapping(Map<String, Object> keys, String key, Set<String> kept)
            throws UnusableSource {
        Object value = keys.get(key);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> mapping)) {
            throw unusable(key, "'%s' has to be a mapping".formatted(key), "write {name: value}");
        }
        checkPlaceholders(key, mapping, kept);
        if (!key.equals(JSON) && mapping.values().stream().anyMatch(LoginReader::isNoText)) {
            throw unusable(key, "'%s' has one text for each name".formatted(key), "write {name: value}");
        }
        return new LinkedHashMap<>((Map<String, Object>) mapping);
    }

    private static boolean isNoText(@Nullable Object value) {
        return value == null || value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private void checkPlaceholders(String key, Object value, Set<String> kept) throws UnusableSource {
        if (value instanceof String text && PLACEHOLDER.matcher(text).matches()) {
            String name = text.substring(1, text.length() - 1);
            if (!kept.contains(name)) {
                throw unusable(
                        key,
                        "'{%s}' stands for what no request before this one keeps".formatted(name),
                        "say where it comes from: 'first: {request: GET /login, keep: {%s: {cookie: …}}}'"
                                .formatted(name));
            }
        }
        Iterable<?> parts = value instanceof Map<?, ?> mapping
                ? mapping.values()
                : value instanceof List<?> list ? list : List.of();
        for (Object part : parts) {
            if (part != null) {
                checkPlaceholders(key, part, kept);
            }
        }
    }

    private void checkBody(String method, @Nullable Map<String, Object> json, @Nullable Map<String, Object> form)
            throws UnusableSource {
        if (json != null && form != null) {
            throw unusable(FORM, "a request has one body, and this is a second one", "keep 'json' or 'form'");
        }
        if (method.equals("GET") && (json != null || form != null)) {
            throw unusable(
                    json == null ? FORM : JSON,
                    "a GET has no body",
                    "write 'request: POST …', or leave '%s' out".formatted(json == null ? FORM : JSON));
        }
    }

    private void checkBasic(@Nullable Map<String, Object> basic, @Nullable Map<String, Object> headers)
            throws UnusableSource {
        if (basic == null) {
            return;
        }
        if (!basic.keySet().equals(Set.of("user", "password"))) {
            throw unusable(
                    BASIC,
                    "'basic' is a user name and a password",
                    "write 'basic: {user: anna, password: ${ANNA_PASSWORD}}'");
        }
        if (String.valueOf(basic.get("user")).contains(":")) {
            throw unusable(BASIC, "a user name must not hold a colon (RFC 7617 section 2)", "give another user");
        }
        if (headers != null && headers.keySet().stream().anyMatch("Authorization"::equalsIgnoreCase)) {
            throw unusable(HEADERS, "'basic' is sent as Authorization already", "keep one of the two");
        }
    }

    private void checkHeaders(@Nullable Map<String, Object> headers) throws UnusableSource {
        if (headers == null) {
            return;
        }
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            String name = header.getKey();
            if (!HttpToken.is(name)) {
                throw unusable(HEADERS, "'headers' holds what is no name of a header", "write X-Requested-With: …");
            }
            if (MADE.contains(name.toLowerCase(Locale.ROOT))) {
                throw unusable(
                        HEADERS, "'%s' is made for each request, and cannot be said".formatted(name), "leave it out");
            }
            if (String.valueOf(header.getValue()).chars().anyMatch(Character::isISOControl)) {
                throw unusable(
                        HEADERS,
                        "the header '%s' holds a line end or another control character".formatted(name),
                        "let what it refers to give nothing else");
            }
        }
    }

    /** Refuses what is no key of a mapping. */
    void checkKeys(String mapping, Set<String> names, List<String> known) throws UnusableSource {
        for (String name : names) {
            if (!known.contains(name)) {
                throw unusable(
                        mapping,
                        "'%s' has no key '%s'".formatted(mapping, name),
                        "known are: " + String.join(", ", known));
            }
        }
    }

    UnusableSource unusable(String key, String message, String nextStep) {
        return new UnusableSource(at.apply(key), message, nextStep);
    }
}
