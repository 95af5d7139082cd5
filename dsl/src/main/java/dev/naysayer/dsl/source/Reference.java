package dev.naysayer.dsl.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One <code>${…}</code> in a text. Its braces balance, so that a default or a command may hold some.
 *
 * @param start where its dollar sign stands
 * @param end the place behind the brace that closes it
 * @param file the path of {@code ${file:path}}, or null
 * @param command the line of {@code ${command:line}}, or null
 * @param name the variable's name, or null
 * @param byDefault what the variable stands for where it is not set, or null
 */
record Reference(
        int start,
        int end,
        @Nullable String file,
        @Nullable String command,
        @Nullable String name,
        @Nullable String byDefault) {

    static final String BEGINNING = "${";

    /** {@code ${command:-x}} is a variable with a default: no command begins with a hyphen. */
    private static final Pattern INSIDE = Pattern.compile(
            "file:(?<file>.*)|command:(?!-)(?<command>.*)|(?<name>[A-Za-z_][A-Za-z0-9_.]*)(?::-(?<default>.*))?",
            Pattern.DOTALL);

    /** Those of a text that can be read; none stands in another. */
    static List<Reference> in(String text) {
        int start = text.indexOf(BEGINNING);
        if (start < 0) {
            return List.of();
        }
        List<Reference> references = new ArrayList<>();
        Map<Integer, Integer> ends = ends(text);
        Matcher inside = INSIDE.matcher(text);
        while (start >= 0) {
            int from = start + BEGINNING.length();
            int end = ends.getOrDefault(from - 1, -1);
            boolean read = end > 0 && inside.region(from, end - 1).matches();
            if (read) {
                references.add(new Reference(
                        start,
                        end,
                        inside.group("file"),
                        inside.group("command"),
                        inside.group("name"),
                        inside.group("default")));
            }
            start = text.indexOf(BEGINNING, read ? end : from);
        }
        return references;
    }

    /** For each brace that is closed, the place behind the one that closes it: found in one pass, since there may be many. */
    private static Map<Integer, Integer> ends(String text) {
        Map<Integer, Integer> ends = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                open.push(i);
            } else if (text.charAt(i) == '}' && !open.isEmpty()) {
                ends.put(open.pop(), i + 1);
            }
        }
        return ends;
    }

    /** The place behind the brace that closes the first one from here on, or -1 where none does. */
    static int end(String text, int from) {
        int depth = 0;
        for (int i = text.indexOf('{', from); i >= 0 && i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int step(char character) {
        return character == '{' ? 1 : character == '}' ? -1 : 0;
    }

    /** As a reader may see it: a command's arguments may hold a password, and its first word says enough. */
    String written() {
        if (file != null) {
            return "${file:%s}".formatted(file);
        }
        if (command != null) {
            String[] words = command.strip().split("\\s+", 2);
            return words.length > 1 ? "${command:%s …}".formatted(words[0]) : "${command:%s}".formatted(words[0]);
        }
        return byDefault == null ? "${%s}".formatted(name) : "${%s:-%s}".formatted(name, byDefault);
    }

    /** What the text holds beside these. */
    static String beside(List<Reference> references, String text) {
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        for (Reference reference : references) {
            rest.append(text, copied, reference.start());
            copied = reference.end();
        }
        return rest.append(text, copied, text.length()).toString();
    }

    /** Whether another reference was meant to stand in this one. */
    boolean holdsAnother() {
        return (file + " " + byDefault).contains(BEGINNING);
    }

    /** Whether a brace inside a quote has closed one of them; {@code rest} is what stands beside them. */
    static boolean anyIsCutShort(List<Reference> references, String rest) {
        if (rest.indexOf('}') < 0) {
            return false;
        }
        boolean balanced = isBalanced(rest);
        return references.stream()
                .map(Reference::command)
                .anyMatch(command -> command != null && (!balanced || endsInQuote(command)));
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static boolean endsInQuote(String line) {
        char open = 0;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '\\' && open != '\'') {
                i++;
                open = i == line.length() ? character : open;
            } else if (open == 0 && (character == '\'' || character == '"')) {
                open = character;
            } else if (character == open) {
                open = 0;
            }
        }
        return open != 0;
    }
}
