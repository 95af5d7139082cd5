package dev.naysayer.reports.format;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two halves of an exchange as text, in the shape they had on the wire. */
final class Wire {

    private Wire() {}

    static String request(Transcript transcript) {
        return message(
                transcript.method() + " " + transcript.uri(), transcript.requestHeaders(), transcript.requestBody());
    }

    static String response(Transcript transcript) {
        return transcript.status() == null
                ? "No answer came."
                : message("HTTP " + transcript.status(), transcript.responseHeaders(), transcript.responseBody());
    }

    /** Both halves below each other. */
    static String exchange(Transcript transcript) {
        return request(transcript) + "\n\n" + response(transcript);
    }

    /** {@code 12 ms}, {@code 1.2 s}. */
    static String time(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** {@code 1,204 bytes}. */
    static String bytes(int number) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? "byte" : "bytes");
    }

    private static String message(String firstLine, List<Header> headers, @Nullable String body) {
        var text = new StringBuilder(oneLine(firstLine));
        headers.forEach(header -> text.append('\n').append(oneLine(header.name() + ": " + header.value())));
        if (body != null && !body.isEmpty()) {
            text.append("\n\n").append(body);
        }
        return text.toString();
    }

    /** A line end inside a field must not look like the next field. */
    private static String oneLine(String line) {
        return line.replace('\r', '␍').replace('\n', '␊');
    }
}
