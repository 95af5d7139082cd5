package dev.naysayer.reports.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The page's one script, which filters what is there anyway.
 *
 * @param text a constant of ours, written unescaped
 */
record PageScript(String text) {

    static final PageScript INSTANCE = load();

    /** What a content security policy says of it, behind that of the style. */
    String policy() {
        return "; script-src 'sha256-" + hash() + "'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static PageScript load() {
        try (var in = Objects.requireNonNull(PageScript.class.getResourceAsStream("report.js"), "report.js")) {
            // As of the style sheet.
            return new PageScript(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
