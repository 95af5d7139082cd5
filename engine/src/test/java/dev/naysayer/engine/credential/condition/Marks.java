package dev.naysayer.engine.credential.condition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tables show in the place of texts that are made for each run. */
final class Marks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Its first letter and its last are known, so that it has letters to change. */
    static final String TOKEN = "t" + random(38) + "T";

    static final String USER = random(8);

    /** 82 bytes: base64 of the pair has a slash and is padded, and some letter is not ASCII. */
    static final String PASSWORD = "???ü" + random(77);

    private Marks() {}

    private static String random(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** Longer texts first: a mark must not stand within another. */
    static Map<String, String> ofToken() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(TOKEN, "<token>");
        marks.put(MadeUp.like(TOKEN), "<made-up>");
        marks.put(TOKEN.substring(0, 20) + changed(TOKEN.charAt(20)) + TOKEN.substring(21), "<token, 21st changed>");
        marks.put(caseChanged(), "<token, case changed>");
        marks.put(TOKEN.substring(0, 39), "<token but its last>");
        marks.put(TOKEN.substring(0, 20), "<first half>");
        marks.put(TOKEN.substring(20), "<second half>");
        return marks;
    }

    private static char changed(char c) {
        return MadeUp.sameKind(c, c - '0' + 1);
    }

    private static String caseChanged() {
        StringBuilder changed = new StringBuilder();
        TOKEN.chars()
                .map(c -> Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c))
                .forEach(changed::appendCodePoint);
        return changed.toString();
    }

    static Map<String, String> ofPair() {
        String encoded = Pair.encoded(USER + ":" + PASSWORD);
        String unpadded = encoded.replace("=", "");
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put(encoded, "<base64>");
        marks.put(unpadded, "<base64 without padding>");
        marks.put(encoded.replace('+', '-').replace('/', '_'), "<base64url>");
        marks.put(MadeUp.like(encoded), "<made-up base64>");
        marks.put(Pair.encoded(MadeUp.like(USER + ":" + PASSWORD)), "<base64 of a made-up pair>");
        marks.put(unpadded.substring(0, encoded.length() / 2), "<first half>");
        marks.put(encoded.substring(encoded.length() / 2), "<second half>");
        marks.put(PASSWORD, "<password>");
        marks.put(URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8), "<password, percent-encoded>");
        marks.put(MadeUp.like(PASSWORD), "<made-up password>");
        marks.put(
                URLEncoder.encode(MadeUp.like(PASSWORD), StandardCharsets.UTF_8),
                "<made-up password, percent-encoded>");
        marks.put(MadeUp.like(PASSWORD, 21), "<made-up password 21>");
        marks.put(PASSWORD.substring(0, 71), "<first 72 bytes of the password>");
        marks.put(USER, "<user>");
        marks.put(MadeUp.like(USER), "<made-up user>");
        return marks;
    }
}
