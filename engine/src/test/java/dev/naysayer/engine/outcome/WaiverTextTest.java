package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an owner reads, however many waivers there are. */
class WaiverTextTest {

    @Test
    void of_many_that_are_red_a_page_is_told_and_the_others_are_counted() {
        List<WaiverOutcome> many = IntStream.range(0, 400)
                .mapToObj(line -> waiver("team-orders", line, "r".repeat(5_000), WaiverState.UNMATCHED, false))
                .toList();

        assertThat(WaiverText.of(many))
                .startsWith("Orders API › waivers: 400 unmatched")
                .endsWith("%nThe report has 380 more.%n".formatted())
                .hasSizeLessThan(20_000);
    }

    @Test
    void a_build_server_obeys_nothing_that_an_owner_wrote() {
        assertThat(WaiverText.of(
                        List.of(waiver("\n::error::x", 7, "::warning::y\u001B[2J", WaiverState.UNMATCHED, false))))
                .doesNotContainPattern("(?m)^\\s*::")
                .doesNotContain("\u001B");
    }

    @Test
    void each_owner_reads_of_his_own_and_only_of_what_ends_soon() {
        List<String> notices = WaiverText.notices(List.of(
                waiver("team-orders", 1, "b", WaiverState.IN_USE, true),
                waiver("team-bills", 2, "b", WaiverState.IN_USE, true),
                waiver("team-orders", 3, "b", WaiverState.UNMATCHED, true),
                waiver("team-stock", 4, "b", WaiverState.IN_USE, false)));

        assertThat(notices)
                .containsExactly(
                        "waivers of team-orders end soon: no-store › GET /orders on 2026-12-31 (orders.auth.yaml:1);"
                                + " no-store › GET /orders on 2026-12-31 (orders.auth.yaml:3)",
                        "waivers of team-bills end soon: no-store › GET /orders on 2026-12-31 (orders.auth.yaml:2)");
    }

    @Test
    void of_many_of_one_owner_the_first_are_told() {
        List<WaiverOutcome> many = IntStream.range(1, 30)
                .mapToObj(line -> waiver("team-orders", line, "b", WaiverState.IN_USE, true))
                .toList();

        assertThat(WaiverText.notices(many))
                .singleElement()
                .asString()
                .contains("(orders.auth.yaml:6)")
                .doesNotContain("(orders.auth.yaml:7)")
                .endsWith("; and 23 more");
    }

    private static WaiverOutcome waiver(String owner, int line, String reason, WaiverState state, boolean endsSoon) {
        return new WaiverOutcome(
                "Orders API",
                "orders.auth.yaml",
                null,
                "no-store",
                null,
                "GET /orders",
                new Waived(owner, LocalDate.of(2026, 12, 31), reason, null, "orders.auth.yaml", line),
                "delete line %d of orders.auth.yaml".formatted(line),
                state,
                endsSoon,
                0,
                null);
    }
}
