package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.Presentation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Well-formed credentials that nobody was given, under registered auth-schemes (RFC 9110 section 16.4.1). */
final class OtherScheme {

    private record Registered(String authScheme, String credential) {}

    private static final List<Registered> REGISTERED =
            List.of(new Registered("Basic", base64("nobody:made-up")), new Registered("Bearer", base64("made-up")));

    private OtherScheme() {}

    /** A credential under the first registered auth-scheme that is not the good one's. */
    static Presentation than(Presentation good) {
        Registered other = REGISTERED.stream()
                .filter(registered -> !registered.authScheme().equalsIgnoreCase(good.authScheme()))
                .findFirst()
                .orElseThrow();
        return good.under(other.authScheme()).inventing(other.credential());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
