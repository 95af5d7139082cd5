package dev.naysayer.dsl;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What an author most likely meant. */
final class Suggestion {

    private Suggestion() {}

    static String of(String name, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String lower = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(word -> distance.apply(lower, word.toLowerCase(Locale.ROOT))))
                .filter(word -> distance.apply(lower, word.toLowerCase(Locale.ROOT)) <= Math.max(2, word.length() / 3))
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "known are: "
                        + String.join(", ", known.stream().sorted().toList()));
    }
}
