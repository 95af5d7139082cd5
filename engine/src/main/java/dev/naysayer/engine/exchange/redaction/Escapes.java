package dev.naysayer.engine.exchange.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes one layer of escapes off a text: those of URIs and forms, of JSON and scripts, of pages, and of quoted strings. */
final class Escapes {

    private static final Map<String, Character> ENTITIES =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "sol", '/', "plus", '+', "equals", '=');

    private static final int LONGEST_ENTITY = 10;

    private final TextView from;
    private final TextView to;

    private Escapes(TextView from) {
        this.from = from;
        this.to = from.inner(from.size());
    }

    /** What is read where there are escapes; a backslash means one thing in JSON and another in a quoted string. */
    static List<TextView> decoded(TextView view) {
        boolean escaped = false;
        boolean quoted = false;
        for (int i = 0; i < view.size(); i++) {
            char c = view.at(i);
            quoted |= c == '\\';
            escaped |= c == '\\' || c == '%' || c == '&' || c == '+';
        }
        List<TextView> decoded = new ArrayList<>();
        if (escaped) {
            decoded.add(new Escapes(view).webs());
        }
        if (quoted) {
            decoded.add(new Escapes(view).quotedStrings());
        }
        return decoded;
    }

    private TextView webs() {
        int i = 0;
        while (i < from.size()) {
            i += switch (from.at(i)) {
                case '%' -> percent(i);
                case '\\' -> backslash(i);
                case '&' -> entity(i);
                case '+' -> put(' ', i, 1);
                default -> put(from.at(i), i, 1);
            };
        }
        return to;
    }

    /** RFC 9110 section 5.6.4: a backslash goes before any character. */
    private TextView quotedStrings() {
        int i = 0;
        while (i < from.size()) {
            boolean pair = from.at(i) == '\\' && i + 1 < from.size();
            i += pair ? put(from.at(i + 1), i, 2) : put(from.at(i), i, 1);
        }
        return to;
    }

    private int percent(int at) {
        if (at + 1 < from.size() && from.at(at + 1) == 'u' && number(at + 2, 4) >= 0) {
            return put((char) number(at + 2, 4), at, 6);
        }
        int octet = number(at + 1, 2);
        return octet < 0 ? put('%', at, 1) : put((char) octet, at, 3);
    }

    private int backslash(int at) {
        if (at + 1 == from.size()) {
            return put('\\', at, 1);
        }
        char kind = from.at(at + 1);
        int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        int number = digits == 0 ? -1 : number(at + 2, digits);
        if (number >= 0) {
            return put((char) number, at, 2 + digits);
        }
        // A wrapped secret goes on behind the line end.
        return kind == 'n' || kind == 'r' ? 2 : put(kind, at, 2);
    }

    private int entity(int at) {
        StringBuilder name = new StringBuilder();
        int end = at + 1;
        while (end < from.size() && end - at <= LONGEST_ENTITY && isOfEntity(from.at(end))) {
            name.append(from.at(end++));
        }
        int length = end - at + (end < from.size() && from.at(end) == ';' ? 1 : 0);
        Character named = ENTITIES.get(name.toString());
        if (named != null) {
            return put(named, at, length);
        }
        int codePoint = codePoint(name.toString());
        if (codePoint < 0) {
            return put('&', at, 1);
        }
        for (char c : Character.toChars(codePoint)) {
            put(c, at, length);
        }
        return length;
    }

    private static boolean isOfEntity(char c) {
        return c == '#' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    private static int codePoint(String name) {
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        if (!name.startsWith("#") || name.length() > LONGEST_ENTITY || name.length() < (hex ? 3 : 2)) {
            return -1;
        }
        try {
            int number = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(number) ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private int number(int at, int digits) {
        if (at + digits > from.size()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(from.at(i), 16);
            if (digit < 0) {
                return -1;
            }
            number = number * 16 + digit;
        }
        return number;
    }

    /** Returns how many characters of the outer text it stands for. */
    private int put(char c, int at, int length) {
        to.add(c, from.start(at), from.end(at + length - 1));
        return length;
    }
}
