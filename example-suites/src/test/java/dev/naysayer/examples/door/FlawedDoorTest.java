package dev.naysayer.examples.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong about a limit is found, nothing where it is right, and no more is sent than the suite allows. */
public class FlawedDoorTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedDoorTest.class, "door-findings.txt");

    public static final RecordedAnswers LOCKS = RecordedAnswers.of(FlawedDoorTest.class, "lock-findings.txt");

    public static final RecordedAnswers POLICIES = RecordedAnswers.of(FlawedDoorTest.class, "policy-findings.txt");

    private static final Map<Lock, Class<?>> SUITES = Map.of(
            Lock.DIGEST, DigestDoorAuthContractTest.class,
            Lock.CLIENT, ClientDoorAuthContractTest.class,
            Lock.KEY, KeyDoorAuthContractTest.class);

    /** A control before and after and three scenarios; five wrong passwords of two users and one more, and the good one four times. */
    private static final int ALL = 5 + 2 * 5 + 1 + 4;

    @ParameterizedTest
    @Some(oneOf = 4)
    void each_flaw_is_found(Guarding guarding) {
        try (DoorApi api = DoorApi.start(guarding)) {
            SuiteLauncher.Run run = SuiteLauncher.run(DoorAuthContractTest.class, Map.of("naysayer.target", api.url()));

            EXPECTED.check(guarding.name(), Findings.of(run));
            assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
            assertThat(run.comparisons()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
            assertThat(api.requests()).isEqualTo(ALL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DIGEST, THROTTLES",
        "DIGEST, LOCKS_OUT",
        "DIGEST, NOTHING_DONE",
        "DIGEST, KNOWN_USERS_ONLY",
        "DIGEST, TELLS_THE_PASSWORD",
        "CLIENT, THROTTLES",
        "CLIENT, LOCKS_OUT",
        "CLIENT, NOTHING_DONE",
        "CLIENT, KNOWN_USERS_ONLY",
        "CLIENT, TELLS_THE_PASSWORD",
        "KEY, THROTTLES",
        "KEY, LETS_IN_ALL_THE_SAME",
        "KEY, NOTHING_DONE",
        "KEY, FORBIDS",
        "KEY, FOR_EVER"
    })
    void each_lock_is_tried_in_its_own_way(Lock lock, Guarding guarding) {
        try (DoorApi api = DoorApi.start(guarding, lock)) {
            SuiteLauncher.Run run =
                    SuiteLauncher.run(Objects.requireNonNull(SUITES.get(lock)), Map.of("naysayer.target", api.url()));

            LOCKS.check(lock + " " + guarding, Findings.of(run));
            assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
            assertThat(run.comparisons()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
        }
    }

    /** What is promised of the wait is told at its own line, and not at that of the suite. */
    @Test
    void a_limit_without_end_is_told_where_the_suite_says_how_long_it_lasts() {
        try (DoorApi api = DoorApi.start(Guarding.FOR_EVER)) {
            SuiteLauncher.Run run = SuiteLauncher.run(DoorAuthContractTest.class, Map.of("naysayer.target", api.url()));

            assertThat(run.comparisons())
                    .filteredOn(it -> it.finding().rule().equals("good-again-after-limit"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.finding().source()).endsWith("door.auth.yaml:13"));
        }
    }

    /** Whoever runs a suite again while its account is locked learns that, and nothing about the API. */
    @Test
    void an_account_that_is_locked_still_accuses_nobody() {
        try (DoorApi api = DoorApi.start(Guarding.FOR_EVER)) {
            SuiteLauncher.run(DoorAuthContractTest.class, Map.of("naysayer.target", api.url()));
            SuiteLauncher.Run again =
                    SuiteLauncher.run(DoorAuthContractTest.class, Map.of("naysayer.target", api.url()));

            assertThat(again.outcomes()).allMatch(it -> it.kind() == OutcomeKind.CONFORMING);
            assertThat(again.comparisons())
                    .filteredOn(it -> it.test().equals("limits"))
                    .hasSize(7)
                    .allSatisfy(it -> {
                        assertThat(it.kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
                        assertThat(it.finding().reason()).contains("the good password did not get through before: 429");
                    });
        }
    }

    /** An API that stops the whole address for longer than it says stops the next suite as well, which says so. */
    @Test
    void a_stopped_address_leaves_the_next_suite_inconclusive() {
        try (DoorApi api = DoorApi.start(Guarding.FOR_EVER, Lock.KEY)) {
            SuiteLauncher.run(KeyDoorAuthContractTest.class, Map.of("naysayer.target", api.url()));
            SuiteLauncher.Run next =
                    SuiteLauncher.run(PolicyDoorAuthContractTest.class, Map.of("naysayer.target", api.url()));

            assertThat(next.outcomes())
                    .isNotEmpty()
                    .allMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE)
                    .anyMatch(it -> String.valueOf(it.reason()).contains("429"));
        }
    }

    /** One at a time and in their order, however many requests may be under way. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "16"})
    void guesses_stay_in_their_order(String parallelism) {
        try (DoorApi api = DoorApi.start(Guarding.THROTTLES)) {
            SuiteLauncher.Run run = SuiteLauncher.run(
                    DoorAuthContractTest.class,
                    Map.of("naysayer.target", api.url(), "naysayer.parallelism", parallelism));

            assertThat(Findings.of(run)).isEqualTo(Findings.NOTHING);
            assertThat(api.requests()).isEqualTo(ALL);
        }
    }

    @Test
    void nothing_is_found_where_it_is_right() {
        EXPECTED.checkTitles(
                Arrays.stream(Guarding.values()).map(Guarding::name).toList());

        assertThat(Guarding.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(Arrays.stream(Guarding.values())
                        .filter(Guarding::isRight)
                        .toArray(Guarding[]::new));
    }

    /** What refuses a good key, for now or from here, is told apart from what refuses a bad one. */
    @ParameterizedTest
    @EnumSource(names = {"THROTTLES", "NOTHING_DONE", "FORBIDS", "SAYS_NOT_WHEN", "SAYS_WHEN_IN_WORDS", "STORED"})
    void what_a_policy_refuses_is_judged_by_its_own_words(Guarding guarding) {
        try (DoorApi api = DoorApi.start(guarding, Lock.KEY)) {
            SuiteLauncher.Run run =
                    SuiteLauncher.run(PolicyDoorAuthContractTest.class, Map.of("naysayer.target", api.url()));

            POLICIES.check(guarding.name(), Findings.of(run));
            assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
        }
    }

    /** What is run here is what the document shows, but for how long it takes. */
    @ParameterizedTest
    @CsvSource({"door, Limits", "policies, Policies and quotas"})
    void the_suite_is_the_one_of_the_document(String name, String heading) throws IOException {
        String shown = Files.readString(Path.of("../docs/suite.md"))
                .split("\n##+ %s\n".formatted(heading), 2)[1]
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0]
                .replaceAll("target: .*\n", "")
                .replace("attempts: 10, wait: 30", "attempts: 5, wait: 1");
        String run =
                Files.readString(Path.of("src/test/resources/dev/naysayer/examples/door/%s.auth.yaml".formatted(name)));

        assertThat(run.replaceAll("(?m)^#.*\n|^\n", "")).isEqualTo(shown);
    }
}
