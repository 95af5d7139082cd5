package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Evidence;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A cookie that an answer sets or takes away (RFC 6265 section 4.1). Its value is not kept: it may be somebody's session.
 *
 * @param name its name, which is compared as it is written
 * @param attributes their values, by names in lower case; empty where there is none
 * @param takenAway whether the client is to forget it
 */
public record SetCookie(String name, Map<String, String> attributes, boolean takenAway) {

    /** All that an answer sets, in their order. */
    public static List<SetCookie> in(Evidence evidence) {
        return evidence.response().headers("Set-Cookie").stream()
                .map(line -> read(line, evidence))
                .toList();
    }

    private static SetCookie read(String line, Evidence evidence) {
        String[] parts = line.split(";", -1);
        Map<String, String> attributes = new LinkedHashMap<>();
        Arrays.stream(parts)
                .skip(1)
                .map(part -> part.split("=", 2))
                .forEach(pair -> attributes.put(
                        pair[0].strip().toLowerCase(Locale.ROOT), pair.length < 2 ? "" : pair[1].strip()));
        String[] pair = parts[0].split("=", 2);
        boolean empty = pair.length < 2 || pair[1].isBlank();
        return new SetCookie(pair[0].strip(), attributes, empty || hasEnded(attributes, evidence));
    }

    /** Max-Age goes before Expires (RFC 6265 section 4.1.2.2); a date is compared with the answer's own. */
    private static boolean hasEnded(Map<String, String> attributes, Evidence evidence) {
        String age = attributes.getOrDefault("max-age", "");
        if (age.matches("-?\\d+")) {
            return age.matches("-\\d+|0+");
        }
        Instant end = HttpDate.read(attributes.getOrDefault("expires", "").replace('-', ' '));
        Instant now = HttpDate.first(evidence, "Date");
        return end != null && (now == null ? end.equals(Instant.EPOCH) : !end.isAfter(now));
    }

    /** Whether it has such an attribute; {@code attribute} is in lower case. */
    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }
}
