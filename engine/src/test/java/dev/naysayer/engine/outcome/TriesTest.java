package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader learns how often something was sent, and nothing twice. */
class TriesTest {

    @Test
    void each_earlier_try_says_why_it_says_nothing() {
        assertThat(Tries.words(List.of("502 of a gateway, beside other requests", "connection reset"), null))
                .isEqualTo(
                        "at the third try; first: 502 of a gateway, beside other requests; second: connection reset");
    }

    @Test
    void what_the_reason_says_is_not_said_again() {
        List<String> earlier = List.of("connection reset");

        assertThat(Tries.words(earlier, "connection reset")).isEqualTo("at the second try; first: the same");
        assertThat(Tries.words(earlier, "connection reset; that was request number 3 in a row"))
                .isEqualTo("at the second try; first: the same");
        assertThat(Tries.words(earlier, "connection reset by peer"))
                .isEqualTo("at the second try; first: connection reset");
    }
}
