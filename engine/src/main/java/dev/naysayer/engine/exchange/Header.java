package dev.naysayer.engine.exchange;

import java.util.Locale;
import java.util.Set;

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
            "te",
            "transfer-encoding",
            "upgrade",
            "user-agent");

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
