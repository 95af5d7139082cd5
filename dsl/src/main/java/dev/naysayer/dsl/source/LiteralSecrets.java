package dev.naysayer.dsl.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like a key or token in the text of a suite, comments included.
 *
 * <p>A suite is committed and its lines are quoted in consoles; a secret in it is lost. Secrets come by reference.
 */
public final class LiteralSecrets {

    private static final Pattern SECRET = Pattern.compile(String.join(
            "|",
            "eyJ[A-Za-z0-9_-]{6,}[A-Za-z0-9_.-]*", // JWT: a base64url JSON object
            "-----BEGIN[A-Z ]* PRIVATE KEY-----.*", // PEM
            "\"?\\bd\"?\\s*:\\s*\"?[A-Za-z0-9_-]{32,}\"?", // the private part of a JWK
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", // AWS
            "\\bgh[pousr]_[A-Za-z0-9]{36,}", // GitHub
            "\\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}", // Stripe
            "\\bxox[abprs]-[A-Za-z0-9-]{10,}")); // Slack

    /** Names whose values open something; an {@code Idempotency-Key} does not. */
    private static final Pattern NAME_OF_SECRET = Pattern.compile(
            "(?i).*(api|subscription|access|auth|private|client|vault|session)[-_]?(key|token|secret)|.*(secret|password|passwd)");

    /** Digits, capital and small letters in one word of this length: nobody writes such a name. */
    private static final int LONGEST_NAME = 39;

    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]+@");
    /** A command's arguments may hold a password, and its first word says enough. */
    private static final Pattern COMMAND = Pattern.compile("\\$\\{command:\\s*[^\\s}]+");

    private static final String BLANK = "•••";

    /** A part of a line, from the first character to the one behind the last. */
    private record Stretch(int start, int end) {}

    /** Behind all that a line can hold. */
    private static final Stretch NONE = new Stretch(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private LiteralSecrets() {}

    /** Whether what is called so opens something. */
    public static boolean isCalledLikeSecret(String name) {
        return NAME_OF_SECRET.matcher(name).matches();
    }

    public static void find(SourceText text, Problems problems) {
        List<String> lines = text.lines();
        for (int line = 1; line <= lines.size(); line++) {
            for (Stretch secret : stretches(lines.get(line - 1))) {
                problems.at(
                        line,
                        secret.start() + 1,
                        "this looks like a key or token",
                        "take it out and refer to it: \"${VARIABLE}\", \"${file:path}\" or \"${command:line}\"");
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
        Stretch known = known(secret, 0);
        Stretch mixed = mixed(line, 0);
        int end = 0;
        while (Math.min(known.start(), mixed.start()) < NONE.start()) {
            Stretch stretch = widened(line, known.start() <= mixed.start() ? known : mixed, end);
            stretches.add(stretch);
            end = stretch.end();
            known = known.start() >= end ? known : known(secret, end);
            mixed = mixed.start() >= end ? mixed : mixed(line, end);
        }
        return stretches;
    }

    private static Stretch known(Matcher secret, int from) {
        return secret.find(from) ? new Stretch(secret.start(), secret.end()) : NONE;
    }

    /**
     * The next word that is long and mixed. Looked for by hand, each character once: an expression that looks ahead from each
     * place where a word may begin takes minutes for a long line.
     */
    private static Stretch mixed(String line, int from) {
        int start = from;
        while (start < line.length()) {
            if ("+=-".indexOf(line.charAt(start)) >= 0) {
                // A line that is drawn in front of a word makes it no longer.
                start++;
                continue;
            }
            int end = start;
            boolean digit = false;
            boolean capital = false;
            boolean small = false;
            for (; end < line.length() && isWord(line.charAt(end)); end++) {
                char character = line.charAt(end);
                digit |= character >= '0' && character <= '9';
                capital |= character >= 'A' && character <= 'Z';
                small |= character >= 'a' && character <= 'z';
            }
            if (digit && capital && small && end - start > LONGEST_NAME) {
                return new Stretch(start, end);
            }
            start = end + 1;
        }
        return NONE;
    }

    private static Stretch widened(String line, Stretch hit, int from) {
        int start = hit.start();
        int end = hit.end();
        while (start > from && isBase64(line.charAt(start - 1))) {
            start--;
        }
        while (end < line.length() && isBase64(line.charAt(end))) {
            end++;
        }
        return new Stretch(start, end);
    }

    private static boolean isWord(char character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || "+=_-".indexOf(character) >= 0;
    }

    private static boolean isBase64(char character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || "+/=_-".indexOf(character) >= 0;
    }
}
