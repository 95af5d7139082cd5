package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Sha256;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.TextChange;
import java.util.UUID;

/**
 * Credentials that nobody was given, as long as a good one and of the same kinds of characters.
 *
 * <p>They follow from the good one by a hash and not by chance: a case sends the same twice, and nobody can tell the good
 * one from it. They are shown, so the hash has a salt of this process: else a short key could be tried out until it gives the same.
 */
final class MadeUp {

    /** One in the place of the good one, of which nothing is left. */
    static final TextChange TEXT = text(1);

    private static final UUID SALT = UUID.randomUUID();

    private MadeUp() {}

    /** The one of that number in the place of the good one, of which nothing is left. */
    static TextChange text(int number) {
        return new TextChange() {
            @Override
            public String apply(String token) {
                return like(token, number);
            }

            @Override
            public boolean makesUp() {
                return true;
            }
        };
    }

    static String like(String good) {
        return like(good, 1);
    }

    /** What is presented in the good one's place. */
    static Presentation like(Presentation good) {
        return good.reply() == null
                ? good.inventing(like(good.value().reveal()))
                : good.replying(good.reply().with(DigestResponse.WRONG));
    }

    /** The one of that number; two numbers give two of them. */
    static String like(String good, int number) {
        StringBuilder text = new StringBuilder(good.length());
        byte[] random = {};
        for (int i = 0; i < good.length(); i++) {
            if (i % 32 == 0) {
                random = Sha256.of(SALT + "/" + number + "/" + i + "/" + good);
            }
            text.append(sameKind(good.charAt(i), random[i % 32] & 0xFF));
        }
        // A text without letters and digits cannot be varied, so it grows.
        return text.toString().equals(good) ? good + "x".repeat(number) : text.toString();
    }

    static char sameKind(char c, int random) {
        if (c >= 'a' && c <= 'z') {
            return (char) ('a' + random % 26);
        }
        if (c >= 'A' && c <= 'Z') {
            return (char) ('A' + random % 26);
        }
        return c >= '0' && c <= '9' ? (char) ('0' + random % 10) : c;
    }
}
