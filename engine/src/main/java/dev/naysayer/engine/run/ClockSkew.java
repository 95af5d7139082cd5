package dev.naysayer.engine.run;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the API's clock with ours, by the {@code Date} of an answer (RFC 9110 section 6.6.1).
 *
 * <p>More than the leeway apart, a fresh token is already expired for the API, or an expired one still good.
 *
 * @param clock ours
 * @param leeway how far they may be apart
 */
record ClockSkew(Clock clock, Duration leeway) {

    /** A {@code Date} has whole seconds and was written before the answer arrived. */
    private static final Duration GRAIN = Duration.ofSeconds(2);

    /** What to say of an answer that just came; empty where the clocks agree, or where it has no readable date. */
    Optional<String> of(@Nullable Transcript answered) {
        return date(answered).flatMap(date -> of("the API's clock", date));
    }

    /**
     * What to say of a date that just came; empty where the clocks agree.
     *
     * @param whose {@code the API's clock}
     */
    Optional<String> of(String whose, Instant date) {
        return Optional.of(Duration.between(clock.instant(), date))
                .filter(skew -> skew.abs().compareTo(leeway.plus(GRAIN)) > 0)
                .map(skew -> words(whose, skew));
    }

    /** When an answer was written; empty where it does not say it. */
    static Optional<Instant> date(@Nullable Transcript answered) {
        return Optional.ofNullable(answered).stream()
                .flatMap(it -> it.responseHeaders().stream())
                .filter(header -> header.name().equalsIgnoreCase("Date"))
                .map(Header::value)
                .findFirst()
                .flatMap(ClockSkew::instant);
    }

    /** Empty where the text is no date as fields have it. */
    static Optional<Instant> instant(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String words(String whose, Duration skew) {
        return "%s is %d s %s ours, which is more than the leeway of %d s: what is said of expired and future tokens is in doubt; set the clocks"
                .formatted(
                        whose, skew.abs().toSeconds(), skew.isNegative() ? "behind" : "ahead of", leeway.toSeconds());
    }
}
