package dev.naysayer.engine.evidence;

import dev.naysayer.engine.evidence.Liberty.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A field written by chance from the grammar of RFC 9110 sections 5.6.1.2, 11.2 and 11.3, with all that it means.
 *
 * <p>Every way that the grammar leaves open is taken: any number of lines, empty members, blanks where recipients have to
 * bear them, both forms of a value, quoted pairs that nothing needs.
 */
final class GeneratedField {

    private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";
    private static final String TOKEN68 = "abcXYZ019-._~+/";
    private static final String QUOTABLE = "ab ,=\"\\\t;:/?\u0080\u00e9\u00ff\u2022";

    /** What a span of a line is. */
    enum Part {
        SCHEME,
        SPACES,
        TOKEN68,
        NAME,
        EQUALS,
        TOKEN,
        QUOTED,
        EMPTY,
        COMMA
    }

    /**
     * A part in its place.
     *
     * @param opening whether it stands in the member that opens its challenge
     */
    record Span(Part part, int line, int start, int end, boolean opening) {}

    private final Random random;
    private final StringBuilder line = new StringBuilder();
    private final List<String> lines = new ArrayList<>();
    private final List<Challenge> challenges = new ArrayList<>();
    private final List<Liberty> liberties = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    /** The challenge that a parameter may still join, as its list of parameters. */
    private @Nullable List<AuthParam> open;

    private int challengesBefore;

    GeneratedField(Random random) {
        this.random = random;
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            writeLine(random.nextInt(6));
        }
    }

    List<String> lines() {
        return lines;
    }

    /** What the field says. */
    List<Challenge> challenges() {
        return challenges;
    }

    /** Where it takes a liberty, line by line and from left to right. */
    List<Liberty> liberties() {
        return liberties;
    }

    List<Span> spans() {
        return spans;
    }

    private void writeLine(int members) {
        challengesBefore = challenges.size();
        List<Noted> noted = new ArrayList<>();
        line.append(whitespace());
        for (int member = 1; member <= members; member++) {
            boolean bareScheme = writeMember(noted, members == 1);
            String gap = whitespace();
            if (bareScheme) {
                // Only a space after the scheme lets parameters follow, and a line ends before the blanks at its end.
                open = gap.startsWith(" ") && member < members ? new ArrayList<>() : null;
                keepParamsOfTheLast();
            }
            line.append(gap);
            if (member < members) {
                span(Part.COMMA, ",", false);
                line.append(whitespace());
            }
        }
        finishLine(noted);
    }

    private void finishLine(List<Noted> noted) {
        String text = line.toString();
        int end = text.stripTrailing().length();
        for (Noted liberty : noted) {
            int offset = liberty.offset();
            while (liberty.kind() == Kind.EMPTY_MEMBER && offset < end && isBlank(text.charAt(offset))) {
                offset++;
            }
            liberties.add(new Liberty(liberty.kind(), text, Math.min(offset, end)));
        }
        lines.add(text);
        line.setLength(0);
    }

    /** Whether it was a scheme and nothing else. */
    private boolean writeMember(List<Noted> noted, boolean alone) {
        if (random.nextInt(8) == 0) {
            if (!alone) {
                noted.add(new Noted(Kind.EMPTY_MEMBER, line.length()));
            }
            span(Part.EMPTY, "", false);
            return false;
        }
        if (open != null && random.nextInt(3) > 0) {
            if (open.isEmpty()) {
                noted.add(new Noted(Kind.EMPTY_MEMBER, line.length()));
            }
            writeParam(noted, false);
            return false;
        }
        return writeChallenge(noted);
    }

    private boolean writeChallenge(List<Noted> noted) {
        if (challenges.size() > challengesBefore) {
            noted.add(new Noted(Kind.FURTHER_CHALLENGE, line.length()));
        }
        String scheme = word(TOKEN);
        span(Part.SCHEME, scheme, true);
        challenges.add(new Challenge(scheme, null, List.of()));
        open = null;
        int form = random.nextInt(4);
        if (form == 0) {
            return true;
        }
        span(Part.SPACES, " ".repeat(1 + random.nextInt(2)), true);
        if (form == 1) {
            String token68 = word(TOKEN68) + "=".repeat(random.nextInt(3));
            span(Part.TOKEN68, token68, true);
            challenges.set(challenges.size() - 1, new Challenge(scheme, token68, List.of()));
        } else {
            open = new ArrayList<>();
            writeParam(noted, true);
        }
        return false;
    }

    private void writeParam(List<Noted> noted, boolean opening) {
        String name = word(TOKEN);
        span(Part.NAME, name, opening);
        int before = line.length();
        String left = whitespace();
        String right = whitespace();
        noteBlanks(noted, left, before);
        noteBlanks(noted, right, before + left.length() + 1);
        span(Part.EQUALS, left + "=" + right, opening);
        boolean quoted = random.nextBoolean();
        String value = quoted && random.nextInt(8) == 0 ? "" : word(quoted ? QUOTABLE : TOKEN);
        span(quoted ? Part.QUOTED : Part.TOKEN, quoted ? quoted(value, noted) : value, opening);
        if (open != null) {
            open.add(new AuthParam(name, value, quoted));
        }
        keepParamsOfTheLast();
    }

    private void keepParamsOfTheLast() {
        int last = challenges.size() - 1;
        Challenge grown = challenges.get(last);
        challenges.set(last, new Challenge(grown.scheme(), grown.token68(), open == null ? List.of() : open));
    }

    private String quoted(String value, List<Noted> noted) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int place = 0; place < value.length(); place++) {
            char character = value.charAt(place);
            boolean needed = character == '"' || character == '\\';
            boolean needless = !needed && random.nextInt(8) == 0;
            if (needless) {
                noted.add(new Noted(Kind.NEEDLESS_QUOTED_PAIR, line.length() + quoted.length()));
            }
            quoted.append(needed || needless ? "\\" : "").append(character);
        }
        return quoted.append('"').toString();
    }

    private static void noteBlanks(List<Noted> noted, String blanks, int offset) {
        if (!blanks.isEmpty()) {
            noted.add(new Noted(Kind.BAD_WHITESPACE, offset));
        }
    }

    private void span(Part part, String text, boolean opening) {
        spans.add(new Span(part, lines.size(), line.length(), line.length() + text.length(), opening));
        line.append(text);
    }

    private String word(String alphabet) {
        StringBuilder word = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private String whitespace() {
        return List.of("", "", " ", "\t", " \t ").get(random.nextInt(5));
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    /** A liberty in the line that is not finished yet. */
    private record Noted(Kind kind, int offset) {}
}
