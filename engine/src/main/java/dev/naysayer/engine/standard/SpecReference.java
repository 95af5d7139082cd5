package dev.naysayer.engine.standard;

import dev.naysayer.dsl.Declared;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule is written down.
 *
 * @param text {@code RFC 6750 section 3.1}
 * @param link the section's address, or null where the suite itself is the source
 * @param profile the profile that declares it, or null where a standard or the suite itself does
 */
public record SpecReference(
        String text, @Nullable String link, @Nullable String profile) {

    /** What the suite declares; in a finding, its line stands in its place. */
    public static final SpecReference SUITE = new SpecReference("the suite", null);

    /** A standard. */
    public SpecReference(String text, @Nullable String link) {
        this(text, link, null);
    }

    /** The line of the suite, or of a profile, that declares it. */
    public static SpecReference of(Declared<?> declared) {
        return new SpecReference(declared.at().file() + ":" + declared.at().line(), null, declared.profile());
    }

    /** The files of the chapters that are cited. */
    private static final Map<String, String> ASVS_CHAPTERS = Map.of(
            "3", "0x12-V3-Web-Frontend-Security",
            "4", "0x13-V4-API-and-Web-Service",
            "6", "0x15-V6-Authentication",
            "7", "0x16-V7-Session-Management",
            "12", "0x21-V12-Secure-Communication",
            "14", "0x23-V14-Data-Protection",
            "16", "0x25-V16-Security-Logging-and-Error-Handling");

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

    /** OWASP Application Security Verification Standard 5.0, {@code 14.2.1}. */
    public static SpecReference asvs(String requirement) {
        String chapter = requirement.substring(0, requirement.indexOf('.'));
        return new SpecReference(
                "OWASP ASVS 5.0 " + requirement,
                "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/%s.md".formatted(ASVS_CHAPTERS.get(chapter)));
    }

    /** A section of the OpenAPI Specification 3.2, {@code Security Scheme Object}. */
    public static SpecReference openApi(String section) {
        return new SpecReference(
                "OpenAPI 3.2 section " + section,
                "https://spec.openapis.org/oas/v3.2.0.html#"
                        + section.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** The WHATWG's Fetch, which has no versions; the section is named as its heading is. */
    public static SpecReference fetch(String section) {
        return new SpecReference(
                "Fetch section " + section,
                "https://fetch.spec.whatwg.org/#"
                        + section.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** The GraphQL Specification of October 2021; the section is named as its heading is. */
    public static SpecReference graphql(String section) {
        return new SpecReference(
                "GraphQL (October 2021) section " + section,
                "https://spec.graphql.org/October2021/#sec-" + section.replaceAll("[^A-Za-z]+", "-"));
    }

    /** The draft of the GraphQL Foundation; the section is named as its heading is. */
    public static SpecReference graphqlOverHttp(String section) {
        return new SpecReference(
                "GraphQL over HTTP draft section " + section,
                "https://graphql.github.io/graphql-over-http/draft/#sec-" + section.replaceAll("[^A-Za-z]+", "-"));
    }

    /** A section of a revision of the Model Context Protocol; it is named as its heading is. */
    public static SpecReference mcp(String revision, String page, String section) {
        return new SpecReference(
                "MCP %s section %s".formatted(revision, section),
                "https://modelcontextprotocol.io/specification/%s/%s#%s"
                        .formatted(
                                revision, page, section.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")));
    }
}
