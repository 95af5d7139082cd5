package dev.naysayer.reports.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The page's one style sheet, and the policy that allows it and nothing else.
 *
 * @param css a constant of ours: the only text that templates write unescaped
 */
record StyleSheet(String css) {

    static final StyleSheet INSTANCE = new StyleSheet(load("report.css"));

    /** The content security policy under which the page works as it should. */
    String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With what another page needs besides. */
    StyleSheet with(String name) {
        return new StyleSheet(css + load(name));
    }

    private static String load(String name) {
        try (var in = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(name), name)) {
            // A checkout may have turned line ends; browsers turn them back before they hash.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
