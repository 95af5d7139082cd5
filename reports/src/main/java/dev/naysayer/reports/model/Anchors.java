package dev.naysayer.reports.model;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Names for places in a report: made of what the place is called, so that a link to it outlives the next run.
 *
 * <p>Where two places would be named alike, each gets a digest of what it is called, whatever else there is. Only what is called the
 * same to the letter is numbered.
 */
final class Anchors {

    private final Map<String, Set<List<String>>> bySlug = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param places what each place is called */
    Anchors(Collection<List<String>> places) {
        places.forEach(words ->
                bySlug.computeIfAbsent(slug(words), same -> new HashSet<>()).add(words));
    }

    /** The name of a place; of one that was named before another. */
    String next(List<String> words) {
        String slug = slug(words);
        boolean ambiguous =
                Objects.requireNonNullElse(bySlug.get(slug), Set.of()).size() > 1;
        String name = ambiguous ? slug + "-" + digest(String.join("\n", words)) : slug;
        String anchor = name;
        for (int number = 2; !taken.add(anchor); number++) {
            anchor = name + "-" + number;
        }
        return anchor;
    }

    /** Eight hexadecimal digits. Of half a surrogate pair the record keeps U+FFFD, and a report made again has the same links. */
    static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.replaceAll("\\p{Cs}", "\uFFFD").getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    private static String slug(List<String> words) {
        return slug(String.join(" ", words));
    }

    /** Letters, digits and hyphens of what something is called. */
    static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "unnamed" : plain;
    }
}
