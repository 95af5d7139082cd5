package dev.naysayer.engine.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Cache-Control} field (RFC 9111 section 5.2).
 *
 * @param directives by name in lower case; the value without quotes, empty where there is none; the first of a name counts
 */
public record CacheControl(Map<String, String> directives) {

    private static final Pattern DIRECTIVE = Pattern.compile("([^\\s,=\"]++)(?:=(?:\"([^\"]*+)\"|([^\\s,]*+)))?");

    public CacheControl {
        directives = Map.copyOf(directives);
    }

    static CacheControl of(List<String> lines) {
        Map<String, String> directives = new LinkedHashMap<>();
        Matcher found = DIRECTIVE.matcher(String.join(",", lines));
        while (found.find()) {
            String value = found.group(2) == null ? found.group(3) : found.group(2);
            directives.putIfAbsent(Ascii.lower(found.group(1)), value == null ? "" : value);
        }
        return new CacheControl(directives);
    }

    public boolean has(String directive) {
        return directives.containsKey(directive);
    }

    /** Whether a cache must ask the API each time before it answers from what it kept, or must not keep it at all. */
    public boolean forbidsReuse() {
        return has("no-store") || whole("no-cache");
    }

    /** Whether a cache that several people share must not keep the answer. */
    public boolean forbidsSharing() {
        return forbidsReuse() || whole("private");
    }

    /** Whether the directive is there with a number of seconds above zero. */
    public boolean allowsSeconds(String directive) {
        return directives.getOrDefault(directive, "").matches("0*[1-9][0-9]*");
    }

    /** With field names as its value, a directive speaks of those fields only (RFC 9111 section 5.2.2.4). */
    private boolean whole(String directive) {
        return directives.getOrDefault(directive, "absent").isEmpty();
    }
}
