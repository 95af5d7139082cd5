package dev.naysayer.engine.outcome;

import dev.naysayer.engine.exchange.redaction.Redactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test came to, for whoever listens to its end.
 *
 * <p>Problem: consoles and IDEs print every report entry, and an outcome is a page of JSON. Constraint: JUnit hands listeners nothing
 * else of ours, but calls all of them in the thread that ends the test and before that call returns, also where a suite engine's own
 * launcher stands between. Choice: as long as the test's end is told, its outcome can be asked for in that thread, and then no more: a
 * listener's {@code executionFinished} asks {@code Told.of(test.getUniqueId())}.
 *
 * <p>Whoever hands the end of a test on to another thread has to ask before. Nothing is told that was not searched for the secrets of
 * its run.
 *
 * @param outcome what became of the case, or null where the test is none, or ended without an outcome
 * @param comparisons what became of each rule over several answers that the test is about, in their order; of a case none
 * @param waivers what became of each waiver, where the test is about a suite's waivers, in their order
 * @param gates what became of each gate rule, where the test is the gate of a suite
 * @param ofPart whether a filter, or somebody's choice of single tests, left out others of the suite
 */
public record Told(
        @Nullable CaseOutcome outcome,
        List<ComparisonOutcome> comparisons,
        List<WaiverOutcome> waivers,
        List<GateOutcome> gates,
        boolean ofPart) {

    private static final Told NOTHING = new Told(null, List.of());

    private static final ThreadLocal<@Nullable Telling> NOW = new ThreadLocal<>();

    /**
     * @param test the unique id of the test that ends
     * @param secrets all that its run knows to be secret; null where nobody says
     */
    private record Telling(String test, Told told, @Nullable Redactor secrets) {}

    public Told {
        comparisons = List.copyOf(comparisons);
        waivers = List.copyOf(waivers);
        gates = List.copyOf(gates);
    }

    public static Told waivers(List<WaiverOutcome> waivers) {
        return new Told(null, List.of(), waivers, List.of(), false);
    }

    public static Told gates(List<GateOutcome> gates) {
        return new Told(null, List.of(), List.of(), gates, false);
    }

    /** Of a case or of comparisons. */
    public Told(@Nullable CaseOutcome outcome, List<ComparisonOutcome> comparisons) {
        this(outcome, comparisons, List.of(), List.of(), false);
    }

    /** The same, in a run of only a part of the suite. */
    public Told ofPart(boolean part) {
        return new Told(outcome, comparisons, waivers, gates, part);
    }

    /** What the test with this unique id came to; nothing, where it is not this test whose end this thread is told of. */
    public static Told of(String test) {
        Telling now = NOW.get();
        return now == null || !now.test().equals(test) ? NOTHING : now.told();
    }

    /**
     * All that the run of this test knows to be secret, also what it gets to know later: for whoever writes down what is told. Null where
     * it is not this test whose end this thread is told of.
     */
    public static @Nullable Redactor secretsOf(String test) {
        Telling now = NOW.get();
        return now == null || !now.test().equals(test) ? null : now.secrets();
    }

    /** Whether there is no outcome. */
    public boolean isNothing() {
        return outcome == null && comparisons.isEmpty() && waivers.isEmpty() && gates.isEmpty();
    }

    /**
     * Tells it as long as this takes; the engine does, and tests of listeners may.
     *
     * @param test the unique id of the test that ends
     * @param end tells listeners of the end
     */
    public void during(String test, Runnable end) {
        during(test, null, end);
    }

    /**
     * The same in a run that has secrets.
     *
     * @param secrets all that the run knows
     */
    public void during(String test, @Nullable Redactor secrets, Runnable end) {
        // A listener may run other tests before it comes back.
        Telling outer = NOW.get();
        NOW.set(new Telling(test, this, secrets));
        try {
            end.run();
        } finally {
            if (outer == null) {
                NOW.remove();
            } else {
                NOW.set(outer);
            }
        }
    }
}
