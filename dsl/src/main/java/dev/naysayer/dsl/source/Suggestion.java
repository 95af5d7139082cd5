package dev.naysayer.dsl.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What an author most likely meant. */
public final class Suggestion {

    /** More names than this nobody reads in one line. */
    private static final int READABLE = 20;

    private static final int NEAREST = 5;

    /** A longer name is no misspelt one. */
    private static final int LONGEST = 100;

    private Suggestion() {}

    /**
     * The rest of a message about a name that is none of those known.
     *
     * @param known at least one
     */
    public static String of(String name, Collection<String> known) {
        Map<String, Integer> distances =
                known.stream().distinct().collect(Collectors.toMap(word -> word, word -> distance(name, word)));
        // Of names that are equally near always the same one: messages are compared.
        List<String> nearest = distances.keySet().stream()
                .sorted(Comparator.comparing((String word) -> distances.get(word))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return nearest.stream()
                .limit(1)
                .filter(word -> distance(name, word) <= Math.max(2, word.length() / 3))
                .map("did you mean '%s'?"::formatted)
                .findFirst()
                .orElseGet(() -> known.size() > READABLE
                        ? "the nearest are: " + String.join(", ", nearest.subList(0, NEAREST))
                        : "known are: "
                                + String.join(", ", known.stream().sorted().toList()));
    }

    /** What was most likely meant by a name that need not be one of those known; empty where it differs by more than two characters. */
    public static Optional<String> misspelt(String name, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(name, word) <= 2)
                .min(Comparator.comparing((String word) -> distance(name, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String name, String word) {
        String compared = name.substring(0, Math.min(name.length(), LONGEST));
        return LevenshteinDistance.getDefaultInstance()
                .apply(compared.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
    }
}
