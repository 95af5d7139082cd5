package dev.naysayer.dsl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a base URL has to be: where it comes from (suite, setting, started target) makes no difference. */
public final class TargetUrl {

    private TargetUrl() {}

    /** What is wrong with a base URL, as the rest of a sentence that never quotes it; empty where it is fine. */
    public static Optional<String> fault(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("has to begin with http:// or https://");
        }
        if (uri.getHost() == null) {
            return Optional.of("names no host");
        }
        if (uri.getPort() > 65_535) {
            return Optional.of("names a port that does not exist");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("must not carry a user name or password");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return Optional.of("must have neither query nor fragment");
        }
        return Optional.empty();
    }
}
