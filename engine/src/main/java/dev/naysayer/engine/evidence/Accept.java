package dev.naysayer.engine.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What kinds of answer a request takes (RFC 9110 section 12.5.1).
 *
 * @param ranges none where nothing is known of it
 */
public record Accept(List<Range> ranges) {

    private static final Pattern NOT_AT_ALL = Pattern.compile("q *= *0(?:\\.0*)?");

    /**
     * A media range, in lower case and without parameters.
     *
     * @param refused whether its weight is 0
     */
    public record Range(String type, String subtype, boolean refused) {

        private static Optional<Range> of(String text) {
            String[] parts = text.strip().toLowerCase(Locale.ROOT).split(" *; *");
            String[] type = parts[0].split("/", 2);
            boolean refused = Arrays.stream(parts)
                    .skip(1)
                    .anyMatch(parameter -> NOT_AT_ALL.matcher(parameter).matches());
            return type.length < 2 ? Optional.empty() : Optional.of(new Range(type[0], type[1], refused));
        }
    }

    /**
     * What a request says it accepts.
     *
     * @param field the field's value, or null where it is not known
     */
    public static Accept of(@Nullable String field) {
        return new Accept(
                field == null
                        ? List.of()
                        : Arrays.stream(field.split(","))
                                .flatMap(range -> Range.of(range).stream())
                                .toList());
    }

    /** Whether an answer in JSON, of whatever kind, can be read; also where nothing is known. */
    public boolean takesJson() {
        return ranges.isEmpty()
                || takes("application", "json")
                || ranges.stream()
                        .anyMatch(range -> !range.refused() && range.subtype().endsWith("+json"));
    }

    /** Whether a web page can be read; not where nothing is known. */
    public boolean takesPage() {
        return takes("text", "html");
    }

    /** The most specific range that matches decides. */
    private boolean takes(String type, String subtype) {
        for (List<String> wanted : List.of(List.of(type, subtype), List.of(type, "*"), List.of("*", "*"))) {
            List<Range> matching = ranges.stream()
                    .filter(range -> List.of(range.type(), range.subtype()).equals(wanted))
                    .toList();
            if (!matching.isEmpty()) {
                return matching.stream().anyMatch(range -> !range.refused());
            }
        }
        return false;
    }
}
