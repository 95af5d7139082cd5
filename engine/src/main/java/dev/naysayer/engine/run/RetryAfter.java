package dev.naysayer.engine.run;

import dev.naysayer.engine.exchange.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an answer asks to wait (RFC 9110 section 10.2.3). */
final class RetryAfter {

    /** Longer than anybody waits; a number of more digits would not fit. */
    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private RetryAfter() {}

    /** Empty where the answer does not say it, or not so that it can be read. */
    static Optional<Duration> of(Response answer, Clock clock) {
        return answer.headers("Retry-After").stream()
                .findFirst()
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]+") ? Optional.of(seconds(text)) : until(text, answer, clock));
    }

    private static Duration seconds(String digits) {
        return digits.length() > 10 ? FOR_EVER : Duration.ofSeconds(Long.parseLong(digits));
    }

    /** By the clock of whoever wrote it, as far as the answer shows it. */
    private static Optional<Duration> until(String date, Response answer, Clock clock) {
        Instant now = answer.headers("Date").stream()
                .findFirst()
                .flatMap(ClockSkew::instant)
                .orElseGet(clock::instant);
        return ClockSkew.instant(date)
                .map(then -> Duration.between(now, then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
