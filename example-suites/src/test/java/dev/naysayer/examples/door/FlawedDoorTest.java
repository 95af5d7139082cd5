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
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong about a limit is found, nothing where it is right, and no more is sent than the suite allows. */
public class FlawedDoorTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedDoorTest.class, "door-findings.txt");

    /** A control before and after and three scenarios; five wrong passwords of two users, and the good one three times. */
    private static final int ALL = 5 + 2 * 5 + 3;

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

    /** What is run here is what the document shows, but for how long it takes. */
    @Test
    void the_suite_is_the_one_of_the_document() throws IOException {
        String shown = Files.readString(Path.of("../docs/suite.md"))
                .split("\n## Limits\n", 2)[1]
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0]
                .replaceAll("target: .*\n", "")
                .replace("attempts: 10, wait: 30", "attempts: 5, wait: 1");
        String run = Files.readString(Path.of("src/test/resources/dev/naysayer/examples/door/door.auth.yaml"));

        assertThat(run.replaceAll("(?m)^#.*\n|^\n", "")).isEqualTo(shown);
    }
}
