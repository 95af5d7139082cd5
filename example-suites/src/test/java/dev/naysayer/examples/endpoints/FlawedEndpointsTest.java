package dev.naysayer.examples.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flaw of an authorization server is found where it is, and nothing at one that is right or takes its liberties. */
public class FlawedEndpointsTest {

    public static final RecordedAnswers EXPECTED =
            RecordedAnswers.of(FlawedEndpointsTest.class, "endpoints-findings.txt");

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found_where_it_is(Flaw flaw) {
        try (AuthServer server = AuthServer.start(flaw)) {
            Map<String, String> settings = Map.of("naysayer.target", server.url());
            SuiteLauncher.Run inHeader = SuiteLauncher.run(EndpointsAuthContractTest.class, settings);
            SuiteLauncher.Run inForm = SuiteLauncher.run(ByFormContract.class, settings);

            SuiteLauncher.Run codes = SuiteLauncher.run(CodesContract.class, settings);
            SuiteLauncher.Run withoutChallenge = SuiteLauncher.run(WithoutChallengeContract.class, settings);
            SuiteLauncher.Run app = SuiteLauncher.run(AppContract.class, settings);
            SuiteLauncher.Run grants = SuiteLauncher.run(GrantsContract.class, settings);

            EXPECTED.check(flaw.name(), found(inHeader, inForm, codes, withoutChallenge, app, grants));
        }
    }

    @Test
    void every_flaw_is_found_and_no_liberty_is_one() {
        EXPECTED.checkTitles(Arrays.stream(Flaw.values()).map(Flaw::name).toList());

        assertThat(Flaw.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(Flaw.NONE, Flaw.FREE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoints", "codes", "app", "grants"})
    void the_suites_are_those_that_the_page_shows(String suite) throws IOException {
        Path file = Path.of("src/test/resources/dev/naysayer/examples/endpoints/%s.auth.yaml".formatted(suite));

        assertThat(Path.of("../docs/endpoints.md")).content().contains(Files.readString(file));
    }

    private static String found(SuiteLauncher.Run... runs) {
        String found = Stream.of(runs)
                .flatMap(run -> Stream.concat(
                        run.outcomes().stream().flatMap(FlawedEndpointsTest::found),
                        run.comparisons().stream()
                                .filter(it -> it.finding().violated())
                                .map(it -> "comparison: " + it.finding().rule())))
                .distinct()
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? Findings.NOTHING : found;
    }

    private static Stream<String> found(CaseOutcome outcome) {
        String where = "%s › %s: ".formatted(outcome.operation(), outcome.scenario());
        Stream<String> unsure =
                outcome.kind() == OutcomeKind.INCONCLUSIVE ? Stream.of(where + outcome.reason()) : Stream.of();
        return Stream.concat(
                unsure, outcome.violations().stream().map(Finding::rule).map(rule -> where + rule));
    }

    @AuthContract(value = "codes.auth.yaml", target = EndpointsTarget.class)
    private static final class CodesContract {}

    @AuthContract(value = "grants.auth.yaml", target = EndpointsTarget.class)
    private static final class GrantsContract {}

    @AuthContract(value = "app.auth.yaml", target = EndpointsTarget.class)
    private static final class AppContract {}

    @AuthContract(value = "codes-without-challenge.auth.yaml", target = EndpointsTarget.class)
    private static final class WithoutChallengeContract {}

    @AuthContract(value = "by-form.auth.yaml", target = EndpointsTarget.class)
    private static final class ByFormContract {}
}
