package dev.naysayer.engine.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field line, name and value as they stood on the wire. */
public record Header(String name, String value) {

    /** Fields that say what is asked for, by whom, and how it travels. */
    private static final Set<String> ORDINARY = Set.of(
            "accept",
            "accept-charset",
            "accept-encoding",
            "accept-language",
            "cache-control",
            "connection",
            "content-language",
            "content-length",
            "content-type",
            "date",
            "expect",
            "host",
            "if-modified-since",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "pragma",
            "range",
            "sec-fetch-dest",
            "sec-fetch-mode",
            "sec-fetch-site",
            "te",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    /** All lines of a field as one list (RFC 9110 section 5.3); null where there is none. */
    public static @Nullable String value(List<Header> headers, String name) {
        List<String> lines = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    /** Whether everybody sends such a field with a request, so that its value is nobody's secret. */
    public boolean everybodySends() {
        return everybodySends(name);
    }

    public static boolean everybodySends(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        // HTTP/2 has the host in a field of its own, and what begins with our name is ours.
        return ORDINARY.contains(folded) || folded.startsWith(":") || folded.startsWith("naysayer-");
    }
}
