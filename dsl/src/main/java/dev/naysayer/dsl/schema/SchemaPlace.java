package dev.naysayer.dsl.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The URIs by which schemas are referred to, as texts (RFC 3986). */
final class SchemaPlace {

    private SchemaPlace() {}

    static Optional<String> resolved(String base, String reference) {
        try {
            URI uri = new URI(reference);
            // The JDK does not resolve against a base that has no path, such as a URN.
            return Optional.of(
                    reference.isEmpty() || reference.startsWith("#")
                            ? base + "#" + decoded(uri)
                            : withFragment(new URI(base).resolve(uri)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String withFragment(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment) + "#" + decoded(uri);
    }

    private static String decoded(URI uri) {
        return uri.getFragment() == null ? "" : uri.getFragment();
    }

    static String resource(String target) {
        int fragment = target.indexOf('#');
        return fragment < 0 ? target : target.substring(0, fragment);
    }

    static String fragment(String target) {
        int fragment = target.indexOf('#');
        return fragment < 0 ? "" : target.substring(fragment + 1);
    }
}
