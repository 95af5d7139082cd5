package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.NotObtainable;

/** What can become of any token or key, whatever it means. */
final class TextChanges {

    private TextChanges() {}

    /** The character in the middle becomes another of its kind; at the end it might be one that no decoder looks at. */
    static String mutated(String text) throws NotObtainable {
        requireLength(text, 1);
        int middle = text.length() / 2;
        char c = text.charAt(middle);
        char other = Character.isLetterOrDigit(c) ? MadeUp.sameKind(c, c - '0' + 1) : 'x';
        return text.substring(0, middle) + (other == c ? 'x' : other) + text.substring(middle + 1);
    }

    static String truncated(String text) throws NotObtainable {
        requireLength(text, 2);
        return text.substring(0, text.length() - 1);
    }

    static String firstHalf(String text) throws NotObtainable {
        requireLength(text, 2);
        return text.substring(0, text.length() / 2);
    }

    static String caseChanged(String text) throws NotObtainable {
        String changed = text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (changed.equals(text)) {
            throw new NotObtainable("the good credential has no letter", "one with letters to its source");
        }
        return changed;
    }

    private static void requireLength(String text, int atLeast) throws NotObtainable {
        if (text.length() < atLeast) {
            throw new NotObtainable("the good credential is too short", "a longer one to its source");
        }
    }
}
