package dev.naysayer.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.junit.AuthContract;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.Findings;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.SuiteLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flaw of the members' API is found, and nothing in the API that is right, strict or free. */
@Timeout(120)
public class FlawedMembersTest {

    public static final RecordedAnswers EXPECTED = RecordedAnswers.of(FlawedMembersTest.class, "members-findings.txt");

    private static final String FREE = "FREE";
    private static final String FREE_BY_FORM = "FREE, BY A FORM";
    private static final String WITHOUT_TOKENS = "FORGERY_UNSEEN, WITHOUT TOKENS";
    private static final String BY_FORM = "FORGERY_UNSEEN, BY A FORM";

    @AuthContract(value = "every-condition.auth.yaml", target = MembersTarget.class)
    static final class EveryCondition {}

    @AuthContract(value = "members-without-tokens.auth.yaml", target = MembersTarget.class)
    static final class WithoutTokens {}

    @AuthContract(value = "short-sessions.auth.yaml", target = MembersTarget.class)
    static final class ShortSessions {}

    @AuthContract(value = "every-condition-by-form.auth.yaml", target = MembersTarget.class)
    static final class EveryConditionByForm {}

    @Test
    void the_suites_of_the_page_about_schemes_are_those_that_run() throws IOException {
        Path suites = Path.of("src/test/resources/dev/naysayer/examples");

        assertThat(Path.of("../docs/schemes.md"))
                .content()
                .contains("```yaml\n" + Files.readString(suites.resolve("session/members.auth.yaml")) + "```")
                .contains(
                        "```yaml\n" + Files.readString(suites.resolve("spring/spring-members-form.auth.yaml")) + "```");
    }

    @ParameterizedTest
    @EnumSource
    void each_flaw_is_found(Flaw flaw) {
        SuiteLauncher.Run run = run(flaw, false, MembersAuthContractTest.class);

        EXPECTED.check(flaw.name(), found(run));
        assertThat(run.outcomes())
                .noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE || it.kind() == OutcomeKind.MISCONFIGURED);
    }

    @Test
    void every_flaw_but_none_is_found() {
        assertThat(Flaw.values())
                .filteredOn(it -> EXPECTED.answer(it.name()).equals(Findings.NOTHING))
                .containsExactly(Flaw.NONE);
        assertThat(EXPECTED.titles()).hasSize(Flaw.values().length + 4);
        assertThat(Arrays.stream(Flaw.values()).map(Flaw::name)).isSubsetOf(EXPECTED.titles());
    }

    @Test
    void what_another_site_can_have_a_browser_send_unasked_is_found_where_nothing_stands_against_it() {
        EXPECTED.check(WITHOUT_TOKENS, found(run(Flaw.FORGERY_UNSEEN, false, WithoutTokens.class)));
    }

    /** The suite says that they live for two seconds. */
    @ParameterizedTest
    @CsvSource({"PT2S, nothing", "PT1H, 'GET /members › expired-session: ended-session-refused, security advice'"})
    void a_session_is_waited_for_until_it_should_have_ended(Duration lifetime, String found) {
        try (MembersApi api = MembersApi.start(Flaw.NONE, false, lifetime)) {
            SuiteLauncher.Run run = SuiteLauncher.run(ShortSessions.class, Map.of("naysayer.target", api.url()));

            assertThat(found(run)).isEqualTo(found);
            assertThat(run.outcomes())
                    .filteredOn(it -> it.scenario().equals("expired-session"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.transcript()).isNotNull());
        }
    }

    @Test
    void a_form_that_is_taken_without_its_token_is_found() {
        EXPECTED.check(BY_FORM, found(run(Flaw.FORGERY_UNSEEN, false, EveryConditionByForm.class)));
    }

    @ParameterizedTest
    @ValueSource(classes = {EveryCondition.class, EveryConditionByForm.class})
    void nothing_is_found_under_any_condition_in_the_api_that_is_right(Class<?> contract) {
        SuiteLauncher.Run run = run(Flaw.NONE, false, contract);

        assertThat(found(run)).isEqualTo(Findings.NOTHING);
        assertThat(run.outcomes())
                .noneMatch(it -> it.kind() == OutcomeKind.INCONCLUSIVE || it.kind() == OutcomeKind.MISCONFIGURED);
    }

    /** What it leaves undone no standard makes it do, so no case is red for it. */
    @ParameterizedTest
    @ValueSource(classes = {EveryCondition.class, EveryConditionByForm.class})
    void what_is_left_to_an_api_is_no_violation(Class<?> contract) {
        SuiteLauncher.Run run = run(Flaw.NONE, true, contract);

        EXPECTED.check(contract.equals(EveryCondition.class) ? FREE : FREE_BY_FORM, found(run));
        assertThat(run.outcomes())
                .flatExtracting(it -> it.violations())
                .extracting(it -> it.level())
                .doesNotContain("MUST", "SHOULD");
    }

    /** A line for each operation and scenario; that no scheme of sessions is registered no API can help. */
    private static String found(SuiteLauncher.Run run) {
        String found = Stream.concat(
                        run.outcomes().stream()
                                .flatMap(outcome -> outcome.violations().stream()
                                        .filter(it -> !it.rule().equals("scheme-registered"))
                                        .map(it -> "%s › %s: %s, %s"
                                                .formatted(
                                                        outcome.operation(),
                                                        outcome.scenario(),
                                                        it.rule(),
                                                        it.level()))),
                        run.comparisons().stream()
                                .map(ComparisonOutcome::finding)
                                .filter(Finding::violated)
                                .map(it -> "comparison: %s, %s".formatted(it.rule(), it.actual())))
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? Findings.NOTHING : found;
    }

    private static SuiteLauncher.Run run(Flaw flaw, boolean free, Class<?> contract) {
        try (MembersApi api = MembersApi.start(flaw, free)) {
            return SuiteLauncher.run(contract, Map.of("naysayer.target", api.url()));
        }
    }
}
