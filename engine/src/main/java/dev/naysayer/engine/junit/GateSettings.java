package dev.naysayer.engine.junit;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.FailOn;
import dev.naysayer.engine.gate.GateRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/** What a run is told of its gate. */
public final class GateSettings {

    /** Where reports go when nothing is said. */
    private static final String[] REPORTS = {"target/naysayer", "build/naysayer"};

    private GateSettings() {}

    /** Those of a run; what has not its form counts as not said, and its suites say so. */
    public static GateRules of(ConfigurationParameters parameters) {
        return of(parameters, System.getenv());
    }

    static GateRules of(ConfigurationParameters parameters, Map<String, String> environment) {
        return new GateRules(
                Setting.FAIL_ON
                        .in(parameters, environment)
                        .flatMap(FailOn::named)
                        .orElse(FailOn.MUST),
                Setting.BASELINE.in(parameters, environment).orElse(null),
                whole(Setting.MAX_WARNINGS, parameters, environment),
                whole(Setting.MAX_INCONCLUSIVE, parameters, environment),
                whole(Setting.MIN_CASES, parameters, environment),
                Setting.REQUIRE_OBTAINABLE
                        .in(parameters, environment)
                        .map(Boolean::parseBoolean)
                        .orElse(false));
    }

    private static @Nullable Integer whole(
            Setting setting, ConfigurationParameters parameters, Map<String, String> environment) {
        return setting.in(parameters, environment).map(Integer::valueOf).orElse(null);
    }

    /** What is wrong with them together; the baseline is only looked at. */
    static Optional<String> problem(ConfigurationParameters parameters, Map<String, String> environment) {
        GateRules rules = of(parameters, environment);
        if (rules.baseline() == null) {
            return rules.failOn() == FailOn.NEW
                    ? Optional.of(
                            "%s=%s says what is new by a baseline, and there is none: set %s to the report.json of another run, such as that of the main branch"
                                    .formatted(Setting.FAIL_ON.parameter(), FailOn.NEW, Setting.BASELINE.parameter()))
                    : Optional.empty();
        }
        Path baseline = Path.of(rules.baseline());
        if (reports(parameters, environment).anyMatch(baseline.toAbsolutePath().normalize()::startsWith)) {
            return Optional.of(
                    "%s: %s lies where this run writes its own report: keep the one to compare with elsewhere"
                            .formatted(Setting.BASELINE.parameter(), baseline));
        }
        try {
            Baseline.requireUsable(baseline);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unusable(e));
        }
    }

    static String unusable(IOException e) {
        return "%s: %s".formatted(Setting.BASELINE.parameter(), e.getMessage());
    }

    private static Stream<Path> reports(ConfigurationParameters parameters, Map<String, String> environment) {
        return Setting.REPORT_DIRECTORY
                .in(parameters, environment)
                .map(Stream::of)
                .orElseGet(() -> Stream.of(REPORTS))
                .map(path -> Path.of(path).toAbsolutePath().normalize());
    }
}
