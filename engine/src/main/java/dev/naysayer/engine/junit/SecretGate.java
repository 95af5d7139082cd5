package dev.naysayer.engine.junit;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.OutcomeTexts;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.ReportEntries;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.engine.outcome.WaiverOutcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;

/**
 * The last gate: whatever a run tells is searched for every secret that the run knows, and what holds one is not told.
 *
 * <p>Problem: texts are redacted where they are made, and one place that forgets it puts a token into reports and logs for good.
 * Choice: nothing here is mended. A hit is a fault of Naysayer, and its test says so and is red.
 */
final class SecretGate implements EngineExecutionListener {

    private final EngineExecutionListener listener;
    private final Redactor redactor;
    /** What tests came to that have not ended yet. */
    private final Map<UniqueId, Told> untold = new ConcurrentHashMap<>();

    private final Set<UniqueId> stopped = ConcurrentHashMap.newKeySet();

    SecretGate(EngineExecutionListener listener, Redactor redactor) {
        this.listener = listener;
        this.redactor = redactor;
    }

    /** What is told in the place of what was about to be. */
    static final class Stopped extends AssertionError {

        private static final long serialVersionUID = 1;

        Stopped(String what) {
            super(words(what), null);
            setStackTrace(new StackTraceElement[0]);
        }

        static String words(String what) {
            return ("FAULT OF NAYSAYER: %s holds a secret of this run, so it was not written anywhere. Please report"
                            + " it to the project, with what the suite tests and without the secret")
                    .formatted(what);
        }
    }

    /** Keeps the outcome of a case, or what may be told of it, until its test ends. */
    CaseOutcome keep(TestDescriptor node, CaseOutcome outcome) {
        CaseOutcome told = isTelling(node, OutcomeTexts.of(outcome).stream()) ? without(outcome) : outcome;
        untold.put(node.getUniqueId(), new Told(told, List.of()));
        return told;
    }

    /** The same of a comparison; a test may have several. */
    ComparisonOutcome keep(TestDescriptor node, ComparisonOutcome outcome) {
        ComparisonOutcome told = isTelling(node, OutcomeTexts.of(outcome).stream()) ? without(outcome) : outcome;
        untold.merge(
                node.getUniqueId(),
                new Told(null, List.of(told)),
                (before, last) -> new Told(
                        null,
                        Stream.of(before, last)
                                .flatMap(it -> it.comparisons().stream())
                                .toList()));
        return told;
    }

    /** The same of what becomes of a suite's gate. */
    List<GateOutcome> keepGates(TestDescriptor node, List<GateOutcome> outcomes) {
        boolean telling =
                isTelling(node, outcomes.stream().flatMap(it -> Stream.of(it.suite(), it.limit(), it.words())));
        untold.put(node.getUniqueId(), Told.gates(telling ? List.of() : outcomes));
        return outcomes;
    }

    /** The same of all waivers of a suite: of one that holds a secret there is nothing to tell. */
    List<WaiverOutcome> keepWaivers(TestDescriptor node, List<WaiverOutcome> outcomes) {
        List<WaiverOutcome> told = outcomes.stream()
                .filter(it -> !isTelling(node, OutcomeTexts.of(it).stream()))
                .toList();
        untold.put(node.getUniqueId(), Told.waivers(told));
        return told;
    }

    private boolean isTelling(TestDescriptor node, Stream<String> texts) {
        boolean telling = texts.anyMatch(redactor::isIn);
        if (telling) {
            stopped.add(node.getUniqueId());
        }
        return telling;
    }

    @Override
    public void reportingEntryPublished(TestDescriptor node, ReportEntry entry) {
        boolean telling = isTelling(node, entry.getKeyValuePairs().values().stream());
        listener.reportingEntryPublished(
                node, telling ? ReportEntry.from(ReportEntries.NOTICE_KEY, Stopped.words("a notice")) : entry);
    }

    private CaseOutcome without(CaseOutcome it) {
        return new CaseOutcome(
                clean(it.suite()),
                clean(it.file()),
                it.line(),
                it.target() == null ? null : clean(it.target()),
                clean(it.operation()),
                clean(it.scenario()),
                clean(it.meaning()),
                it.control(),
                OutcomeKind.INCONCLUSIVE,
                Stopped.words("the outcome of this case"),
                List.of(),
                QuietRules.NONE,
                null,
                List.of(),
                Move.of(Mover.TOOL),
                it.subject() == null ? null : clean(it.subject()),
                it.owner() == null ? null : clean(it.owner()));
    }

    private ComparisonOutcome without(ComparisonOutcome it) {
        Finding finding = it.finding();
        return new ComparisonOutcome(
                clean(it.suite()),
                clean(it.file()),
                it.line(),
                it.target() == null ? null : clean(it.target()),
                clean(it.test()),
                OutcomeKind.INCONCLUSIVE,
                new Finding(
                        finding.rule(),
                        finding.level(),
                        clean(finding.profile()),
                        null,
                        clean(finding.source()),
                        finding.link(),
                        finding.summary(),
                        null,
                        null,
                        null,
                        "inconclusive",
                        null,
                        null,
                        Stopped.words("the outcome of this comparison")),
                List.of(),
                null,
                Move.of(Mover.TOOL));
    }

    private String clean(String text) {
        return redactor.redactOurs(text);
    }

    @Override
    public void executionFinished(TestDescriptor node, TestExecutionResult result) {
        TestExecutionResult told = stopped.remove(node.getUniqueId()) ? stopped("its outcome") : checked(result);
        Told outcome = untold.remove(node.getUniqueId());
        if (outcome == null) {
            listener.executionFinished(node, told);
        } else {
            outcome.ofPart(isOfPart(node))
                    .during(node.getUniqueId().toString(), redactor, () -> listener.executionFinished(node, told));
        }
    }

    private static boolean isOfPart(TestDescriptor test) {
        return test.getParent()
                .filter(it -> it instanceof SuiteNode suite && suite.isPart())
                .isPresent();
    }

    private TestExecutionResult checked(TestExecutionResult result) {
        return result.getThrowable().filter(this::isTelling).isEmpty()
                ? result
                : stopped("the message of "
                        + result.getThrowable().orElseThrow().getClass().getName());
    }

    private static TestExecutionResult stopped(String what) {
        return TestExecutionResult.failed(new Stopped(what));
    }

    /** As a log would print it, with all causes. */
    private boolean isTelling(Throwable thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));
        return redactor.isIn(printed.toString());
    }

    @Override
    public void executionSkipped(TestDescriptor node, String reason) {
        listener.executionSkipped(node, redactor.isIn(reason) ? Stopped.words("the reason") : reason);
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor node) {
        listener.dynamicTestRegistered(node);
    }

    @Override
    public void executionStarted(TestDescriptor node) {
        listener.executionStarted(node);
    }

    @Override
    public void fileEntryPublished(TestDescriptor node, FileEntry entry) {
        listener.fileEntryPublished(node, entry);
    }
}
