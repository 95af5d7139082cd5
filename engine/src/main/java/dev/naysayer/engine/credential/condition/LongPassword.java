package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.standard.Clause.securityAdvice;
import static dev.naysayer.engine.standard.SpecReference.asvs;

import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.credential.NotObtainable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The password is too long, or is cut where some password hashes stop to read. */
final class LongPassword {

    /** What bcrypt looks at. */
    private static final int HASHED_BYTES = 72;

    private static final int MEBIBYTE = 1024 * 1024;

    static final List<CredentialCondition> VARIANTS = List.of(
            Variant.of(
                    BasicInfo.of("long-password", "the good user name with the good password grown to 1 MiB")
                            .optIn()
                            .brokenMessage()
                            .acceptedOrRefused(401, 400, 413, 431)
                            .changes("text")
                            .because(
                                    "A long password costs the server no more than a short one, and is another one.",
                                    securityAdvice(asvs("6.2.8"))),
                    LongPassword::grown,
                    good -> good.declared().sentVerbatim()),
            BasicInfo.ofPair(
                    BasicInfo.of("password-72-bytes", "the first 72 bytes of a longer good password")
                            .acceptedOrRefused(401)
                            .changes("text")
                            .because(
                                    "A hash that stops at 72 bytes takes every password that begins alike.",
                                    securityAdvice(asvs("6.2.8"))),
                    good -> good.withPassword(cut(good.password()))));

    private LongPassword() {}

    private static String grown(String text) throws NotObtainable {
        Pair good = Pair.of(text);
        int missing = Math.max(1, MEBIBYTE - good.password().length());
        return good.withPassword(good.password() + "a".repeat(missing)).text();
    }

    /** A character is never split: one that begins within the 72 bytes stays whole. */
    private static String cut(String password) throws NotObtainable {
        int end = 0;
        int bytes = 0;
        while (end < password.length() && bytes < HASHED_BYTES) {
            String character = Character.toString(password.codePointAt(end));
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            end += character.length();
        }
        if (end == password.length()) {
            throw new NotObtainable("the good password is not longer than 72 bytes", "a longer password to its source");
        }
        return password.substring(0, end);
    }
}
