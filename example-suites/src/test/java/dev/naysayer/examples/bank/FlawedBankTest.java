package dev.naysayer.examples.bank;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to ask for a stronger login that is wrong is found, and none that is right. */
public class FlawedBankTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedBankTest.class, "bank-findings.txt");

    private static final RecordedAnswers LADDER = RecordedAnswers.of(FlawedBankTest.class, "bank-ladder-findings.txt");

    private static BankApi api;

    @BeforeAll
    static void start() {
        api = BankApi.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found(Way way) {
        api.ask(way);

        SuiteLauncher.Run run = SuiteLauncher.run(BankAuthContractTest.class, Map.of("naysayer.target", api.url()));

        EXPECTED.check(way.name(), found(run));
        assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
    }

    /** Who has two captured tokens and no key sees less, and that. */
    @ParameterizedTest
    @EnumSource(names = {"TELLS_ALL", "LOGIN_NEVER_CHECKED", "OTHER_CLASS_TOLD", "TAKEN_FOR_BAD_TOKEN", "FORBIDDEN"})
    void a_ladder_of_two_tokens_finds_what_it_can_reach(Way way) {
        api.ask(way);

        SuiteLauncher.Run run =
                SuiteLauncher.run(BankLadderAuthContractTest.class, Map.of("naysayer.target", api.url()));

        LADDER.check(way.name(), found(run));
        assertThat(LADDER.answer(way.name()).equals(Findings.NOTHING)).isEqualTo(way.isRight());
        assertThat(run.outcomes()).noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE);
    }

    /** At the operation that asks for no login there is nothing to find. */
    private static String found(SuiteLauncher.Run run) {
        return Findings.of(new SuiteLauncher.Run(
                run.outcomes().stream()
                        .filter(it -> it.kind() != OutcomeKind.NOT_APPLICABLE)
                        .toList(),
                run.comparisons(),
                run.results()));
    }

    @Test
    void nothing_is_found_where_it_is_right() {
        EXPECTED.checkTitles(Arrays.stream(Way.values()).map(Way::name).toList());

        assertThat(Way.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(
                        Arrays.stream(Way.values()).filter(Way::isRight).toArray(Way[]::new));
    }

    /** What is run here is what the document shows. */
    @Test
    void the_suite_is_the_one_of_the_document() throws IOException {
        String shown = Files.readString(Path.of("../docs/suite.md"))
                .split("\n### Step-up\n", 2)[1]
                .split("```yaml\n", 2)[1]
                .split("```", 2)[0]
                .replaceAll("target: .*\n", "");
        String run = Files.readString(Path.of("src/test/resources/dev/naysayer/examples/bank/bank.auth.yaml"));

        assertThat(run.replaceAll("(?m)^#.*\n|^\n", "")).isEqualTo(shown);
    }
}
