package dev.naysayer.examples.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    @EnumSource
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
            SuiteLauncher.Run run = SuiteLauncher.run(SUITES.get(lock), Map.of("naysayer.target", api.url()));

            LOCKS.check(lock + " " + guarding, Findings.of(run));
            assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
            assertThat(run.comparisons()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
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
