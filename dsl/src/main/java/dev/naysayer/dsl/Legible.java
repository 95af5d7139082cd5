package dev.naysayer.dsl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether a text shows all that it holds: what is invisible or turns the direction of writing lets it look like another. */
public final class Legible {

    /** Stands in a quoted line for what would not be seen there, one for one, so that the caret stays where it is. */
    private static final char UNSEEN = '\uFFFD';

    private Legible() {}

    /** The first character that is not seen, apart from line ends and tabs. */
    public static OptionalInt unseen(String text) {
        return text.codePoints()
                .filter(character -> character != '\n' && character != '\r' && character != '\t')
                .filter(Legible::isUnseen)
                .findFirst();
    }

    public static boolean isUnseen(int character) {
        return character == '\n' || character == '\t' || VisibleText.isHidden(character);
    }

    /** The first character that a path cannot hold as it is (RFC 3986 section 3.3). */
    public static OptionalInt outsideUrl(String path) {
        return path.codePoints()
                .filter(character -> character <= ' ' || character > '~')
                .findFirst();
    }

    /** {@code U+202E RIGHT-TO-LEFT OVERRIDE}. */
    public static String named(int character) {
        String name = Optional.ofNullable(Character.getName(character)).orElse("without a name");
        return "U+%04X %s".formatted(character, name);
    }

    /** {@code %E2%80%AE}; empty for half of a surrogate pair, of which there is none. */
    public static Optional<String> percentEncoded(int character) {
        if (Character.getType(character) == Character.SURROGATE) {
            return Optional.empty();
        }
        byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        return Optional.of(IntStream.range(0, bytes.length)
                .mapToObj(i -> "%%%02X".formatted(bytes[i]))
                .collect(Collectors.joining()));
    }

    /** The text on one line, with a mark for each character that would not be seen. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\t') {
                shown.append(' ');
            } else if (isUnseen(character)) {
                shown.append(String.valueOf(UNSEEN).repeat(Character.charCount(character)));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    /** The same, and no longer than that. */
    public static String shown(String text, int longest) {
        return text.length() <= longest ? shown(text) : shown(text.substring(0, longest - 1)) + "…";
    }
}
