package dev.naysayer.reports.model;

import dev.naysayer.dsl.Destinations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a suite was run against, by a name that the next run there has too. */
public final class Environment {

    /** An API that a build starts for itself has another port each time. */
    private static final String LOCAL = "local";

    private static final String UNKNOWN = "unknown";

    private Environment() {}

    /** Whether a base URL is of this machine, where a build starts what listens, on another port each time. */
    public static boolean isLocal(@Nullable String target) {
        return of(target).equals(LOCAL);
    }

    /**
     * {@code orders.staging.example}, {@code gateway.example:8443}, {@code local}.
     *
     * @param target the base URL requests went to, or null where none was known
     */
    public static String of(@Nullable String target) {
        if (target == null) {
            return UNKNOWN;
        }
        try {
            URI uri = new URI(target);
            String host = uri.getHost();
            if (host == null) {
                return target;
            }
            if (Destinations.isThisMachine(host)) {
                return LOCAL;
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return host + port + Objects.requireNonNullElse(uri.getPath(), "").replaceAll("/+$", "");
        } catch (URISyntaxException e) {
            return target;
        }
    }
}
