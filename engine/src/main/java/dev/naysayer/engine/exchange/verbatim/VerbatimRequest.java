package dev.naysayer.engine.exchange.verbatim;

import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.wire.Draft;
import dev.naysayer.engine.exchange.wire.Route;
import dev.naysayer.engine.exchange.wire.WireRequest;
import dev.naysayer.engine.exchange.wire.WireText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request of a verbatim credential: the user's part checked as ever, the credential's as it stands.
 *
 * @param shown what to show, with every field line in its order on the wire
 * @param target the request target as it is written
 */
public record VerbatimRequest(WireRequest shown, String target) {

    private static final Pattern ABSOLUTE = Pattern.compile("(?is)https?://.*");
    private static final Pattern WITHOUT_HOST = Pattern.compile("(?i)^https?://([^/?#@]*@)?(?=/)");

    /** Methods that announce an empty body (RFC 9110 section 8.6). */
    private static final Set<String> WITH_LENGTH = Set.of("POST", "PUT", "PATCH");

    /** Those that go before, and the credential itself as the last on its connection. */
    public static List<VerbatimRequest> sequence(
            Draft draft, String uri, Credential credential, Route route, String userAgent) {
        List<VerbatimRequest> requests = new ArrayList<>();
        for (Credential ahead : credential.before()) {
            Draft own = draft.again();
            String ownUri = draft.suite().renewed(uri, own.suite());
            requests.add(of(own, ownUri, ahead.sentVerbatim(), route, userAgent, false));
        }
        requests.add(of(draft, uri, credential, route, userAgent, true));
        return requests;
    }

    private static VerbatimRequest of(
            Draft draft, String uri, Credential credential, Route route, String userAgent, boolean last) {
        WireRequest users = WireRequest.from(draft, uri, credential, userAgent);
        int path = users.uri().indexOf('/', users.uri().indexOf("://") + 3);
        String origin = users.uri().substring(0, path);
        String target = withHost(credential.line().target().apply(users.uri().substring(path)), origin);
        String complete = ABSOLUTE.matcher(target).matches() ? target : origin + target;
        String otherMethod = credential.line().method();
        String method = otherMethod == null ? users.method() : otherMethod;
        // A TRACE has no content (RFC 9110 section 9.3.8).
        boolean bare = method.equals("TRACE");
        Body body = bare ? null : users.body();
        boolean proxied =
                route.proxyHost() != null && !origin.toLowerCase(Locale.ROOT).startsWith("https");
        List<Header> lines = lines(users.headers(), credential, authority(origin));
        lines.removeIf(line -> bare && line.name().equalsIgnoreCase("Content-Type"));
        addTransports(lines, method, body, proxied ? route.proxyAuthorization() : null, last);
        WireRequest shown =
                new WireRequest(method, complete, WireRequest.written(lines, credential, method, target, body), body);
        return new VerbatimRequest(shown, proxied ? complete : target).checked();
    }

    /** A condition knows no host, so {@code http://user:password@/orders} gets the target's. */
    private static String withHost(String target, String origin) {
        Matcher without = WITHOUT_HOST.matcher(target);
        if (!without.find()) {
            return target;
        }
        String user = without.group(1) == null ? "" : without.group(1);
        String scheme = origin.substring(0, origin.indexOf("://") + 3);
        return scheme + user + authority(origin) + target.substring(without.end());
    }

    private static String authority(String origin) {
        return origin.substring(origin.indexOf("://") + 3);
    }

    /** Host first, then the user's field lines, then the credential's. */
    private static List<Header> lines(List<Header> users, Credential credential, String authority) {
        List<Header> lines = new ArrayList<>(named("Host", users));
        if (lines.isEmpty()) {
            lines.add(new Header("Host", authority));
        }
        boolean cookie =
                credential.fields().stream().anyMatch(field -> field.name().equalsIgnoreCase("Cookie"));
        String cookies = cookie ? joined(named("Cookie", users)) : "";
        for (Header line : users) {
            boolean placed = line.name().equalsIgnoreCase("Host")
                    || line.name().equalsIgnoreCase("Connection")
                    || (cookie && line.name().equalsIgnoreCase("Cookie"));
            if (!placed) {
                lines.add(line);
            }
        }
        for (Credential.Part field : credential.fields()) {
            boolean joins = field.name().equalsIgnoreCase("Cookie");
            lines.add(new Header(field.name(), field.value().reveal() + (joins ? cookies : "")));
            // There is one Cookie field (RFC 6265 section 5.4), unless two of them are what the case is about.
            cookies = joins ? "" : cookies;
        }
        return lines;
    }

    private static List<Header> named(String name, List<Header> lines) {
        return lines.stream().filter(line -> line.name().equalsIgnoreCase(name)).toList();
    }

    private static String joined(List<Header> cookies) {
        StringBuilder joined = new StringBuilder();
        cookies.forEach(cookie -> joined.append("; ").append(cookie.value()));
        return joined.toString();
    }

    private static void addTransports(
            List<Header> lines, String method, @Nullable Body body, @Nullable String proxyPassword, boolean last) {
        if (proxyPassword != null) {
            lines.add(new Header("Proxy-Authorization", proxyPassword));
        }
        if (body != null || WITH_LENGTH.contains(method)) {
            lines.add(new Header("Content-Length", String.valueOf(body == null ? 0 : body.bytes().length)));
        }
        if (last) {
            lines.add(new Header("Connection", "close"));
        }
    }

    private VerbatimRequest checked() {
        WireText.requireBytes(head());
        return this;
    }

    private String head() {
        StringBuilder head = new StringBuilder();
        head.append(shown.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
        shown.headers()
                .forEach(line -> head.append(line.name())
                        .append(": ")
                        .append(line.value())
                        .append("\r\n"));
        return head.append("\r\n").toString();
    }

    byte[] bytes() {
        byte[] first = head().getBytes(StandardCharsets.ISO_8859_1);
        Body body = shown.body();
        if (body == null) {
            return first;
        }
        byte[] second = body.bytes();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
