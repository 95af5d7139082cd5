package dev.naysayer.engine.outcome;

import dev.naysayer.engine.exchange.Header;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a case presented: what is wrong with it in words, and the lines that may have carried it as they were sent, redacted. */
final class PresentedText {

    private PresentedText() {}

    /** Empty where nothing was sent from here: then its reader knows what was. */
    static String of(CaseOutcome outcome) {
        Transcript sent = outcome.transcript();
        if (sent == null || sent.uri().isEmpty()) {
            return "";
        }
        String lines = Stream.concat(Stream.of(sent.method() + " " + sent.uri()), carriers(sent.requestHeaders()))
                .collect(Collectors.joining("%n             ".formatted()));
        return "  presented  %s%n  sent       %s%n".formatted(outcome.meaning(), lines);
    }

    private static Stream<String> carriers(List<Header> headers) {
        return headers.stream()
                .filter(header -> !header.everybodySends())
                .map(header -> (header.name() + ": " + header.value()).stripTrailing());
    }
}
