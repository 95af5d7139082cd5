package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.CacheControl;
import dev.naysayer.engine.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What caches may do with an answer (RFC 9111). */
final class Caching {

    /** A cache keeps these without being told how long (RFC 9110 section 15.1). */
    private static final Set<Integer> KEPT_UNASKED = Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final List<String> AGES = List.of("max-age", "s-maxage");

    private Caching() {}

    /** Whether some cache may answer the next request with this answer, without asking the API. */
    static boolean mayReuse(Evidence evidence) {
        return SAFE.contains(evidence.method()) && !evidence.cacheControl().forbidsReuse() && isFresh(evidence);
    }

    /** An age goes before {@code Expires}; without either, caches have a time of their own for some answers. */
    private static boolean isFresh(Evidence evidence) {
        CacheControl cacheControl = evidence.cacheControl();
        if (AGES.stream().anyMatch(cacheControl::has)) {
            return isGivenTime(evidence);
        }
        return evidence.response().headers("Expires").isEmpty()
                ? KEPT_UNASKED.contains(evidence.status()) || cacheControl.has("public")
                : isGivenTime(evidence);
    }

    /** Whether the answer itself says for how long it may be kept, and that is not over yet. */
    static boolean isGivenTime(Evidence evidence) {
        CacheControl cacheControl = evidence.cacheControl();
        if (AGES.stream().anyMatch(cacheControl::has)) {
            return AGES.stream().anyMatch(cacheControl::allowsSeconds);
        }
        Instant expires = HttpDate.first(evidence, "Expires");
        Instant date = HttpDate.first(evidence, "Date");
        return expires != null && date != null && expires.isAfter(date);
    }
}
