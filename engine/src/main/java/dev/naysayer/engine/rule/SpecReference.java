package dev.naysayer.engine.rule;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule is written down.
 *
 * @param text {@code RFC 6750 section 3.1}
 * @param link the section's address, or null where the suite itself is the source
 */
public record SpecReference(String text, @Nullable String link) {

    /** What the suite declares; in a finding, the scenario's line stands in its place. */
    static final SpecReference SUITE = new SpecReference("the suite", null);

    static SpecReference rfc(int number, String section) {
        return new SpecReference(
                "RFC %d section %s".formatted(number, section),
                "https://www.rfc-editor.org/rfc/rfc%d#section-%s".formatted(number, section));
    }

    /** OWASP Application Security Verification Standard 5.0. */
    static SpecReference asvs(String requirement, String chapterLink) {
        return new SpecReference("OWASP ASVS 5.0 " + requirement, chapterLink);
    }
}
