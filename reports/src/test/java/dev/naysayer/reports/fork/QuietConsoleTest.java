package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes reach the report by way of every launcher, and no console on the way. */
class QuietConsoleTest {

    private static final int OPERATIONS = 3;
    private static final int CASES = OPERATIONS * LargeSuite.CASES_OF_AN_OPERATION;

    @TempDir
    private Path folder;

    /** Verbose tells of each test when it starts, where it is from, and how it ends. */
    @ParameterizedTest
    @CsvSource({"tree, 200", "verbose, 700"})
    void the_console_launcher_prints_no_outcome(String details, int bytesOfATest) throws Exception {
        Path suite = LargeSuite.write(folder, OPERATIONS);
        try (LoopbackApi api = LoopbackApi.start(1000, 200);
                ForkedRun run = ForkedRun.startProgram(
                        folder,
                        api,
                        List.of("-DKEY=" + LargeSuite.key(), "-Dnaysayer.target=" + api.url()),
                        "org.junit.platform.console.ConsoleLauncher",
                        "execute",
                        "--disable-banner",
                        "--select-file=" + suite,
                        "--details=" + details)) {
            assertThat(run.await(60)).isZero();

            assertThat(cases(run)).isEqualTo(CASES);
            assertThat(run.console())
                    .contains("GET /things/2 › expired-token", "Report: ")
                    .doesNotContain("transcript", "Authorization", "WWW-Authenticate", "\"kind\"", "{\"");
            int tests = CASES + run.report().at("/comparisons").size();
            assertThat(run.console().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2000 + tests * bytesOfATest);
        }
    }

    @Test
    void a_suite_engines_launcher_hands_outcomes_on() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(1000, 200);
                ForkedRun run = ForkedRun.start(folder, api, List.of(), ForkedTests.Nested.class.getName())) {
            assertThat(run.await(60)).isZero();

            assertThat(cases(run)).isEqualTo(4);
            assertThat(run.report().at("/run/missing").size()).isZero();
            assertThat(run.report().at("/suites/0/class").asString()).isEqualTo(ForkedTests.First.class.getName());
        }
    }

    private static int cases(ForkedRun run) throws IOException {
        return run.report().at("/cases").size();
    }
}
