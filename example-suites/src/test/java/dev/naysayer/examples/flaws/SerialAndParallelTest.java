package dev.naysayer.examples.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.EveryConditionAuthContractTest;
import dev.naysayer.examples.orders.OrdersApi;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;

/** Whatever is told of an API is told in the same order and words, be its requests sent one by one or many at once, and twice. */
class SerialAndParallelTest {

    private static final String PARALLELISM = "naysayer.parallelism";

    /** What is run: an API with its suite. */
    @SuppressWarnings("ImmutableEnumChecker") // A supplier holds nothing.
    enum Sample {
        A_CORRECT_API(() -> orders(FlawedSuite.ORDERS, Deviation.NONE)),
        A_CORRECT_API_WITH_A_LIMIT(() -> orders(FlawedSuite.THROTTLED, Deviation.NONE)),
        EVERY_CONDITION(() -> SuiteLauncher.run(EveryConditionAuthContractTest.class, Map.of())),
        AN_API_THAT_DROPS_CONNECTIONS(() -> orders(FlawedSuite.ORDERS, Flaw.CONNECTION_DROPPED)),
        AN_API_THAT_LETS_STRANGERS_IN(() -> orders(FlawedSuite.ORDERS, Flaw.NO_TOKEN_ACCEPTED)),
        AN_API_THAT_TELLS_SECRETS(() -> orders(FlawedSuite.ORDERS, Flaw.TOKEN_IN_BODY)),
        ANSWERS_THAT_DO_NOT_FIT(() -> uneven(Unevenness.OPEN_THE_SECOND_TIME)),
        PASSWORDS_THAT_DO_NOT_FIT(() -> uneven(Unevenness.USER_COUNTED)),
        A_CARELESS_API_WITH_PASSWORDS(() -> stock(StockContractTest.Basic.class)),
        A_CARELESS_API_WITH_KEYS(() -> stock(StockContractTest.Key.class));

        private final Supplier<SuiteLauncher.Run> run;

        Sample(Supplier<SuiteLauncher.Run> run) {
            this.run = run;
        }
    }

    @AfterEach
    void say_nothing_to_others() {
        System.clearProperty(PARALLELISM);
    }

    @ParameterizedTest
    @Some(oneOf = 4)
    void outcomes_are_the_same_serial_and_parallel_and_twice(Sample sample) {
        List<String> serial = told(sample, 1);

        assertThat(serial).hasSizeGreaterThan(2);
        assertThat(told(sample, 16)).isEqualTo(serial);
        assertThat(told(sample, 16)).isEqualTo(serial);
    }

    private static List<String> told(Sample sample, int parallelism) {
        System.setProperty(PARALLELISM, String.valueOf(parallelism));
        SuiteLauncher.Run run = sample.run.get();
        return Stream.concat(
                        run.outcomes().stream().map(SerialAndParallelTest::told),
                        run.comparisons().stream().map(SerialAndParallelTest::told))
                .map(SerialAndParallelTest::withoutChance)
                .toList();
    }

    private static String told(CaseOutcome it) {
        Transcript transcript = it.transcript();
        return "%s › %s: %s, %s, %s, %s, %s"
                .formatted(
                        it.operation(),
                        it.scenario(),
                        it.kind(),
                        it.reason(),
                        findings(it.findings().stream()),
                        it.quiet(),
                        transcript == null
                                ? null
                                : "%s %s %s %s %s"
                                        .formatted(
                                                transcript.method(),
                                                transcript.status(),
                                                transcript.responseHeaders(),
                                                transcript.responseBody(),
                                                transcript.withheld()));
    }

    private static String told(ComparisonOutcome it) {
        String probes = it.probes().stream()
                .map(probe -> probe.method() + " " + probe.status())
                .collect(Collectors.joining(", "));
        return "%s: %s, %s, %s".formatted(it.test(), it.kind(), findings(Stream.of(it.finding())), probes);
    }

    private static String findings(Stream<Finding> findings) {
        return findings.map(it -> "%s %s %s %s %s %s"
                        .formatted(it.rule(), it.level(), it.verdict(), it.expected(), it.actual(), it.reason()))
                .collect(Collectors.joining("; "));
    }

    /** Times, ports, and what servers make up anew for each answer. */
    private static String withoutChance(String told) {
        return told.replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", "(time)")
                .replaceAll("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT", "(time)")
                .replaceAll("127\\.0\\.0\\.1:\\d+|localhost:\\d+", "(host)")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "(id)");
    }

    private static SuiteLauncher.Run orders(FlawedSuite suite, Deviation deviation) {
        try (OrdersApi api = suite.start(OrdersIssuer.ISSUER, deviation)) {
            return suite.run(api.url());
        }
    }

    private static SuiteLauncher.Run uneven(Unevenness unevenness) {
        try (UnevenApi api = UnevenApi.start(unevenness.style(), unevenness.flaw())) {
            return SuiteLauncher.run(unevenness.style().contract(), Map.of("naysayer.target", api.url()));
        }
    }

    private static SuiteLauncher.Run stock(Class<?> contract) {
        try (StockApi api = StockApi.careless()) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", api.url()));
        }
    }
}
