package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks that agree as well as a date can tell are not said to differ. */
class ClockSkewTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.900Z");

    private static Optional<String> skew(Duration leeway, String date) {
        return new ClockSkew(Clock.fixed(NOW, ZoneOffset.UTC), leeway)
                .of(new Transcript(
                        "GET",
                        "http://127.0.0.1/orders",
                        List.of(),
                        null,
                        200,
                        List.of(new Header("date", date)),
                        "",
                        false));
    }

    private static String date(Duration fromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plus(fromNow).atOffset(ZoneOffset.UTC));
    }

    @Test
    void what_a_date_leaves_out_is_no_skew_where_the_suite_grants_no_leeway() {
        assertThat(skew(Duration.ZERO, date(Duration.ZERO))).isEmpty();
        assertThat(skew(Duration.ZERO, date(Duration.ofSeconds(-1)))).isEmpty();
    }

    @Test
    void more_than_the_leeway_is_told_with_its_direction() {
        assertThat(skew(Duration.ZERO, date(Duration.ofSeconds(-10))))
                .hasValueSatisfying(words -> assertThat(words).contains("10 s behind ours", "leeway of 0 s"));
        assertThat(skew(Duration.ofMinutes(1), date(Duration.ofMinutes(2))))
                .hasValueSatisfying(words -> assertThat(words).contains("119 s ahead of ours"));
        assertThat(skew(Duration.ofMinutes(1), date(Duration.ofSeconds(50)))).isEmpty();
    }

    @Test
    void no_date_and_one_that_cannot_be_read_say_nothing() {
        assertThat(skew(Duration.ZERO, "yesterday")).isEmpty();
        assertThat(new ClockSkew(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ZERO).of(null))
                .isEmpty();
    }
}
