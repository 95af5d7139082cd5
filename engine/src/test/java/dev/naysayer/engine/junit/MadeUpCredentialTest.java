package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was made up is shown where it stands alone, and stays no secret where it stands beside the good one. */
@Timeout(60)
class MadeUpCredentialTest {

    private static final String GOOD = "good-" + UUID.randomUUID();

    /** The second operation's cases are told behind all of the first one's. */
    private static final String SUITE = """
            suite: Orders
            target: %s
            credentials: {bearer: {token: {good: "${NAYSAYER_TEST_MADE_UP}"}}}
            operations: [GET /first, GET /second]
            scenarios:
              - wrong-scheme-registered
              - unknown-token
              - two-schemes
              - repeated-header-invalid-first
              - repeated-header-invalid-last
              - token-in-query-bad-header
            """;

    @Test
    void it_is_shown_alike_before_and_behind_requests_that_carry_it_beside_the_good_one(@TempDir Path folder)
            throws IOException {
        System.setProperty("NAYSAYER_TEST_MADE_UP", GOOD);
        try (GuardedApi api = new GuardedApi(MadeUpCredentialTest::answer)) {
            Path file = Files.writeString(folder.resolve("orders.auth.yaml"), SUITE.formatted(api.url()));
            Map<String, String> sent =
                    Published.outcomes(Contracts.engine()
                                    .selectors(selectFile(file.toString()))
                                    .execute())
                            .stream()
                            .filter(it -> it.transcript() != null)
                            .collect(Collectors.toMap(
                                    it -> it.operation() + " › " + it.scenario(), MadeUpCredentialTest::authorization));

            for (String alone : List.of("wrong-scheme-registered", "unknown-token")) {
                assertThat(sent.get("GET /first › " + alone))
                        .isEqualTo(sent.get("GET /second › " + alone))
                        .doesNotContain("redacted");
            }
            assertThat(sent.get("GET /second › two-schemes")).contains("redacted");
            assertThat(sent.toString()).doesNotContain(GOOD);
        } finally {
            System.clearProperty("NAYSAYER_TEST_MADE_UP");
        }
    }

    private static String authorization(CaseOutcome outcome) {
        return Objects.requireNonNull(outcome.transcript()).requestHeaders().stream()
                .filter(it -> it.name().equals("Authorization"))
                .map(Header::value)
                .collect(Collectors.joining("\n"));
    }

    private static GuardedApi.Answer answer(GuardedApi.Asked asked) {
        return asked.lines("Authorization").equals(List.of("Bearer " + GOOD))
                ? GuardedApi.Answer.served("{}")
                : GuardedApi.Answer.refused(401, "{}", "Bearer realm=\"orders\"");
    }
}
