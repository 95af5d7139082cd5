package dev.naysayer.dsl.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What an author most likely meant. */
public final class Suggestion {

    /** More names than this nobody reads in one line. */
    private static final int READABLE = 20;

    private static final int NEAREST = 5;

    /** A longer name is no misspelt one. */
    private static final int LONGEST = 100;

    /** A name with fewer letters is like many others. */
    private static final int SHORT = 5;

    private Suggestion() {}

    /**
     * The rest of a message about a name that is none of those known.
     *
     * @param known at least one
     */
    public static String of(String name, Collection<String> known) {
        return of(name, known, Set.of());
    }

    /**
     * The same, where some names are what mostly stands there.
     *
     * @param likely at least one
     * @param others what may stand there besides: suggested where it is misspelt, and never listed
     */
    public static String of(String name, Collection<String> likely, Collection<String> others) {
        List<String> meant = meant(name, likely);
        if (meant.isEmpty()) {
            meant = misspelt(name, others).stream().toList();
        }
        if (!meant.isEmpty()) {
            return meant.stream().collect(Collectors.joining("' or '", "did you mean '", "'?"));
        }
        // Keys of a mapping are read through once; nobody would know them by the letters of another.
        return others.isEmpty() && likely.size() > READABLE
                ? "the nearest are: " + String.join(", ", nearest(name, likely).subList(0, NEAREST))
                : "known are: " + likely.stream().distinct().sorted().collect(Collectors.joining(", "));
    }

    /**
     * What was most likely meant, the same names in the same order each time: what the thing is called here, what is misspelt, what has
     * the same words among others, and what is spelt alike. Empty where nothing is like it.
     */
    static List<String> meant(String name, Collection<String> known) {
        List<String> otherwise = Misnomers.meant(name, known);
        if (!otherwise.isEmpty()) {
            return otherwise;
        }
        List<String> nearest = nearest(name, known).stream().limit(1).toList();
        if (nearest.stream().anyMatch(word -> isMisspelt(name, word))) {
            return nearest;
        }
        List<String> longer = longer(name, known);
        if (!longer.isEmpty()) {
            return longer;
        }
        return nearest.stream()
                .filter(word -> name.length() >= SHORT && distance(name, word) <= word.length() / 3)
                .toList();
    }

    private static boolean isMisspelt(String name, String word) {
        int distance = distance(name, word);
        return distance <= 1
                || (distance == 2 && (name.length() >= SHORT || letters(name).equals(letters(word))));
    }

    private static List<Integer> letters(String name) {
        return name.toLowerCase(Locale.ROOT).chars().sorted().boxed().toList();
    }

    /** Where many fit, none is what was meant. */
    private static List<String> longer(String name, Collection<String> known) {
        Set<String> words = words(name);
        List<String> longer = known.stream()
                .distinct()
                .filter(word -> words(word).containsAll(words))
                .sorted()
                .toList();
        return longer.size() > NEAREST ? List.of() : longer;
    }

    private static Set<String> words(String name) {
        String compared = name.substring(0, Math.min(name.length(), LONGEST));
        return Set.copyOf(List.of(compared.toLowerCase(Locale.ROOT).split("[-_ .]+", -1)));
    }

    /** Of names that are equally near always the same one first: messages are compared. */
    private static List<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .distinct()
                .sorted(Comparator.comparing((String word) -> distance(name, word))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
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
