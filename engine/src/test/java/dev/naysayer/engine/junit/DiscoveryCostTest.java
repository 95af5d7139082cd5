package dev.naysayer.engine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** The cases of a suite are found in a time that grows as their number does. */
@ExtendWith(SuiteKey.class)
class DiscoveryCostTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void four_times_as_many_cases_take_about_four_times_as_long() throws IOException {
        Path some = suite(3_400, "no-token");
        Path many = suite(13_600, "no-token");
        // Until the machine knows the code by heart.
        fastest(3, many);

        assertThat(fastest(3, many)).isLessThan(fastest(3, some).multipliedBy(6).plusMillis(300));
    }

    @Test
    void one_case_of_many_is_found_without_the_others() throws IOException {
        Path suite = suite(10_000, "no-token");
        UniqueId all = discovered(selectFile(suite.toFile()))
                .getChildren()
                .iterator()
                .next()
                .getUniqueId();
        long begin = System.nanoTime();
        TestDescriptor one = discovered(selectUniqueId(all.append(CaseNode.SEGMENT, "GET /orders/9999 › no-token")));
        // As a launcher does behind its filters.
        one.accept(TestDescriptor::prune);

        assertThat(one.getDescendants()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void a_hundred_thousand_cases_are_found_in_three_seconds() throws IOException {
        assertThat(fastest(3, suite(34_000, "no-token"))).isLessThan(Duration.ofSeconds(3));
        assertThat(fastest(3, suite(700, "jwt: all"))).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.long", matches = "true")
    void a_hundred_thousand_operations_are_found_at_the_same_pace() throws IOException {
        assertThat(fastest(2, suite(100_000, "no-token"))).isLessThan(Duration.ofSeconds(12));
    }

    /** The time that the processor worked for it, and the best of several: what else this machine does must not count. */
    private static Duration fastest(int times, Path suite) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            int found = discovered(selectFile(suite.toFile())).getDescendants().size();
            fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - begin);
            assertThat(found).isGreaterThan(10_000);
        }
        return Duration.ofNanos(fastest);
    }

    private static TestDescriptor discovered(DiscoverySelector selector) {
        return new AuthContractTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selector)
                                .configurationParameter(Setting.MAX_FILE_SIZE.parameter(), "4")
                                .build(),
                        UniqueId.forEngine(AuthContractTestEngine.ID));
    }

    private Path suite(int operations, String scenarios) throws IOException {
        return Files.writeString(
                folder.resolve(operations + ".auth.yaml"),
                IntStream.range(0, operations)
                        .mapToObj("  - GET /orders/%d"::formatted)
                        .collect(Collectors.joining("\n", """
                                suite: Orders API
                                target: http://localhost:8080
                                credentials: {bearer: {mint: {issuer: https://i.example, audience: https://a.example, key: "${NAYSAYER_TEST_KEY}"}}}
                                scenarios: [%s]
                                operations:
                                """.formatted(scenarios), "\n")));
    }
}
