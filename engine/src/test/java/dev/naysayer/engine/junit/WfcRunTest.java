package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.junit.GuardedApi.Answer;
import dev.naysayer.engine.junit.GuardedApi.Asked;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file and the credential that the section on {@code wfc} of {@code docs/sources.md} shows, at an API that logs in. */
@Timeout(60)
class WfcRunTest {

    private static final String TOKEN = "opaque-token-of-alice-51b7";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static String shown(int block) throws IOException {
        return Files.readString(Path.of("../docs/sources.md"))
                .split("## `wfc`", 2)[1]
                .split("```yaml\n", -1)[block]
                .split("```", 2)[0];
    }

    private static Answer answer(Asked it) {
        if (it.uri().equals("/login") && it.method().equals("POST")) {
            return Answer.served("{\"access_token\":\"%s\"}".formatted(TOKEN));
        }
        String given = it.authorization("Bearer");
        return TOKEN.equals(given)
                ? Answer.served("{\"order\":1001}")
                : Answer.refused(
                        401,
                        "{\"title\":\"Unauthorized\"}",
                        "Bearer realm=\"orders\"" + (given == null ? "" : ", error=\"invalid_token\""));
    }

    @Test
    void a_user_of_the_file_logs_in_once_and_nothing_of_it_is_told() throws IOException {
        Files.writeString(folder.resolve("auth.yaml"), shown(1));
        try (GuardedApi api = new GuardedApi(WfcRunTest::answer)) {
            Path suite = Files.writeString(folder.resolve("orders.auth.yaml"), """
                    suite: Orders API
                    target: %s
                    %soperations: [GET /orders, GET /orders/1001]
                    scenarios: [no-token, malformed-token]
                    """.formatted(api.url(), shown(2)));

            List<CaseOutcome> outcomes = Published.outcomes(
                    Contracts.engine().selectors(selectFile(suite.toFile())).execute());

            assertThat(outcomes)
                    .filteredOn(it -> it.scenario().equals("control"))
                    .hasSize(2)
                    .extracting(CaseOutcome::kind)
                    .containsOnly(OutcomeKind.CONFORMING);
            assertThat(api.asked()).filteredOn(it -> it.uri().equals("/login")).hasSize(1);
            assertThat(outcomes.toString()).doesNotContain(TOKEN).doesNotContain("only-for-tests");
        }
    }
}
