package dev.naysayer.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000);
    private final List<Long> waited = new ArrayList<>();

    /** Ten a second, by a clock that runs over in the middle of the test. */
    private final RateLimit ten = new RateLimit(Duration.ofMillis(100), now::get, time -> {
        waited.add(time.toMillis());
        now.addAndGet(time.toNanos());
    });

    @Test
    void requests_to_one_host_keep_their_distance_and_other_hosts_do_not_wait() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            ten.await("api.example", 1);
        }
        ten.await("API.example", 1);
        ten.await("login.example", 1);

        assertThat(waited).hasSize(30).containsOnly(100L);
    }

    @Test
    void who_was_slow_anyway_does_not_wait() throws InterruptedException {
        ten.await("api.example", 1);
        now.addAndGet(Duration.ofMillis(130).toNanos());
        ten.await("api.example", 1);

        assertThat(waited).isEmpty();
    }

    @Test
    void what_is_sent_one_behind_the_other_takes_as_many_turns() throws InterruptedException {
        ten.await("api.example", 3);
        ten.await("api.example", 1);

        assertThat(waited).containsExactly(300L);
    }

    @Test
    void many_threads_share_the_turns_of_a_host() throws Exception {
        RateLimit limit = RateLimit.perSecond(100, System::nanoTime);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            long begun = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 41; i++) {
                all.add(threads.submit(() -> {
                    limit.await("api.example", 1);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void half_a_request_a_second_is_one_in_two_seconds_and_a_wait_can_be_interrupted() throws Exception {
        RateLimit slow = RateLimit.perSecond(0.5, System::nanoTime);
        slow.await("api.example", 1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                slow.await("api.example", 1);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        waiting.start();
        waiting.join(200);

        assertThat(waiting.isAlive()).isTrue();
        waiting.interrupt();
        waiting.join(1_000);
        assertThat(interrupted.getCount()).isZero();
    }
}
