package dev.naysayer.engine.exchange.wire;

import dev.naysayer.dsl.Operation;
import dev.naysayer.engine.exchange.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The base URL, and the absolute URI of each operation under it. */
public final class TargetUri {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int TLS_PORT = 443;

    private final String base;
    private final String origin;
    private final String scheme;
    private final String host;
    private final int port;

    public TargetUri(String baseUrl) {
        URI uri = URI.create(baseUrl.strip());
        String scheme = uri.getScheme();
        if (!("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) || uri.getHost() == null) {
            throw new IllegalArgumentException("the base URL must begin with http:// or https:// and name a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the base URL must have no user info, no query and no fragment");
        }
        this.scheme = scheme.toLowerCase(Locale.ROOT);
        this.host = uri.getHost();
        this.port = uri.getPort();
        String text = uri.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.origin = uri.getScheme() + "://" + uri.getRawAuthority();
    }

    public boolean asksForTls() {
        return scheme.equals("https");
    }

    public String host() {
        return host;
    }

    /** The same host without TLS: at port 80, or at the port that the base URL names. */
    public TargetUri withoutTls() {
        String plain = "http" + base.substring("https".length());
        return new TargetUri(port == TLS_PORT ? plain.replaceFirst(":" + TLS_PORT + "(?=/|$)", "") : plain);
    }

    /** Base URL and path template, before any value is filled in: what to show of a request that was never built. */
    public String template(Operation operation) {
        if (operation.path().startsWith(origin + "/")) {
            // Not of a suite: what an API itself names lies at its origin, but not always below the base URL.
            return operation.path();
        }
        return base + (operation.path().startsWith("/") ? "" : "/") + operation.path();
    }

    public String of(Operation operation) {
        String filled = PLACEHOLDER
                .matcher(template(operation))
                .replaceAll(match -> Matcher.quoteReplacement(segment(match.group(1), operation.pathParameters())));
        try {
            URI uri = new URI(filled);
            if (uri.getRawFragment() != null || !filled.chars().allMatch(c -> c < 0x80)) {
                throw new NotSendable("the path of " + operation.name()
                        + " is no request target: percent-encode what is not ASCII, and leave out '#'");
            }
            return filled;
        } catch (URISyntaxException e) {
            throw new NotSendable("the path of " + operation.name() + " is no URI: " + e.getReason() + " at index "
                    + (e.getIndex() - base.length()));
        }
    }

    private static String segment(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new NotSendable("path parameter '" + name + "' has no value");
        }
        WireText.requireNoControls("path parameter '" + name + "'", value);
        return PercentEncoding.of(value);
    }
}
