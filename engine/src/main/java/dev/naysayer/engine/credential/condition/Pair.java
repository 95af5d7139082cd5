package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user name and a password (RFC 7617 section 2). */
record Pair(String user, String password) {

    /** Reads {@code user:password}; a password may have colons, a user name may not. */
    static Pair of(String text) throws NotObtainable {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new NotObtainable("the good credential has no colon", "one that reads user:password");
        }
        return new Pair(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The same text, once it is sure to be a pair. */
    static String checked(String text) throws NotObtainable {
        return of(text).text();
    }

    /** Reads back what a scheme encoded; a text without colon is all password. */
    static Pair shown(Presentation presentation) {
        String text = decoded(presentation.value().reveal());
        int colon = text.indexOf(':');
        return new Pair(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
    }

    String text() {
        return user + ":" + password;
    }

    Pair withUser(String other) {
        return new Pair(other, password);
    }

    Pair withPassword(String other) {
        return new Pair(user, other);
    }

    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
