package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the command is written for sh")
class SuiteFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void commands_run_when_a_suite_is_read_for_sending_and_not_before() throws IOException {
        Path ran = folder.resolve("ran");
        SuiteFile file = SuiteFile.alone(Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: ${command:echo x >> '%s' && echo http://localhost:8080}
                credentials:
                  bearer:
                    token: {good: "${GIVEN}"}
                operations: [GET /orders]
                scenarios: [no-token]
                """.formatted(ran)));

        Reading planned = file.plan(Set.of("GIVEN"));

        assertThat(planned)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.complete()).isFalse());
        assertThat(ran).doesNotExist();
        assertThat(file.read(Map.of("GIVEN", "token"), name -> null, new CommandRun(Duration.ofSeconds(30))))
                .isInstanceOfSatisfying(Reading.Understood.class, understood -> {
                    assertThat(understood.complete()).isTrue();
                    assertThat(understood.suite().target()).isEqualTo("http://localhost:8080");
                });
        assertThat(ran).hasContent("x");
    }

    @Test
    void a_command_that_fails_leaves_every_case_misconfigured_with_the_line_that_names_it() throws IOException {
        SuiteFile file = SuiteFile.alone(Files.writeString(folder.resolve("orders.auth.yaml"), """
                suite: Orders API
                target: http://localhost:1
                credentials:
                  bearer:
                    mint:
                      issuer: https://issuer.example
                      audience: https://orders.example
                      key: ${command:echo printed; exit 3}
                operations: [GET /orders]
                scenarios: [no-token]
                """));
        Suite planned = ((Reading.Understood) file.plan(Set.of())).suite();

        RunSettings settings = new RunSettings(
                TransportSettings.DEFAULTS,
                BaseUrls.NONE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                false,
                0,
                16,
                0,
                Shard.WHOLE);
        CaseOutcome outcome;
        try (SuiteRun run = new SuiteRuns(
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        settings,
                        new dev.naysayer.engine.exchange.redaction.Redactor())
                .open(
                        file,
                        planned.name(),
                        new Surroundings(
                                null,
                                null,
                                notice -> {},
                                new Progress(System::nanoTime, 0, 1, line -> {}),
                                new RunEnd(() -> false, System::nanoTime)))) {
            outcome = run.run(CasePlan.of(planned).get(1));
        }

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.MISCONFIGURED);
        assertThat(outcome.reason()).isEqualToNormalizingNewlines("""
                orders.auth.yaml:8:12: the command 'echo …' ended with exit status 3
                  |       key: ${command:echo …}
                  |            ^ run it by hand: it has to print the value and nothing else""");
    }
}
