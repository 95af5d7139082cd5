package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the URL of an authorization server's endpoint has to look like, and how it is shown. */
final class Endpoint {

    private Endpoint() {}

    /** The endpoint of this text, or null where it is none (RFC 6749 section 3.2). */
    static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            boolean usable = isHttp(uri)
                    && uri.getHost() != null
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
            return usable ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Those that a source names by these keys. */
    static List<URI> named(NamedSettings declaration, String... keys) {
        return Arrays.stream(keys)
                .flatMap(key -> Stream.ofNullable(declaration.text(key)))
                .flatMap(text -> Stream.ofNullable(parse(text)))
                .toList();
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The URL without its query, which may hold what is nobody's business. */
    static String shown(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }
}
