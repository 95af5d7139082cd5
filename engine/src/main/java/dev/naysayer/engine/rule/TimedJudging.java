package dev.naysayer.engine.rule;

import dev.naysayer.engine.evidence.BeyondLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges in bounded time, and whatever becomes of one question, the others get their verdicts.
 *
 * <p>Problem: an answer or a schema may keep a rule busy for hours, or take it out of stack or memory. Choice: the questions are
 * asked one after the other on a thread beside the caller's, who waits so long and no longer; what is not done by then, or fails,
 * is inconclusive. A check between two rules would end none of them, and a sequence of characters that can be interrupted ends
 * regular expressions, but no schema. The price is a thread that goes on by itself: it is told to end, never has a say again, and
 * keeps no machine alive.
 *
 * @param time how long one thread of judging may take
 */
public record TimedJudging(Duration time) {

    /** Of one answer by all rules, as long as its exchange may take; the longest answers need a tenth of it. */
    public static final TimedJudging OF_AN_ANSWER = new TimedJudging(Duration.ofSeconds(10));

    /** Of a rule over all answers of a suite, which may be thousands. */
    public static final TimedJudging OF_ALL_ANSWERS = new TimedJudging(Duration.ofSeconds(60));

    /** They wait for the next answer a while, since to start one costs as much as many a rule. */
    private static final ExecutorService JUDGES =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), judging -> {
                Thread thread = new Thread(judging, "naysayer-judge");
                thread.setDaemon(true);
                return thread;
            });

    /** A second thread for what stands behind a question that took all of the first one's time. */
    private static final int THREADS = 2;

    /** The verdict on one question. */
    public Verdict verdict(Supplier<Verdict> question) {
        return verdicts(List.of(question)).get(0);
    }

    /** The verdicts on these questions, in their order. */
    public List<Verdict> verdicts(List<Supplier<Verdict>> questions) {
        AtomicReferenceArray<@Nullable Verdict> verdicts = new AtomicReferenceArray<>(questions.size());
        int next = 0;
        for (int thread = 0; thread < THREADS && next < questions.size(); thread++) {
            Asking asking = new Asking(questions, verdicts, next);
            asking.during(time);
            next = asking.at + 1;
        }
        return IntStream.range(0, questions.size())
                .mapToObj(verdicts::get)
                .map(verdict -> verdict == null ? tooLong() : verdict)
                .toList();
    }

    private Verdict tooLong() {
        return Verdict.inconclusive(
                "judging is given %d seconds, which were over before this was judged; a simpler schema helps where one is declared"
                        .formatted(time.toSeconds()));
    }

    /** Some of the questions, asked in a row. */
    private static final class Asking implements Runnable {

        private final List<Supplier<Verdict>> questions;
        private final AtomicReferenceArray<@Nullable Verdict> verdicts;
        private volatile int at;
        private volatile boolean over;

        Asking(List<Supplier<Verdict>> questions, AtomicReferenceArray<@Nullable Verdict> verdicts, int first) {
            this.questions = questions;
            this.verdicts = verdicts;
            this.at = first;
        }

        void during(Duration time) {
            Future<?> judging = JUDGES.submit(this);
            try {
                judging.get(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // What is not judged by now gets no verdict, whatever the reason.
            }
            over = true;
            judging.cancel(true);
        }

        @Override
        public void run() {
            for (int question = at; question < questions.size() && !over; question++) {
                at = question;
                Verdict verdict = answered(questions.get(question));
                if (!over) {
                    verdicts.set(question, verdict);
                }
            }
        }

        /** No failure of one may cost the verdicts of the others, so this takes errors, too. */
        private static Verdict answered(Supplier<Verdict> question) {
            try {
                return question.get();
            } catch (BeyondLimit e) {
                return Verdict.inconclusive(e.limit());
            } catch (Throwable e) {
                return Verdict.inconclusive(OwnFault.words(e), OwnFault.mover(e));
            }
        }
    }
}
