package dev.naysayer.examples.correct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.IssuedTarget.RunningApi;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers may differ in how they count, hash and look at answers to challenges; the same suite is right for all of them. */
class DigestApisTest {

    /** Everything else, and the strict API one by one, is tried by {@code CorrectApisTest}. */
    @AuthContract(value = "digest-ways.auth.yaml", target = StyleTarget.class)
    private static final class Ways {}

    @ParameterizedTest
    @CsvSource({"STRICT, 4", "LENIENT, 4", "ONE_TIME, 4", "INTEGRITY, 1"})
    void a_correct_api_is_told_no_must_and_no_should(DigestGuard.Lenience lenience, int parallelism) {
        SuiteLauncher.Run run = run(lenience, parallelism);

        assertThat(String.join("\n", Accusations.of(run))).isEmpty();
        assertThat(run.outcomes())
                .filteredOn(it -> it.control() || it.controlAfter())
                .isNotEmpty()
                .allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
        assertThat(status(run, "digest-wrong-response")).isEqualTo(401);
        assertThat(status(run, "digest-other-uri")).isEqualTo(400);
        assertThat(status(run, "digest-forged-nonce")).isEqualTo(401);
        assertThat(status(run, "digest-stale-nonce")).isEqualTo(401);
        assertThat(status(run, "header-lower-case")).isEqualTo(200);
        assertThat(status(run, "scheme-upper-case")).isEqualTo(200);
        assertThat(status(run, "repeated-header-invalid-first")).isEqualTo(400);
        assertThat(status(run, "digest-second-request"))
                .isEqualTo(lenience == DigestGuard.Lenience.ONE_TIME ? 401 : 200);
        assertThat(status(run, "digest-nc-repeated")).isEqualTo(lenience == DigestGuard.Lenience.LENIENT ? 200 : 401);
    }

    private static int status(SuiteLauncher.Run run, String scenario) {
        CaseOutcome outcome = run.outcomes().stream()
                .filter(it -> it.scenario().equals(scenario) && it.operation().equals("GET /stock"))
                .findFirst()
                .orElseThrow();
        assertThat(outcome.transcript())
                .as("%s: %s", scenario, outcome.reason())
                .isNotNull();
        Integer status = outcome.transcript().status();
        return status == null ? 0 : status;
    }

    private static SuiteLauncher.Run run(DigestGuard.Lenience lenience, int parallelism) {
        DigestGuard guard = new DigestGuard(StyleTarget.USER, StyleTarget.PASSWORD, Set.of(), lenience, 2);
        try (RunningApi api = StockApi.start(guard, Set.of())) {
            return SuiteLauncher.run(
                    Ways.class,
                    Map.of("naysayer.target", api.url(), "naysayer.parallelism", String.valueOf(parallelism)));
        }
    }
}
