package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Carriage;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.Presentation;

/**
 * The credential with something in its middle, byte for byte.
 *
 * <p>In the middle, because what is no blank may become one: at the end a server may then rightly cut it off (RFC 9110
 * section 5.5).
 *
 * @param bytes what goes in, one character a byte (ISO-8859-1)
 */
record Inserted(String bytes) implements Carriage {

    @Override
    public Credential carry(Presentation good) {
        String text = good.value().reveal();
        String start = text.substring(0, text.length() / 2);
        String end = text.substring(text.length() / 2);
        // Both halves are secrets: an answer may repeat them with anything in between.
        return good.showing(start + bytes + end)
                .declared()
                .sentVerbatim()
                .withSecret(new Secret(start))
                .withSecret(new Secret(end));
    }
}
