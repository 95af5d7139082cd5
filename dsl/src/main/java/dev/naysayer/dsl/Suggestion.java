package dev.naysayer.dsl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What an author most likely meant. */
public final class Suggestion {

    /** More names than this nobody reads in one line. */
    private static final int READABLE = 20;

    private static final int NEAREST = 5;

    private Suggestion() {}

    /**
     * The rest of a message about a name that is none of those known.
     *
     * @param known at least one
     */
    public static String of(String name, Collection<String> known) {
        // Of names that are equally near always the same one: messages are compared.
        List<String> nearest = known.stream()
                .sorted(Comparator.comparingInt((String word) -> distance(name, word))
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

    private static int distance(String name, String word) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(name.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
    }
}
