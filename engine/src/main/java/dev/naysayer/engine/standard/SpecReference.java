package dev.naysayer.engine.standard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule is written down.
 *
 * @param text {@code RFC 6750 section 3.1}
 * @param link the section's address, or null where the suite itself is the source
 */
public record SpecReference(String text, @Nullable String link) {

    /** What the suite declares; in a finding, the scenario's line stands in its place. */
    public static final SpecReference SUITE = new SpecReference("the suite", null);

    /** A section behind its word, or a numbered requirement, {@code 16.5.1}, which stands without one. */
    private static final Pattern STANDARD_AND_SECTION =
            Pattern.compile("(.+?)(?: section (.+)| (\\d+(?:\\.\\d+){2,}))");

    /** {@code RFC 6750}: the text without its section. */
    public String standard() {
        Matcher parts = STANDARD_AND_SECTION.matcher(text);
        return parts.matches() ? parts.group(1) : text;
    }

    /** {@code 3.1}; empty where the text names none. */
    public String section() {
        return text.substring(standard().length()).replaceFirst("^ (section )?", "");
    }

    public static SpecReference rfc(int number, String section) {
        return new SpecReference(
                "RFC %d section %s".formatted(number, section),
                "https://www.rfc-editor.org/rfc/rfc%d#section-%s".formatted(number, section));
    }

    /** A draft of the IETF; without a number in its name the link leads to the newest. */
    public static SpecReference internetDraft(String title, String name, String section) {
        return new SpecReference(
                "%s section %s".formatted(title, section),
                "https://datatracker.ietf.org/doc/html/%s#section-%s".formatted(name, section));
    }

    /** OWASP Application Security Verification Standard 5.0. */
    public static SpecReference asvs(String requirement, String chapterLink) {
        return new SpecReference("OWASP ASVS 5.0 " + requirement, chapterLink);
    }
}
