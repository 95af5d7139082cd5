package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user name and a password, put together as RFC 7617 section 2 says. */
public final class BasicPair {

    /** Of less nobody could tell whether it is there, or something that looks like it. */
    private static final int FEW = 10;

    private static final int BITS_OF_A_BYTE = 8;
    private static final int BITS_OF_A_CHARACTER = 6;

    private BasicPair() {}

    /** As it travels behind {@code Basic}: the Base64 of its UTF-8 bytes. */
    public static Secret encoded(String pair) {
        return new Secret(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What of an encoded pair nobody may see: all that follows from the password.
     *
     * <p>A user name is no secret, and others begin with the same one, as what conditions make up does. The pair as a whole where it has
     * no password, or a very short one.
     */
    public static Secret hidden(Secret encoded) {
        byte[] pair = bytes(encoded.reveal());
        int password = 0;
        while (password < pair.length && pair[password] != ':') {
            password++;
        }
        String hidden = encoded.reveal()
                .substring(Math.min(
                        (password + 1) * BITS_OF_A_BYTE / BITS_OF_A_CHARACTER,
                        encoded.reveal().length()));
        return hidden.length() < FEW ? encoded : new Secret(hidden);
    }

    /** The same of what stands behind the auth-scheme of a field: of a scheme other than Basic, all of it. */
    public static Secret hidden(String authScheme, Secret credential) {
        return authScheme.equalsIgnoreCase("Basic") ? hidden(credential) : credential;
    }

    /** None of what is no Base64. */
    private static byte[] bytes(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
