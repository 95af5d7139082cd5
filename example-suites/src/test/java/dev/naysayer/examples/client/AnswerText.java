package dev.naysayer.examples.client;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeMap;

/** An answer as text that can be compared with a recorded one. */
public final class AnswerText {

    // They differ from run to run, or are the server's own business.
    private static final Set<String> LEFT_OUT =
            Set.of("content-length", "date", "matched-stub-id", "transfer-encoding");

    private AnswerText() {}

    /** The status, the headers by name, and the body, each on lines of their own. */
    public static String of(HttpResponse<String> answer) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.statusCode() + "\n");
        new TreeMap<>(answer.headers().map()).forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                values.forEach(
                        value -> text.append((name + ": " + value).strip()).append('\n'));
            }
        });
        return (text + "\n" + answer.body()).strip();
    }
}
