package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More than the leeway between two clocks is said, and what a date cannot tell is not. */
class ClockSkewTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00.900Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "'Fri, 02 Jan 2026 11:58:57 GMT', 63 s behind ours",
        "'Fri, 02 Jan 2026 12:02:00 GMT', 119 s ahead of ours"
    })
    void a_clock_that_is_off_by_more_than_the_leeway_is_told(String date, String told) {
        assertThat(of(date, 60).orElse("nothing")).contains("the API's clock is " + told, "leeway of 60 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Fri, 02 Jan 2026 12:00:00 GMT", "Fri, 02 Jan 2026 11:59:01 GMT", "Fri, 02 Jan 2026 12:01:00 GMT"
            })
    void a_clock_within_the_leeway_is_right(String date) {
        assertThat(of(date, 60)).isEmpty();
    }

    @Test
    void without_leeway_the_grain_of_a_date_is_forgiven() {
        assertThat(of("Fri, 02 Jan 2026 11:59:59 GMT", 0)).isEmpty();
        assertThat(of("Fri, 02 Jan 2026 11:59:58 GMT", 0)).isPresent();
    }

    @Test
    void what_is_no_date_says_nothing() {
        assertThat(of("yesterday", 0)).isEmpty();
        assertThat(new ClockSkew(NOON, Duration.ZERO).of(null)).isEmpty();
    }

    private static Optional<String> of(String date, int leeway) {
        return new ClockSkew(NOON, Duration.ofSeconds(leeway))
                .of(new Transcript(
                        "GET",
                        "http://127.0.0.1/",
                        List.of(),
                        null,
                        200,
                        List.of(new Header("Date", date)),
                        "",
                        null,
                        false,
                        false,
                        null));
    }
}
