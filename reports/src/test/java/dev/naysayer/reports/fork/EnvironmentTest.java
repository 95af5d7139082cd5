package dev.naysayer.reports.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Environment variables reach the run as parameters do. */
@DisabledOnOs(OS.WINDOWS)
class EnvironmentTest {

    @TempDir
    private Path reports;

    @Test
    void a_setting_is_taken_from_the_environment_and_one_that_is_misspelt_there_is_told() throws Exception {
        try (LoopbackApi api = LoopbackApi.start(100, 0);
                ForkedRun run = ForkedRun.startIn(
                        List.of("NAYSAYER_USER_AGENT=orders-nightly", "NAYSAYER_RUN_I=7", "NAYSAYER_TOKEN=ours"),
                        reports,
                        api,
                        ForkedTests.First.class.getName())) {
            assertThat(run.await(60)).isZero();

            assertThat(run.console())
                    .containsOnlyOnce(
                            "NAYSAYER_RUN_I is no setting and was not looked at; did you mean NAYSAYER_RUN_ID?")
                    .doesNotContain("NAYSAYER_TOKEN");
            assertThat(run.page()).contains("orders-nightly");
        }
    }
}
