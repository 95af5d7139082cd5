package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.run.Examination;
import dev.naysayer.engine.run.Progress;
import dev.naysayer.engine.run.RunEnd;
import dev.naysayer.engine.run.SuiteRun;
import dev.naysayer.engine.run.SuiteRuns;
import dev.naysayer.engine.run.Surroundings;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.platform.engine.EngineDiscoveryRequest;

/** Whether what a run rests on holds, before the run: for whoever looks first, and sends a few requests for it. */
public final class Examinations {

    private Examinations() {}

    /**
     * Looks at each suite that a run of this request would have, in its order, with the run's own settings. Commands that suites name
     * are run. A suite with problems is not looked at; nothing is started.
     *
     * @param clock ours, which others are compared with
     * @param looking is given each suite, and what is to be told of it; it may be asked only within the call
     * @return each suite that has problems
     */
    public static List<SuitePreview> all(
            EngineDiscoveryRequest request, Clock clock, BiConsumer<SuitePreview, Examination> looking) {
        Settings settings = new Settings(request.getConfigurationParameters());
        List<SuitePreview> previews = SuitePreview.all(request);
        List<SuitePreview> usable =
                previews.stream().filter(it -> it.problems().isEmpty()).toList();
        if (!usable.isEmpty()) {
            SuiteRuns runs = new SuiteRuns(clock, settings.run(settings.runId()), new Redactor());
            usable.forEach(it -> look(it, runs, looking));
        }
        return previews.stream().filter(it -> !it.problems().isEmpty()).toList();
    }

    private static void look(SuitePreview preview, SuiteRuns runs, BiConsumer<SuitePreview, Examination> looking) {
        if (preview.file() == null || preview.suite() == null) {
            return;
        }
        // What is waited for shows in what is told of it.
        Surroundings surroundings = new Surroundings(
                null,
                null,
                notice -> {},
                new Progress(System::nanoTime, 0, 1, line -> {}),
                new RunEnd(() -> false, System::nanoTime));
        try (SuiteRun run = runs.open(preview.file(), preview.suite().name(), surroundings)) {
            looking.accept(preview, run.examination());
        }
    }
}
