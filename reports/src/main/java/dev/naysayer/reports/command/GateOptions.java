package dev.naysayer.reports.command;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.reports.model.Unfit;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command is told of the gate: as the settings of a run are called, and where nothing is said what the run was told.
 *
 * @param recorded what the run was told
 */
record GateOptions(Arguments arguments, GateRules recorded) {

    private static final String FAIL_ON = "fail-on";
    private static final String BASELINE = "baseline";
    private static final String MAX_WARNINGS = "max-warnings";
    private static final String MAX_INCONCLUSIVE = "max-inconclusive";
    private static final String MIN_CASES = "min-cases";

    /** Their names. */
    static final Set<String> NAMES = Set.of(FAIL_ON, BASELINE, MAX_WARNINGS, MAX_INCONCLUSIVE, MIN_CASES);

    GateRules rules() throws Unfit {
        GateRules rules = new GateRules(
                failOn(),
                arguments.option(BASELINE).orElse(recorded.baseline()),
                whole(MAX_WARNINGS, recorded.maxWarnings()),
                whole(MAX_INCONCLUSIVE, recorded.maxInconclusive()),
                whole(MIN_CASES, recorded.minCases()),
                recorded.requireObtainable());
        if (rules.failOn() == FailOn.NEW && rules.baseline() == null) {
            throw new Unfit(
                    "what is new is said by a baseline: add --%s=<report.json of the main branch>".formatted(BASELINE));
        }
        return rules;
    }

    private FailOn failOn() throws Unfit {
        Optional<String> said = arguments.option(FAIL_ON);
        if (said.isEmpty()) {
            return recorded.failOn();
        }
        return FailOn.named(said.get())
                .orElseThrow(() -> new Unfit("--%s has to be %s".formatted(FAIL_ON, FailOn.words())));
    }

    private @Nullable Integer whole(String name, @Nullable Integer otherwise) throws Unfit {
        Optional<String> said = arguments.option(name);
        if (said.isEmpty()) {
            return otherwise;
        }
        if (!said.get().matches("0|[1-9]\\d{0,5}")) {
            throw new Unfit("--%s has to be a whole number, from 0 to 999999".formatted(name));
        }
        return Integer.valueOf(said.get());
    }

    /** Null where nothing is compared. */
    @Nullable
    Baseline baseline() throws Unfit {
        String path = arguments.option(BASELINE).orElse(recorded.baseline());
        if (path == null) {
            return null;
        }
        try {
            return Baseline.read(Arguments.path(path));
        } catch (IOException e) {
            throw new Unfit("%s%s"
                    .formatted(
                            arguments.option(BASELINE).isPresent()
                                    ? ""
                                    : "the run was compared with a baseline; say --%s=… where it lies here: "
                                            .formatted(BASELINE),
                            e.getMessage()));
        }
    }
}
