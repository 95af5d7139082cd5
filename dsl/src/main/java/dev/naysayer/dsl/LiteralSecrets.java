package dev.naysayer.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a key or token in the text of a suite, comments included.
 *
 * <p>A suite is committed and its lines are quoted in consoles; a secret in it is lost. Secrets come by reference.
 */
final class LiteralSecrets {

    private static final Pattern SECRET = Pattern.compile(String.join(
            "|",
            "eyJ[A-Za-z0-9_-]{6,}(?:\\.[A-Za-z0-9_-]*)*", // JWT: a base64url JSON object
            "-----BEGIN[A-Z ]* PRIVATE KEY-----.*", // PEM
            "\"?\\bd\"?\\s*:\\s*\"?[A-Za-z0-9_-]{32,}\"?", // the private part of a JWK
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", // AWS
            "\\bgh[pousr]_[A-Za-z0-9]{36,}", // GitHub
            "\\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}", // Stripe
            "\\bxox[abprs]-[A-Za-z0-9-]{10,}", // Slack
            "\\b(?=[A-Za-z0-9+_=-]*[0-9])(?=[A-Za-z0-9+_=-]*[A-Z])(?=[A-Za-z0-9+_=-]*[a-z])"
                    + "[A-Za-z0-9+_=-]{40,}")); // long and mixed: nobody writes such a name

    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]+@");
    /** A command's arguments may hold a password, and its first word says enough. */
    private static final Pattern COMMAND = Pattern.compile("\\$\\{command:\\s*[^\\s}]+");

    private static final String BLANK = "•••";

    /** A part of a line, from the first character to the one behind the last. */
    private record Stretch(int start, int end) {}

    private LiteralSecrets() {}

    static void find(SourceText text, Problems problems) {
        List<String> lines = text.lines();
        for (int line = 1; line <= lines.size(); line++) {
            for (Stretch secret : stretches(lines.get(line - 1))) {
                problems.at(
                        line,
                        secret.start() + 1,
                        "this looks like a key or token",
                        "take it out and refer to it: ${VARIABLE}, ${file:path} or ${command:line}");
            }
        }
    }

    static String blank(String quoted) {
        String line = withoutArguments(quoted);
        StringBuilder blanked = new StringBuilder();
        int copied = 0;
        for (Stretch secret : stretches(line)) {
            blanked.append(line, copied, secret.start()).append(BLANK);
            copied = secret.end();
        }
        blanked.append(line, copied, line.length());
        return USER_INFO.matcher(blanked).replaceAll("://" + BLANK + "@");
    }

    /** A command that does not end in its line may hold anything up to the line's end. */
    private static String withoutArguments(String quoted) {
        StringBuilder line = new StringBuilder();
        Matcher command = COMMAND.matcher(quoted);
        int copied = 0;
        while (copied < quoted.length() && command.find(copied)) {
            int end = Reference.end(quoted, command.start());
            line.append(quoted, copied, command.end()).append(" …}");
            copied = end < command.end() ? quoted.length() : end;
        }
        return line.append(quoted, copied, quoted.length()).toString();
    }

    /** Each hit with all of base64 around it: a slash in a key must not leave half of it readable. */
    private static List<Stretch> stretches(String line) {
        List<Stretch> stretches = new ArrayList<>();
        Matcher secret = SECRET.matcher(line);
        int from = 0;
        while (from <= line.length() && secret.find(from)) {
            int start = secret.start();
            int end = secret.end();
            while (start > from && isBase64(line.charAt(start - 1))) {
                start--;
            }
            while (end < line.length() && isBase64(line.charAt(end))) {
                end++;
            }
            stretches.add(new Stretch(start, end));
            from = end;
        }
        return stretches;
    }

    private static boolean isBase64(char character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || "+/=_-".indexOf(character) >= 0;
    }
}
