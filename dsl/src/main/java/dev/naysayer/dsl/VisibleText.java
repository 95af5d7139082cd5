package dev.naysayer.dsl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others have written, in a form that can be shown: in a message, on a console, in a page.
 *
 * <p>An answer or a file may hold what moves a cursor, turns the direction of text, or cannot be seen at all, and may be megabytes
 * long. Whatever shows it asks here, so that one place decides what is a mark and how long is too long.
 */
public final class VisibleText {

    /** As many characters of a value as anybody reads. */
    public static final int LONGEST_VALUE = 300;

    /** As many characters of a sentence of ours, which may quote a value or two. */
    public static final int LONGEST_SENTENCE = 1_000;

    /** As many characters of all lines together, where a rule shows several. */
    public static final int LONGEST_TEXT = 3_000;

    private static final Pattern COMMAND = Pattern.compile("(?mU)^([^\\S\n]*+)::|##(?=\\w*\\[)");

    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final char CONTROL_PICTURES = '\u2400';
    private static final char DELETE_PICTURE = '\u2421';
    private static final char REPLACEMENT = '\uFFFD';

    private VisibleText() {}

    /**
     * The same text with a mark for each character that a reader would not see or a device obey: {@code ␛}, {@code ⟨U+202E⟩}, and for half a
     * character {@code �}. Tabs and line breaks stay.
     */
    public static String of(String text) {
        return marked(text.replace("\r\n", "\n"));
    }

    /** The same, where a tab or a line break is as strange as any other control. */
    public static String ofLine(String text) {
        return marked(text).replace('\t', picture('\t')).replace('\n', picture('\n'));
    }

    /**
     * The same for a console, which build servers read for commands: {@code ⟨::⟩error::…}.
     *
     * <p>GitHub's runner looks for {@code ::} where a line begins, blanks aside, and for {@code ##[} anywhere; Azure's for {@code ##vso[},
     * TeamCity for {@code ##teamcity[}.
     */
    public static String ofConsole(String text) {
        return COMMAND.matcher(of(text))
                .replaceAll(it -> it.group(1) == null ? "⟨##⟩" : Matcher.quoteReplacement(it.group(1) + "⟨::⟩"));
    }

    /** The beginning of a longer text, and its length: {@code Bearer realm="aaaa… (12,345 characters)}. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return "%s… (%s characters)"
                .formatted(text.substring(0, end), String.format(Locale.ROOT, "%,d", text.length()));
    }

    /** One value, cut where it is longer than anybody reads. */
    public static String value(String text) {
        return cut(text, LONGEST_VALUE);
    }

    /** Several lines, each cut as a value is, and all together cut where they are more than anybody reads. */
    public static String lines(String text) {
        return lines(text, LONGEST_VALUE);
    }

    /** Several lines that begin with a sentence of ours. */
    public static String reason(String text) {
        return lines(text, LONGEST_SENTENCE);
    }

    private static String lines(String written, int longest) {
        // JSON can name half a character, and no file can hold it: what is read again would be another text.
        String text = HALF.matcher(written).replaceAll(String.valueOf(REPLACEMENT));
        if (text.length() <= longest) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int left = LONGEST_TEXT;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (left <= 0) {
                return "%s%n… (%s characters)".formatted(shown, String.format(Locale.ROOT, "%,d", text.length()));
            }
            String cut = cut(line, longest);
            left -= cut.length() + 1;
            shown.append(shown.isEmpty() ? "" : "\n").append(cut);
        }
        return shown.toString();
    }

    private static String marked(String text) {
        if (!holdsHidden(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(shown, character));
        return shown.toString();
    }

    /** A report is megabytes of text, and each bit of it passes here. */
    private static boolean holdsHidden(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (isHidden(character)) {
                return true;
            }
            i += Character.charCount(character);
        }
        return false;
    }

    private static void append(StringBuilder shown, int character) {
        if (!isHidden(character)) {
            shown.appendCodePoint(character);
        } else if (character < ' ') {
            shown.append(picture(character));
        } else if (character == 0x7f) {
            shown.append(DELETE_PICTURE);
        } else if (Character.getType(character) == Character.SURROGATE) {
            // As it is written into files: no encoding has half a character.
            shown.append(REPLACEMENT);
        } else {
            shown.append("⟨U+%04X⟩".formatted(character));
        }
    }

    private static char picture(int control) {
        return (char) (CONTROL_PICTURES + control);
    }

    /** Controls, what Unicode has to format text with, what has no shape, and halves of a character. */
    static boolean isHidden(int character) {
        if (character < 0x80) {
            return (character < ' ' && character != '\n' && character != '\t') || character == 0x7f;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> hasNoShape(character);
        };
    }

    /** Letters and marks by name, and nothing to the eye; and places that no character has, which XML forbids. */
    private static boolean hasNoShape(int character) {
        return character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x17b4
                || character == 0x17b5
                || (character >= 0x180b && character <= 0x180f)
                || (character >= 0x2060 && character <= 0x206f)
                || character == 0x2800
                || character == 0x3164
                || (character >= 0xfe00 && character <= 0xfe0e)
                || character == 0xffa0
                || (character >= 0xfff0 && character <= 0xfffb)
                || (character & 0xfffe) == 0xfffe
                || (character >= 0xe0000 && character <= 0xe0fff);
    }
}
