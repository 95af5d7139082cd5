package dev.naysayer.engine.evidence;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.Liberty.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One field line and a place in it, moved on by the words of RFC 9110 section 5.6.
 *
 * <p>Whitespace at both ends does not belong to the value (RFC 9110 section 5.5).
 */
final class FieldLine {

    private final String text;
    private final int end;
    private final List<Liberty> liberties = new ArrayList<>();
    private int at;

    FieldLine(String text) {
        this.text = text;
        int last = text.length();
        while (last > 0 && isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        this.end = last;
    }

    boolean atEnd() {
        return at >= end;
    }

    boolean at(char character) {
        return !atEnd() && text.charAt(at) == character;
    }

    /** Whether whitespace, a comma or the end comes next. */
    boolean atGap() {
        return atEnd() || at(',') || isWhitespace(text.charAt(at));
    }

    /** Whether nothing but whitespace stands before the next comma or the end. */
    boolean memberEnds() {
        return memberEndsAt(at);
    }

    /** Whether {@code token BWS "="} comes next. */
    boolean atParam() {
        int afterName = past(FieldLine::isTokenCharacter, at);
        int afterGap = past(FieldLine::isWhitespace, afterName);
        return afterName > at && afterGap < end && text.charAt(afterGap) == '=';
    }

    void skipWhitespace() {
        at = past(FieldLine::isWhitespace, at);
    }

    /** Whitespace that recipients have to skip and senders must not write (RFC 9110 section 5.6.3). */
    void skipBadWhitespace() {
        if (!atEnd() && isWhitespace(text.charAt(at))) {
            note(Kind.BAD_WHITESPACE);
        }
        skipWhitespace();
    }

    /** Whether there was a space to skip; a tab is none. */
    boolean skipSpaces() {
        return !moveTo(past(character -> character == ' ', at)).isEmpty();
    }

    void take(char character, String otherwiseExpected) throws Malformed {
        if (!at(character)) {
            throw expected(otherwiseExpected);
        }
        at++;
    }

    /** {@code token} (RFC 9110 section 5.6.2). */
    String token(String otherwiseExpected) throws Malformed {
        String token = moveTo(past(FieldLine::isTokenCharacter, at));
        if (token.isEmpty()) {
            throw expected(otherwiseExpected);
        }
        return token;
    }

    /** {@code token68} (RFC 9110 section 11.2), or null: {@code a=} is one, {@code a=b} is none. */
    @Nullable
    String token68() {
        int padding = past(FieldLine::isToken68Character, at);
        int afterPadding = past(character -> character == '=', padding);
        return padding > at && memberEndsAt(afterPadding) ? moveTo(afterPadding) : null;
    }

    /** {@code quoted-string} without its quotes, quoted pairs undone (RFC 9110 section 5.6.4). */
    String quotedString() throws Malformed {
        StringBuilder value = new StringBuilder();
        take('"', "an opening quote");
        while (!at('"')) {
            if (at('\\')) {
                skipBackslash();
            }
            if (atEnd()) {
                throw expected("a closing quote");
            }
            if (!isQuotable(text.charAt(at))) {
                throw expected("a quoted string without control characters");
            }
            value.append(text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private void skipBackslash() {
        int escaped = at + 1;
        if (escaped < end && text.charAt(escaped) != '"' && text.charAt(escaped) != '\\') {
            note(Kind.NEEDLESS_QUOTED_PAIR);
        }
        at = escaped;
    }

    /** Keeps that a liberty was taken here. */
    void note(Kind kind) {
        liberties.add(new Liberty(kind, text, at));
    }

    /** What was noted, in the line's order. */
    List<Liberty> liberties() {
        return liberties;
    }

    Malformed expected(String what) {
        return new Malformed(new Broken(text, at, "expected " + what));
    }

    private boolean memberEndsAt(int place) {
        int next = past(FieldLine::isWhitespace, place);
        return next >= end || text.charAt(next) == ',';
    }

    private int past(IntPredicate alphabet, int from) {
        int place = from;
        while (place < end && alphabet.test(text.charAt(place))) {
            place++;
        }
        return place;
    }

    private String moveTo(int place) {
        String passed = text.substring(at, place);
        at = place;
        return passed;
    }

    private static boolean isWhitespace(int character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isTokenCharacter(int character) {
        return isLetterOrDigit(character) || "!#$%&'*+-.^_`|~".indexOf(character) >= 0;
    }

    private static boolean isToken68Character(int character) {
        return isLetterOrDigit(character) || "-._~+/".indexOf(character) >= 0;
    }

    private static boolean isLetterOrDigit(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    /** A client may have decoded the bytes of obs-text to any character, so everything above ASCII counts as such. */
    private static boolean isQuotable(int character) {
        return character == '\t' || (character >= ' ' && character != 0x7f);
    }

    /** The line leaves the grammar; checked, so that the compiler proves it never leaves the parser. */
    static final class Malformed extends Exception {

        private final transient Broken broken;

        private Malformed(Broken broken) {
            super(broken.reason(), null, false, false);
            this.broken = broken;
        }

        Broken broken() {
            return broken;
        }
    }
}
