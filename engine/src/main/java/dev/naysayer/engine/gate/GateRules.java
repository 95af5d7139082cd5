package dev.naysayer.engine.gate;

import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.GateOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to keep for its build to be green.
 *
 * @param failOn which findings make a test red
 * @param baseline the report that the run is compared with, as it was named; null where it is compared with none
 * @param maxWarnings how many tests of a suite may warn, or null where any number may
 * @param maxInconclusive how many tests of a suite may be inconclusive, or null where each is red by itself
 * @param minCases how many cases of a suite have to be judged, or null where nobody counts
 * @param requireObtainable whether a credential that no source can make fails its case
 */
public record GateRules(
        FailOn failOn,
        @Nullable String baseline,
        @Nullable Integer maxWarnings,
        @Nullable Integer maxInconclusive,
        @Nullable Integer minCases,
        boolean requireObtainable) {

    /** What holds where nothing is said. */
    public static final GateRules DEFAULTS = new GateRules(FailOn.MUST, null, null, null, null, false);

    static final String FAIL_ON = "fail-on";
    static final String BASELINE = "baseline";
    static final String MAX_WARNINGS = "max-warnings";
    static final String MAX_INCONCLUSIVE = "max-inconclusive";
    static final String MIN_CASES = "min-cases";
    static final String REQUIRE_OBTAINABLE = "require-obtainable";

    /** What breaks these is red by itself. */
    static final Set<String> OF_SINGLE_TESTS = Set.of(FAIL_ON, REQUIRE_OBTAINABLE);

    private static final String NONE = "none";

    private static final String NOTHING = "nothing to judge";

    /** Whether somebody asked for anything else than the default: then each suite has a test that judges all of it together. */
    public boolean needTest() {
        return !equals(DEFAULTS);
    }

    /** What was said, by the rules' names; of a baseline only whether there is one, since each machine may have it elsewhere. */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(FAIL_ON, failOn.toString());
        said.put(BASELINE, baseline == null ? NONE : "one");
        said.put(MAX_WARNINGS, said(maxWarnings));
        said.put(MAX_INCONCLUSIVE, said(maxInconclusive));
        said.put(MIN_CASES, said(minCases));
        said.put(REQUIRE_OBTAINABLE, String.valueOf(requireObtainable));
        return said;
    }

    private static String said(@Nullable Integer number) {
        return number == null ? NONE : number.toString();
    }

    /** Judges single tests. */
    public TestGate tests(Predicate<FindingId> known) {
        return new TestGate(this, known);
    }

    /**
     * Judges all tests of a suite together.
     *
     * @param suite the suite's name
     * @return one for each rule that was asked for, kept or not; that of {@code fail-on} comes first and in any case
     */
    public List<GateOutcome> judge(String suite, GateCount count) {
        List<GateOutcome> outcomes = new ArrayList<>();
        outcomes.add(new GateOutcome(
                suite,
                FAIL_ON,
                failOn.toString(),
                count.judged() > 0 && count.failing() + count.untested() == 0,
                red(count)));
        add(outcomes, suite, MAX_WARNINGS, maxWarnings, count, count.warnings(), "%d warn");
        add(outcomes, suite, MAX_INCONCLUSIVE, maxInconclusive, count, count.inconclusive(), "%d inconclusive");
        if (minCases != null) {
            outcomes.add(new GateOutcome(
                    suite,
                    MIN_CASES,
                    minCases.toString(),
                    count.judged() > 0 && count.judged() >= minCases,
                    judged(count, "%d judged".formatted(count.judged()))));
        }
        if (requireObtainable) {
            outcomes.add(new GateOutcome(
                    suite,
                    REQUIRE_OBTAINABLE,
                    "true",
                    count.judged() > 0 && count.notObtainable() == 0,
                    judged(count, "%d not obtainable".formatted(count.notObtainable()))));
        }
        return outcomes;
    }

    /**
     * Judges what single tests are red for, where no test of the suite judges all of them.
     *
     * @return nothing where nothing was judged: nobody asked
     */
    public List<GateOutcome> ofSingleTests(String suite, GateCount count) {
        return judge(suite, count).stream()
                .filter(it -> OF_SINGLE_TESTS.contains(it.rule()))
                .filter(it -> !it.words().equals(NOTHING))
                .toList();
    }

    private static void add(
            List<GateOutcome> outcomes,
            String suite,
            String rule,
            @Nullable Integer most,
            GateCount count,
            int number,
            String words) {
        if (most != null) {
            outcomes.add(new GateOutcome(
                    suite,
                    rule,
                    most.toString(),
                    count.judged() > 0 && number <= most,
                    judged(count, words.formatted(number))));
        }
    }

    private static String judged(GateCount count, String words) {
        return count.judged() == 0 ? NOTHING : words;
    }

    private String red(GateCount count) {
        List<String> words = new ArrayList<>();
        if (count.failing() > 0) {
            words.add("%d fail".formatted(count.failing()));
        }
        if (count.untested() > 0) {
            words.add("%d could not be judged".formatted(count.untested()));
        }
        if (words.isEmpty()) {
            words.add("none fails");
        }
        if (count.spared() > 0) {
            words.add((failOn == FailOn.NEW ? "%d known to the baseline" : "%d broken").formatted(count.spared()));
        }
        return count.judged() + count.untested() == 0 ? NOTHING : String.join(", ", words);
    }
}
