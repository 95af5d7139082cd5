package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.gate.TestGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gate of a run, with the baseline that was read for it, once.
 *
 * @param problem why the baseline cannot be used; null where it can, or where there is none
 */
record RunGate(TestGate tests, @Nullable String problem) {

    static RunGate of(GateRules rules) {
        if (rules.baseline() == null) {
            return new RunGate(rules.tests(finding -> false), null);
        }
        try {
            return new RunGate(rules.tests(Baseline.read(Path.of(rules.baseline()))::has), null);
        } catch (IOException e) {
            return new RunGate(rules.tests(finding -> false), GateSettings.unusable(e));
        }
    }

    GateRules rules() {
        return tests.rules();
    }

    Optional<String> trouble() {
        return Optional.ofNullable(problem);
    }
}
