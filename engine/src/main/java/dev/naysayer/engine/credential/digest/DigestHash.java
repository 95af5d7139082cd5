package dev.naysayer.engine.credential.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hash that Digest knows (RFC 7616 section 6.1).
 *
 * @param name as challenges call it, {@code SHA-256}
 * @param session whether the session's nonces go into the user's hash, {@code -sess}
 */
record DigestHash(String name, boolean session) {

    private static final String SESSION = "-sess";

    private static final List<String> KNOWN = List.of("SHA-512-256", "SHA-256", "MD5");

    /** The one that a challenge names; empty for one that nobody here knows. */
    static Optional<DigestHash> of(@Nullable String algorithm) {
        String text = algorithm == null ? "MD5" : algorithm;
        int end = text.length() - SESSION.length();
        boolean session = end > 0 && text.substring(end).equalsIgnoreCase(SESSION);
        String base = session ? text.substring(0, end) : text;
        return KNOWN.stream().filter(base::equalsIgnoreCase).findFirst().map(name -> new DigestHash(name, session));
    }

    /** In lower-case hexadecimal digits. */
    String of(byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance(name.equals("SHA-512-256") ? "SHA-512/256" : name);
            return HexFormat.of().formatHex(digest.digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks " + name, e);
        }
    }

    /** Of what is ASCII already. */
    String ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
