package dev.naysayer.reports.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for places in a report: made of what the place is called, so that a link to it outlives the next run.
 *
 * <p>Only where two places are called alike does the later one get a number.
 */
final class Anchors {

    private final Set<String> taken = new HashSet<>();

    String next(String... words) {
        String slug = slug(String.join(" ", words));
        String anchor = slug;
        for (int number = 2; !taken.add(anchor); number++) {
            anchor = slug + "-" + number;
        }
        return anchor;
    }

    private static String slug(String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "unnamed" : plain;
    }
}
