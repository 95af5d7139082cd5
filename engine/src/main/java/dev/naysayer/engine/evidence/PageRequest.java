package dev.naysayer.engine.evidence;

import dev.naysayer.engine.exchange.Response;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page of another origin asks for by {@code fetch()}, and whether its browser hands it the answer: the CORS protocol of Fetch, as
 * pure functions.
 *
 * @param origin where the page comes from, {@code https://app.example}
 * @param method the method, as it is sent
 * @param headers the names of the headers that have to be allowed, in lower case and in order
 * @param include whether the credentials mode is {@code include}
 */
public record PageRequest(String origin, String method, List<String> headers, boolean include) {

    /** Fetch, CORS-safelisted method. */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "POST");

    /** Fetch, CORS-safelisted request-header: with ordinary values, such as {@code bytes=0-99}; a media type is looked at besides. */
    private static final Set<String> SAFE_HEADERS = Set.of("accept", "accept-language", "content-language", "range");

    private static final String CONTENT_TYPE = "content-type";

    private static final Set<String> SAFE_MEDIA_TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private static final int LONGEST_SAFE_VALUE = 128;

    /** Fetch, CORS-unsafe request-header byte. */
    private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\"():<>?@\\[\\\\\\]{}\\x7F]");

    /** Fetch, forbidden request-header: a page cannot set them, so nobody asks whether it may. */
    private static final Pattern FORBIDDEN = Pattern.compile("(?:proxy|sec)-.*"
            + "|accept-(?:charset|encoding)|access-control-request-(?:headers|method)|connection|content-length|cookie2?"
            + "|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via");

    /** Fetch, CORS non-wildcard request-header name. */
    private static final String NO_WILDCARD = "authorization";

    /** Fetch, CORS-safelisted response-header name. */
    private static final Set<String> READ_BY_ALL = Set.of(
            "cache-control", "content-language", "content-length", CONTENT_TYPE, "expires", "last-modified", "pragma");

    /** Fetch, forbidden response-header name. */
    private static final Set<String> READ_BY_NONE = Set.of("set-cookie", "set-cookie2");

    private static final String ANY = "*";

    /** Why a browser keeps an answer from a page (Fetch, CORS check). */
    public enum Fault {
        /** No {@code Access-Control-Allow-Origin}. */
        NOT_ALLOWED,
        /** It names another origin, several, or the same in another spelling. */
        OTHER_ORIGIN,
        /** {@code *}, and the request includes credentials. */
        ANY_WITH_CREDENTIALS,
        /** The origin is right, and nothing allows the credentials that the request includes. */
        CREDENTIALS_NOT_ALLOWED
    }

    public PageRequest {
        headers = List.copyOf(headers);
    }

    /**
     * A request with these headers, of which those are kept that need to be allowed.
     *
     * @param names of what the page sets, in any case
     * @param mediaType the value of {@code Content-Type}, or null where there is no body
     */
    public static PageRequest of(
            String origin, String method, Collection<String> names, @Nullable String mediaType, boolean include) {
        List<String> asked = names.stream()
                .map(Ascii::lower)
                .filter(name -> !name.equals(CONTENT_TYPE) && !SAFE_HEADERS.contains(name))
                .filter(name -> !FORBIDDEN.matcher(name).matches())
                .toList();
        boolean typed = mediaType != null && !isSafe(mediaType);
        return new PageRequest(
                origin,
                method,
                Stream.concat(asked.stream(), typed ? Stream.of(CONTENT_TYPE) : Stream.empty())
                        .distinct()
                        .sorted()
                        .toList(),
                include);
    }

    private static boolean isSafe(String mediaType) {
        return mediaType.length() <= LONGEST_SAFE_VALUE
                && !UNSAFE.matcher(mediaType).find()
                && SAFE_MEDIA_TYPES.contains(essence(mediaType));
    }

    private static String essence(String mediaType) {
        return Ascii.lower(mediaType.split(";", 2)[0].strip());
    }

    /** Whether the browser asks first whether it may (Fetch, HTTP fetch). */
    public boolean needsPreflight() {
        return !SAFE_METHODS.contains(method) || !headers.isEmpty();
    }

    /** The value of {@code Access-Control-Request-Headers}; empty where the field is not sent. */
    public String asked() {
        return String.join(",", headers);
    }

    /** Why the browser keeps this answer from the page, to a preflight and to the request itself; null where it does not. */
    public @Nullable Fault fault(Response answer) {
        String allowed = CorsFields.value(answer, CorsFields.ALLOW_ORIGIN);
        if (allowed == null) {
            return Fault.NOT_ALLOWED;
        }
        if (allowed.equals(ANY)) {
            return include ? Fault.ANY_WITH_CREDENTIALS : null;
        }
        if (!allowed.equals(origin)) {
            return Fault.OTHER_ORIGIN;
        }
        return !include || CorsFields.allowCredentials(answer) ? null : Fault.CREDENTIALS_NOT_ALLOWED;
    }

    /** Whether a preflight is answered with a status that lets the request itself follow: any 2xx, and no redirect. */
    public static boolean isOk(Response preflight) {
        return preflight.status() >= 200 && preflight.status() < 300;
    }

    /** Whether the answer to the preflight allows the method. */
    public boolean allowsMethod(Response preflight) {
        List<String> methods = CorsFields.list(preflight, CorsFields.ALLOW_METHODS);
        return methods != null
                && (SAFE_METHODS.contains(method) || methods.contains(method) || (!include && methods.contains(ANY)));
    }

    /** The headers that the answer to the preflight does not allow. */
    public List<String> notAllowed(Response preflight) {
        List<String> allowed = CorsFields.list(preflight, CorsFields.ALLOW_HEADERS);
        if (allowed == null) {
            return headers;
        }
        List<String> names = allowed.stream().map(Ascii::lower).toList();
        return headers.stream()
                .filter(name -> !names.contains(name))
                .filter(name -> include || name.equals(NO_WILDCARD) || !names.contains(ANY))
                .toList();
    }

    /** Whether the answer to the preflight allows all headers; where they are no list of names, not even none of them. */
    public boolean allowsHeaders(Response preflight) {
        return isList(preflight, CorsFields.ALLOW_HEADERS)
                && notAllowed(preflight).isEmpty();
    }

    /** Whether the request itself follows a preflight that is answered so (Fetch, CORS-preflight fetch). */
    public boolean mayFollow(Response preflight) {
        return isOk(preflight) && fault(preflight) == null && allowsMethod(preflight) && allowsHeaders(preflight);
    }

    /** Whether the page may read a header of this answer, if it may read the answer at all. */
    public boolean reads(Response answer, String name) {
        String folded = Ascii.lower(name);
        if (READ_BY_NONE.contains(folded)) {
            return false;
        }
        List<String> exposed = CorsFields.list(answer, CorsFields.EXPOSE_HEADERS);
        List<String> names =
                exposed == null ? List.of() : exposed.stream().map(Ascii::lower).toList();
        return READ_BY_ALL.contains(folded) || names.contains(folded) || (!include && names.contains(ANY));
    }

    /** Whether a field is a list of names, if only an empty one; for a browser that asks, what is none is an error. */
    public static boolean isList(Response answer, String field) {
        return CorsFields.list(answer, field) != null;
    }

    /** Whether a list has {@code *}, which the browser takes for any only where credentials are not included. */
    public static boolean hasAny(Response answer, String field) {
        List<String> list = CorsFields.list(answer, field);
        return list != null && list.contains(ANY);
    }
}
