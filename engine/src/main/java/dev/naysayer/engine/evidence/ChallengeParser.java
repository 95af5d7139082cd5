package dev.naysayer.engine.evidence;

import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import dev.naysayer.engine.evidence.FieldLine.Malformed;
import dev.naysayer.engine.evidence.Liberty.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code WWW-Authenticate} to the letter of RFC 9110 section 11.6.1.
 *
 * <p>Challenges and the parameters inside them are separated by the same comma. The field is therefore read as one flat
 * list, in which a name with "=" continues the challenge before it and everything else opens the next one.
 *
 * <p>Lines count as if joined by commas (RFC 9110 section 5.2), so a line may continue the challenge of the one before.
 */
final class ChallengeParser {

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Liberty> liberties = new ArrayList<>();

    private ChallengeParser() {}

    /** Reads all lines of the field in order, or stops at the first that leaves the grammar. */
    static ChallengeField parse(List<String> lines) {
        try {
            return new Parsed(
                    reading(lines).drafts.stream().map(Draft::finished).toList());
        } catch (Malformed malformed) {
            return malformed.broken();
        }
    }

    /** Where the lines keep to the grammar only as recipients have to read it; none where they leave it altogether. */
    static List<Liberty> liberties(List<String> lines) {
        try {
            return List.copyOf(reading(lines).liberties);
        } catch (Malformed malformed) {
            return List.of();
        }
    }

    private static ChallengeParser reading(List<String> lines) throws Malformed {
        ChallengeParser parser = new ChallengeParser();
        for (String text : lines) {
            FieldLine line = new FieldLine(text);
            parser.readLine(line);
            parser.liberties.addAll(line.liberties());
        }
        return parser;
    }

    /** {@code [ member ] *( OWS "," OWS [ member ] )}, the list a recipient must accept (RFC 9110 section 5.6.1.2). */
    private void readLine(FieldLine line) throws Malformed {
        int before = drafts.size();
        line.skipWhitespace();
        if (line.atEnd()) {
            return;
        }
        readMember(line, before);
        while (!line.atEnd()) {
            line.take(',', "a comma");
            line.skipWhitespace();
            readMember(line, before);
        }
    }

    /** @param before how many challenges the lines above have opened */
    private void readMember(FieldLine line, int before) throws Malformed {
        if (line.memberEnds()) {
            line.note(Kind.EMPTY_MEMBER);
        } else if (line.atParam()) {
            openDraft(line).params().add(readParam(line));
        } else {
            if (drafts.size() > before) {
                line.note(Kind.FURTHER_CHALLENGE);
            }
            drafts.add(readChallenge(line));
        }
        line.skipWhitespace();
    }

    private Draft openDraft(FieldLine line) throws Malformed {
        if (drafts.isEmpty()) {
            throw line.expected("an auth-scheme before the first parameter");
        }
        Draft last = drafts.get(drafts.size() - 1);
        if (last.token68() != null) {
            throw line.expected("an auth-scheme, since a challenge with a token68 takes no parameters");
        }
        if (!last.spaced()) {
            throw line.expected("an auth-scheme, since parameters need a space after theirs");
        }
        if (last.params().isEmpty()) {
            // The list of parameters starts with the scheme, so a comma stands before its first member.
            line.note(Kind.EMPTY_MEMBER);
        }
        return last;
    }

    /** {@code auth-scheme [ 1*SP ( token68 / #auth-param ) ]}, of the parameters at most the first. */
    private static Draft readChallenge(FieldLine line) throws Malformed {
        String scheme = line.token("an auth-scheme or a parameter");
        boolean spaced = line.skipSpaces();
        if (line.memberEnds()) {
            return new Draft(scheme, spaced, null);
        }
        if (!spaced) {
            throw line.expected("a space or a comma after the auth-scheme");
        }
        String token68 = line.token68();
        Draft draft = new Draft(scheme, true, token68);
        if (token68 == null) {
            draft.params().add(readParam(line));
        }
        return draft;
    }

    /** {@code token BWS "=" BWS ( token / quoted-string )}. */
    private static AuthParam readParam(FieldLine line) throws Malformed {
        String name = line.token("a parameter or a token68");
        line.skipBadWhitespace();
        line.take('=', "\"=\" and a value after the parameter name");
        line.skipBadWhitespace();
        if (line.at('"')) {
            return new AuthParam(name, line.quotedString(), true);
        }
        String value = line.token("a token or a quoted string as the value");
        if (!line.atGap()) {
            throw line.expected("quotes around the value, since a token cannot hold this character");
        }
        return new AuthParam(name, value, false);
    }

    /** A challenge that may still grow, if its scheme was {@code spaced}: followed by the space that parameters need. */
    private record Draft(
            String scheme, boolean spaced, @Nullable String token68, List<AuthParam> params) {

        Draft(String scheme, boolean spaced, @Nullable String token68) {
            this(scheme, spaced, token68, new ArrayList<>());
        }

        Challenge finished() {
            return new Challenge(scheme, token68, params);
        }
    }
}
