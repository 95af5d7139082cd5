package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.OperationPattern;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is waived on a day. */
class WaiversTest {

    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @CsvSource({"2026-12-31, true", "2027-01-01, false"})
    void the_last_day_counts(LocalDate today, boolean waived) {
        Waivers waivers = new Waivers(List.of(waiver("no-store", "GET *", 7)), today, 14);

        assertThat(waivers.of("no-store", "GET /orders", "no-token") != null).isEqualTo(waived);
    }

    @Test
    void the_first_of_several_tells_who_answers_for_it() {
        Waivers waivers = new Waivers(List.of(waiver("no-store", "GET *", 7), waiver("no-store", "*", 8)), LAST, 14);

        assertThat(Objects.requireNonNull(waivers.of("no-store", "GET /orders", "no-token"))
                        .place())
                .isEqualTo("orders.auth.yaml:7");
        assertThat(Objects.requireNonNull(waivers.of("no-store", "POST /orders", "no-token"))
                        .place())
                .isEqualTo("orders.auth.yaml:8");
        assertThat(waivers.of("nosniff", "GET /orders", "no-token")).isNull();
        assertThat(waivers.of("no-store")).isNull();
    }

    private static Waiver waiver(String rule, String operation, int line) {
        return new Waiver(
                new Position("orders.auth.yaml", line, 5),
                "delete line %d of orders.auth.yaml".formatted(line),
                rule,
                null,
                new OperationPattern(operation),
                "team-orders",
                "a reason",
                null,
                LAST);
    }
}
