package dev.naysayer.engine.run;

import dev.naysayer.engine.rule.comparison.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks the questions of a comparison: harmless ones in a row several at once, all others one by one in their order.
 *
 * @param courtesy that of the suite
 * @param parallelism how many may be under way at once
 */
record Asking(Courtesy courtesy, int parallelism) {

    /** What came of each, in their order. */
    List<Probing> all(List<Question> questions, Function<Question, Probing> ask) throws InterruptedException {
        List<Probing> answers = new ArrayList<>();
        boolean oneByOne = parallelism == 1;
        while (answers.size() < questions.size()) {
            List<Question> together = together(questions.subList(answers.size(), questions.size()));
            if (oneByOne || together.size() < 2 || !courtesy.isAnswered()) {
                answers.add(ask.apply(questions.get(answers.size())));
            } else {
                oneByOne = !addAtOnce(together, ask, answers);
            }
        }
        return answers;
    }

    private static List<Question> together(List<Question> questions) {
        int harmless = 0;
        while (harmless < questions.size()
                && !Step.isAlone(questions.get(harmless).it())) {
            harmless++;
        }
        return questions.subList(0, harmless);
    }

    /** What comes in vain beside others is asked again alone; whether more may be asked at once. */
    private boolean addAtOnce(List<Question> questions, Function<Question, Probing> ask, List<Probing> answers)
            throws InterruptedException {
        List<Future<Probing>> futures = begun(questions, ask);
        boolean several = true;
        for (int i = 0; i < questions.size(); i++) {
            try {
                answers.add(futures.get(i).get());
            } catch (ExecutionException e) {
                several &= !isHeld(e.getCause());
                answers.add(ask.apply(questions.get(i)));
            }
        }
        return several;
    }

    private List<Future<Probing>> begun(List<Question> questions, Function<Question, Probing> ask)
            throws InterruptedException {
        List<Callable<Probing>> calls = questions.stream()
                .<Callable<Probing>>map(it -> () -> asked(it, ask))
                .toList();
        AtomicInteger number = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallelism, calls.size()), work -> {
            Thread thread = new Thread(work, "naysayer-probe-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        // This thread asks nothing meanwhile.
        courtesy.flights().end();
        try {
            return threads.invokeAll(calls);
        } finally {
            courtesy.flights().begin();
            threads.shutdownNow();
        }
    }

    private Probing asked(Question question, Function<Question, Probing> ask) {
        courtesy.flights().begin();
        try {
            return ask.apply(question);
        } finally {
            courtesy.flights().end();
        }
    }

    /** Waits as long as nobody may ask. */
    private static boolean isHeld(@Nullable Throwable thrown) throws InterruptedException {
        Duration hold = thrown instanceof Courtesy.Crowded crowded ? crowded.hold() : null;
        if (hold == null) {
            return false;
        }
        Thread.sleep(hold.toMillis());
        return true;
    }
}
