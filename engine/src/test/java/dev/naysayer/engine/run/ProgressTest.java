package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A long run says every few seconds how far it is, and a short one says nothing. */
class ProgressTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final List<String> told = new ArrayList<>();

    @Test
    void nothing_is_told_of_a_run_that_takes_less_than_ten_seconds() {
        Progress progress = new Progress(now::get, 100, 16, told::add);
        for (int i = 0; i < 99; i++) {
            pass(100);
            progress.done();
        }

        assertThat(told).isEmpty();
    }

    @Test
    void from_then_on_a_line_is_told_every_five_seconds_until_all_is_done() {
        Progress progress = new Progress(now::get, 2000, 16, told::add);
        progress.took("GET /orders › expired-token", Duration.ofMillis(1240));
        progress.took("GET /orders › no-token", Duration.ofMillis(900));
        for (int i = 0; i < 2000; i++) {
            pass(10);
            progress.done();
            progress.tick();
        }
        pass(60_000);
        progress.tick();

        assertThat(told)
                .containsExactly(
                        "1,000 of 2,000 tests in 10 s, 100.0 a second, up to 16 requests at once; slowest: GET /orders › expired-token, 1.2 s",
                        "1,500 of 2,000 tests in 15 s, 100.0 a second, up to 16 requests at once; slowest: GET /orders › expired-token, 1.2 s");
    }

    @Test
    void whoever_waits_for_one_request_lets_it_tell_as_well() {
        Progress progress = new Progress(now::get, 3, 1, told::add);
        pass(10_000);
        progress.tick();
        progress.tick();

        assertThat(told).containsExactly("0 of 3 tests in 10 s, 0.0 a second, one request at a time");
    }

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
