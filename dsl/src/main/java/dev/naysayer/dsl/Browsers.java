package dev.naysayer.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of other origins that call the API, and have to be able to read what it answers (Fetch, CORS protocol).
 *
 * @param origins where the pages come from, as a browser writes it: {@code https://app.example}; at least one
 * @param mode the credentials mode of their requests, {@code include}; null where the suite does not say it
 * @param headers names of request headers that the pages set beside the credential's and {@code Content-Type}, in lower case
 * @param expose names of response headers that the pages read of a refusal
 */
public record Browsers(List<String> origins, @Nullable String mode, List<String> headers, List<String> expose) {

    /** The mode in which a browser adds cookies by itself. */
    public static final String INCLUDE = "include";

    public Browsers {
        origins = List.copyOf(origins);
        headers = List.copyOf(headers);
        expose = List.copyOf(expose);
    }

    /**
     * Whether the browser adds cookies by itself, and an answer has to allow that.
     *
     * @param cookie whether a credential of the suite travels in one: a page that does not say so would not send it
     */
    public boolean includes(boolean cookie) {
        return mode == null ? cookie : mode.equals(INCLUDE);
    }
}
