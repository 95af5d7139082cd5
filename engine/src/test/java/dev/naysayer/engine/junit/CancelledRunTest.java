package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A run that somebody cancels ends within a second of what is under way, and leaves nothing behind. */
class CancelledRunTest {

    @Test
    void a_cancelled_run_waits_a_second_for_answers_sends_nothing_more_and_stops_its_target() throws Exception {
        try (LatentApi api = LatentApi.start(Duration.ofSeconds(30))) {
            LatentTarget.url = api.url();
            Slow.STOPPED.set(0);
            CancellationToken token = CancellationToken.create();
            CompletableFuture<EngineExecutionResults> run = CompletableFuture.supplyAsync(() -> execute(token));
            awaitRequest(api);

            long asked = System.nanoTime();
            token.cancel();
            EngineExecutionResults results = run.get(20, TimeUnit.SECONDS);

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
            assertThat(api.asked()).hasSize(1);
            assertThat(Slow.STOPPED).hasValue(1);
            assertThat(Published.outcomes(results)).singleElement().satisfies(outcome -> {
                assertThat(outcome.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
                assertThat(outcome.reason()).isEqualTo("not judged: the run was ended before its time; run it again");
            });
            assertThat(results.testEvents().skipped().count()).isPositive();
            assertThat(results.testEvents().finished().count()).isOne();
            assertThatNoWorkerIsLeft();
        }
    }

    @Test
    void what_answers_within_the_second_keeps_its_outcome() throws Exception {
        try (LatentApi api = LatentApi.start(Duration.ofMillis(400))) {
            LatentTarget.url = api.url();
            CancellationToken token = CancellationToken.create();
            CompletableFuture<EngineExecutionResults> run = CompletableFuture.supplyAsync(() -> execute(token));
            awaitRequest(api);
            token.cancel();

            assertThat(Published.outcomes(run.get(20, TimeUnit.SECONDS)))
                    .extracting(CaseOutcome::kind)
                    .containsExactly(OutcomeKind.CONFORMING);
        }
    }

    private static EngineExecutionResults execute(CancellationToken token) {
        return Contracts.engine()
                .selectors(selectClass(Slow.class))
                .cancellationToken(token)
                .execute();
    }

    private static void awaitRequest(LatentApi api) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (api.asked().isEmpty() && System.nanoTime() - until < 0) {
            Thread.sleep(10);
        }
        assertThat(api.asked()).isNotEmpty();
    }

    private static void assertThatNoWorkerIsLeft() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!workers().isEmpty() && System.nanoTime() - until < 0) {
            Thread.sleep(20);
        }
        assertThat(workers()).isEmpty();
    }

    private static List<String> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("naysayer-case"))
                .toList();
    }

    @AuthContract("parallel/things.auth.yaml")
    static final class Slow extends LatentTarget {

        static final AtomicInteger STOPPED = new AtomicInteger();

        @Override
        public void stop() {
            STOPPED.incrementAndGet();
        }
    }
}
