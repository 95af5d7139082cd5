package dev.naysayer.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.BeyondLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one question does, costs the others nothing: whether it fails, runs out of stack, or never ends. */
@Timeout(20)
class TimedJudgingTest {

    private static final TimedJudging SHORT = new TimedJudging(Duration.ofMillis(200));

    private static final Supplier<Verdict> KEPT = Verdict::passed;

    @Test
    void an_error_is_told_by_its_class_and_place_and_never_by_its_message() {
        List<Verdict> verdicts = SHORT.verdicts(List.of(
                KEPT,
                () -> {
                    throw new IllegalStateException("the secret is s3cr3t");
                },
                () -> endless(1),
                () -> {
                    throw new OutOfMemoryError("s3cr3t");
                },
                KEPT));

        assertThat(verdicts).hasSize(5).startsWith(Verdict.passed()).endsWith(Verdict.passed());
        assertThat(reason(verdicts.get(1)))
                .matches(
                        "Naysayer failed at it with java.lang.IllegalStateException \\(TimedJudgingTest.java:\\d+\\): please report that");
        assertThat(reason(verdicts.get(2))).contains("java.lang.StackOverflowError");
        assertThat(reason(verdicts.get(3)))
                .contains("java.lang.OutOfMemoryError")
                .doesNotContain("s3cr3t");
    }

    @Test
    void a_limit_of_ours_is_told_as_it_is() {
        assertThat(reason(SHORT.verdict(() -> {
                    throw new BeyondLimit("more than Naysayer reads");
                })))
                .isEqualTo("more than Naysayer reads");
    }

    @Test
    void what_takes_too_long_is_left_behind_and_the_others_are_judged() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Verdict> verdicts = SHORT.verdicts(List.of(KEPT, () -> waiting(interrupted), KEPT));

        assertThat(verdicts).first().isEqualTo(Verdict.passed());
        assertThat(reason(verdicts.get(1))).contains("which were over before this was judged");
        assertThat(verdicts).last().isEqualTo(Verdict.passed());
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_comes_too_late_has_no_say() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        List<String> asked = new ArrayList<>();
        List<Verdict> verdicts = SHORT.verdicts(List.of(
                () -> {
                    Verdict late = StrangeRule.busy(Duration.ofMillis(600));
                    ended.countDown();
                    return late;
                },
                () -> {
                    asked.add("second");
                    return Verdict.passed();
                }));

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(verdicts.get(0)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(asked).containsExactly("second");
    }

    @Test
    void no_number_of_endless_questions_takes_longer_than_two_of_them() {
        List<Supplier<Verdict>> questions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            questions.add(() -> waiting(new CountDownLatch(1)));
        }
        long start = System.nanoTime();

        assertThat(SHORT.verdicts(questions)).hasSize(50).allMatch(Verdict.Inconclusive.class::isInstance);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static Verdict endless(int depth) {
        return depth == 0 ? Verdict.passed() : endless(depth + 1);
    }

    private static Verdict waiting(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return Verdict.passed();
    }

    private static String reason(Verdict verdict) {
        return ((Verdict.Inconclusive) verdict).reason();
    }
}
