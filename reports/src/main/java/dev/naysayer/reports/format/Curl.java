package dev.naysayer.reports.format;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.util.Locale;
import java.util.Set;

/** A request as a command line: what was redacted stands in it as it does everywhere, to be put in by whoever has it. */
final class Curl {

    /** What curl works out by itself. */
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "transfer-encoding");

    private Curl() {}

    static String of(Transcript transcript) {
        StringBuilder line =
                new StringBuilder("curl --include --path-as-is --request ").append(quoted(transcript.method()));
        for (Header header : transcript.requestHeaders()) {
            if (!OWN.contains(header.name().toLowerCase(Locale.ROOT))) {
                line.append(" \\\n  --header ").append(quoted(header.name() + ": " + header.value()));
            }
        }
        if (transcript.requestBody() != null && !transcript.requestBody().isEmpty()) {
            line.append(" \\\n  --data-binary ").append(quoted(transcript.requestBody()));
        }
        return line.append(" \\\n  ").append(quoted(transcript.uri())).toString();
    }

    /** In single quotes a shell obeys nothing. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
