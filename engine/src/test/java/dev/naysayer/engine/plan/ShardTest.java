package dev.naysayer.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards are all of a suite, each case once, as even as paths allow, and stay what they are when the suite grows. */
class ShardTest {

    private static final List<String> SCENARIOS =
            List.of("no-token", "wrong-scheme", "scheme-only", "bare-token", "unknown-token", "empty-header");
    private static final int SUITES = 20;
    private static final int MOST_SHARDS = 16;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Random random = new Random(20261128);

    @Test
    void every_case_of_any_suite_is_in_just_one_shard_of_any_number() throws IOException {
        for (int suite = 0; suite < SUITES; suite++) {
            List<ContractCase> cases = planned(someOperations(60), someScenarios());
            for (int of = 1; of <= MOST_SHARDS; of++) {
                List<String> parts = shards(of)
                        .flatMap(shard -> shard.of(cases).stream())
                        .map(ContractCase::name)
                        .toList();
                assertThat(parts)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(
                                cases.stream().map(ContractCase::name).toList());
            }
        }
    }

    @Test
    void a_control_is_where_the_refusals_of_its_operation_are_and_nowhere_else() throws IOException {
        for (int suite = 0; suite < SUITES; suite++) {
            List<ContractCase> cases = planned(someOperations(60), someScenarios());
            for (int of = 1; of <= MOST_SHARDS; of++) {
                Map<String, Set<Integer>> shardsOf = cases.stream()
                        .collect(Collectors.groupingBy(
                                it -> it.operation().path().split("\\?", 2)[0],
                                Collectors.mapping(in(of), Collectors.toSet())));
                assertThat(shardsOf.values())
                        .allSatisfy(shards -> assertThat(shards).hasSize(1));
            }
        }
    }

    @Test
    void whatever_is_added_moves_no_case() throws IOException {
        for (int suite = 0; suite < SUITES; suite++) {
            List<String> operations = someOperations(40);
            List<String> scenarios = someScenarios();
            List<String> more = new ArrayList<>(operations);
            more.addAll(someOperations(40));
            List<String> grown = new ArrayList<>(new LinkedHashSet<>(more));
            Collections.shuffle(grown, random);
            List<ContractCase> before = planned(operations, scenarios);
            List<ContractCase> after = planned(grown, SCENARIOS);
            for (int of = 1; of <= MOST_SHARDS; of++) {
                Map<String, Integer> then = byName(after, of);
                byName(before, of).forEach((name, shard) -> assertThat(then).containsEntry(name, shard));
            }
        }
    }

    @Test
    void shards_are_as_even_as_throwing_paths_into_them_makes_them() throws IOException {
        for (int suite = 0; suite < SUITES; suite++) {
            List<ContractCase> cases = planned(someOperations(300), List.of("no-token"));
            for (int of = 1; of <= MOST_SHARDS; of++) {
                Map<Integer, Long> paths = cases.stream()
                        .collect(Collectors.toMap(
                                it -> it.operation().path().split("\\?", 2)[0], in(of), (first, second) -> first))
                        .values()
                        .stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
                double even = paths.values().stream().mapToLong(Long::longValue).sum() / (double) of;
                assertThat(shards(of).map(shard -> paths.getOrDefault(shard.number(), 0L)))
                        .allSatisfy(count ->
                                assertThat(count.doubleValue()).isCloseTo(even, within(2 + 5 * Math.sqrt(even))));
            }
        }
    }

    /** Numbered paths are what generated suites have, and what a weak hash spreads worst. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8, 16})
    void ten_thousand_cases_of_two_thousand_numbered_paths_are_even_within_a_quarter(int of) throws IOException {
        List<ContractCase> cases = planned(
                IntStream.range(0, 2000).mapToObj("GET /things/%d"::formatted).toList(),
                List.of("no-token", "wrong-scheme", "scheme-only"));
        assertThat(cases).hasSize(10_000);

        assertThat(shards(of).map(shard -> shard.of(cases).size()))
                .allSatisfy(size -> assertThat(size * of).isBetween(7_500, 12_500));
    }

    @Test
    void what_a_case_is_in_stays_the_same_from_one_version_to_the_next() throws IOException {
        List<ContractCase> cases = planned(
                List.of("GET /orders", "GET /orders/1", "POST /orders: {mutates: true}", "GET /invoices?page=2"),
                List.of("no-token"));

        assertThat(byName(cases, 8))
                .containsEntry("GET /orders › no-token", 3)
                .containsEntry("POST /orders › no-token", 3)
                .containsEntry("GET /orders/1 › no-token", 4)
                .containsEntry("GET /invoices?page=2 › no-token", 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8", "8", "2/0", "1/1000", "-1/8", "2 / 8", "02/8", "a/b", "", "1/8/2"})
    void what_is_no_shard_is_none(String text) {
        assertThat(Shard.of(text)).isEmpty();
    }

    @Test
    void one_of_one_is_all_there_is() {
        assertThat(Shard.of("1/1")).contains(Shard.WHOLE);
        assertThat(Shard.of("2/8")).contains(new Shard(2, 8));
        assertThat(new Shard(2, 8)).hasToString("2/8");
    }

    private static Stream<Shard> shards(int of) {
        return IntStream.rangeClosed(1, of).mapToObj(number -> new Shard(number, of));
    }

    private static Function<ContractCase, Integer> in(int of) {
        return it -> Shard.numberOf(it, of);
    }

    private static Map<String, Integer> byName(List<ContractCase> cases, int of) {
        return cases.stream().collect(Collectors.toMap(ContractCase::name, it -> Shard.numberOf(it, of)));
    }

    private List<String> someOperations(int most) {
        Set<String> operations = new LinkedHashSet<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            String path = "/%s/%d"
                    .formatted(
                            List.of("orders", "invoices", "a", "v1/things").get(random.nextInt(4)),
                            random.nextInt(200));
            operations.add(
                    switch (random.nextInt(4)) {
                        case 0 -> "POST " + path + ": {mutates: true}";
                        case 1 -> "HEAD " + path;
                        case 2 -> "GET " + path + "?page=" + random.nextInt(3);
                        default -> "GET " + path;
                    });
        }
        return List.copyOf(operations);
    }

    private List<String> someScenarios() {
        List<String> some = new ArrayList<>(SCENARIOS);
        Collections.shuffle(some, random);
        return some.subList(0, 1 + random.nextInt(some.size()));
    }

    private List<ContractCase> planned(List<String> operations, List<String> scenarios) throws IOException {
        Path file = Files.writeString(folder.resolve("some.auth.yaml"), """
                suite: Some API
                target: https://api.example
                credentials:
                  bearer: {token: {good: "${TOKEN}"}}
                operations:
                %s
                scenarios: [%s]
                """.formatted(
                        operations.stream().map("  - %s"::formatted).collect(Collectors.joining("\n")),
                        String.join(", ", scenarios)));
        Reading reading = SuiteFile.alone(file).plan(Set.of("TOKEN"));
        return CasePlan.of(((Reading.Understood) reading).suite());
    }
}
