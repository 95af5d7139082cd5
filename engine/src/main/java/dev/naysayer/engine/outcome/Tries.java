package dev.naysayer.engine.outcome;

import java.util.List;

/** How often something was sent until it came to what it came to. */
final class Tries {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");

    private Tries() {}

    /**
     * {@code at the second try; first: connection refused by http://127.0.0.1:1}.
     *
     * @param earlier why those before the last one say nothing, at least one
     */
    static String words(List<String> earlier) {
        StringBuilder words = new StringBuilder("at the %s try".formatted(ordinal(earlier.size())));
        for (int i = 0; i < earlier.size(); i++) {
            words.append("; ").append(ordinal(i)).append(": ").append(earlier.get(i));
        }
        return words.toString();
    }

    private static String ordinal(int index) {
        return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
    }
}
