package dev.naysayer.engine.rule.comparison;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How an API answers one and the same mistake, learnt from two answers: what differs between these says nothing.
 *
 * @param first the one answer
 * @param second the other; the same as the first where there is only one
 */
record Habit(Appearance first, Appearance second) {

    private static final String WORDS = "(?<=\\W)|(?=\\W)";
    private static final String DIGIT = ".*\\d.*";

    /** What comes of comparing a further answer. */
    enum Likeness {
        ALIKE,
        UNLIKE,
        /** The API is unlike itself there. */
        UNKNOWN
    }

    private static final List<Function<Appearance, String>> TEXTS =
            List.of(Appearance::challenge, Appearance::headers, Appearance::body);

    /** Whether the two answers differ in nothing but numbers and ids. */
    boolean isSteady() {
        return first.status() == second.status()
                && TEXTS.stream().allMatch(part -> isAligned(part.apply(first), part.apply(second)));
    }

    /** Whether an answer could be one of these. */
    Likeness likeness(Appearance other) {
        List<Likeness> parts = TEXTS.stream().map(part -> likeness(part, other)).toList();
        List<Likeness> all =
                Stream.concat(Stream.of(ofStatus(other)), parts.stream()).toList();
        return all.contains(Likeness.UNLIKE)
                ? Likeness.UNLIKE
                : all.contains(Likeness.UNKNOWN) ? Likeness.UNKNOWN : Likeness.ALIKE;
    }

    private Likeness ofStatus(Appearance other) {
        if (other.status() == first.status() || other.status() == second.status()) {
            return Likeness.ALIKE;
        }
        return first.status() == second.status() ? Likeness.UNLIKE : Likeness.UNKNOWN;
    }

    private Likeness likeness(Function<Appearance, String> part, Appearance other) {
        String one = part.apply(first);
        String two = part.apply(second);
        String three = part.apply(other);
        if (three.equals(one) || three.equals(two)) {
            return Likeness.ALIKE;
        }
        if (!isAligned(one, two)) {
            return Likeness.UNKNOWN;
        }
        return lasting(one, two, one).equals(lasting(one, two, three)) ? Likeness.ALIKE : Likeness.UNLIKE;
    }

    /** Word by word the same, but for those with a number in them. */
    private static boolean isAligned(String one, String two) {
        List<String> words = words(one);
        List<String> others = words(two);
        return words.size() == others.size()
                && IntStream.range(0, words.size())
                        .allMatch(i -> words.get(i).equals(others.get(i))
                                || (words.get(i).matches(DIGIT) && others.get(i).matches(DIGIT)));
    }

    /** A text without the words in which two others differ; as it is where it has not as many. */
    private static String lasting(String one, String two, String text) {
        List<String> words = words(one);
        List<String> others = words(two);
        List<String> result = words(text);
        return result.size() != words.size()
                ? text
                : IntStream.range(0, words.size())
                        .mapToObj(i -> words.get(i).equals(others.get(i)) ? result.get(i) : "(varies)")
                        .collect(Collectors.joining());
    }

    private static List<String> words(String text) {
        return List.of(text.split(WORDS));
    }

    /** The same mistake again, where two of them are at hand. */
    static Habit of(Answer answer, Optional<Answer> again) {
        Appearance first = Appearance.of(answer);
        return new Habit(first, again.map(Appearance::of).orElse(first));
    }
}
