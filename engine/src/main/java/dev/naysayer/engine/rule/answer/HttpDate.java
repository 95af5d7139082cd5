package dev.naysayer.engine.rule.answer;

import dev.naysayer.engine.evidence.Evidence;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates in fields, in the one form that senders may write (RFC 9110 section 5.6.7). */
final class HttpDate {

    private HttpDate() {}

    /** The date, or null where it is none. */
    static @Nullable Instant read(String text) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The date of a field's first line, or null where there is none. */
    static @Nullable Instant first(Evidence evidence, String field) {
        List<String> lines = evidence.response().headers(field);
        return lines.isEmpty() ? null : read(lines.get(0));
    }
}
