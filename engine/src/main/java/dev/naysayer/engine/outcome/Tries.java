package dev.naysayer.engine.outcome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often something was sent until it came to what it came to. */
final class Tries {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");

    private Tries() {}

    /**
     * {@code at the second try; first: connection refused by http://127.0.0.1:1}, or {@code first: the same}.
     *
     * @param earlier why those before the last one say nothing, at least one
     * @param last why the last one says nothing either, which stands before these words; null where it was answered
     */
    static String words(List<String> earlier, @Nullable String last) {
        StringBuilder words = new StringBuilder("at the %s try".formatted(ordinal(earlier.size())));
        for (int i = 0; i < earlier.size(); i++) {
            String trouble = earlier.get(i);
            words.append("; ").append(ordinal(i)).append(": ").append(isSame(trouble, last) ? "the same" : trouble);
        }
        return words.toString();
    }

    /** Behind the last trouble may stand why it is the last request of all. */
    private static boolean isSame(String trouble, @Nullable String last) {
        return last != null && (last.equals(trouble) || last.startsWith(trouble + "; "));
    }

    private static String ordinal(int index) {
        return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
    }
}
