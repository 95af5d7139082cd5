package dev.naysayer.examples.correct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.examples.client.RecordedAnswers;
import dev.naysayer.examples.client.Some;
import dev.naysayer.examples.client.SuiteLauncher;
import dev.naysayer.examples.issuer.IssuedTarget.RunningApi;
import dev.naysayer.examples.liberty.Liberty;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Never cry wolf: nothing that a standard leaves to an API is held against it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CorrectApisTest {

    private static final RecordedAnswers SKIPPED = RecordedAnswers.of(CorrectApisTest.class, "skipped.txt");

    /** A made-up password or key is as readable as the good one, unlike a token. */
    private static final Set<String> OF_TOKENS = Set.of("http2-bad-credential", "any-accept-bad-credential");

    private static final CorrectApi LAST =
            Arrays.stream(CorrectApi.values()).reduce((earlier, later) -> later).orElseThrow();

    /** Each runs once; several tests look at it. */
    private static final Map<CorrectApi, SuiteLauncher.Run> RUNS = new EnumMap<>(CorrectApi.class);

    @ParameterizedTest
    @Some(oneOf = 6)
    void a_correct_api_is_told_no_must_and_no_should_and_is_judged_throughout(CorrectApi api) {
        assertThat(String.join("\n", Accusations.of(run(api)))).isEmpty();
    }

    @ParameterizedTest
    @Some(oneOf = 6)
    void every_condition_of_every_group_is_tried(CorrectApi api) {
        Set<String> tried = run(api).outcomes().stream()
                .filter(outcome -> !outcome.control() && !outcome.controlAfter())
                .map(CaseOutcome::scenario)
                .collect(Collectors.toSet());

        assertThat(api.style().conditions().stream().filter(condition -> !tried.contains(condition)))
                .as("conditions that the suite of %s does not try", api.style())
                .isEmpty();
        assertThat(tried).hasSameSizeAs(Set.copyOf(api.style().conditions()));
    }

    /** What is never sent proves nothing, so it is counted by name. */
    @ParameterizedTest
    @Some(oneOf = 6)
    void what_is_not_tried_is_stated(CorrectApi api) {
        SKIPPED.check(api.style().name(), skipped(run(api)));
    }

    @ParameterizedTest
    @Some(oneOf = 6)
    void an_api_differs_from_the_strict_one_by_its_liberties_only(CorrectApi api) {
        Statuses strict = Statuses.of(run(strict(api.style())));
        assertThat(Statuses.of(run(api)).differingFrom(strict))
                .isSubsetOf(api.liberties().stream()
                        .flatMap(liberty -> liberty.conditions().stream())
                        .toList());
    }

    static Stream<Arguments> liberties() {
        return Arrays.stream(CorrectApi.values())
                .filter(api -> Some.EVERY || api == LAST)
                .flatMap(api -> api.liberties().stream()
                        .filter(liberty -> api.style().conditions().stream().anyMatch(liberty.conditions()::contains))
                        .map(liberty -> Arguments.of(api, liberty)));
    }

    /** A liberty alone, or where it needs another one beside it: without it. */
    @ParameterizedTest
    @MethodSource("liberties")
    void a_liberty_changes_each_of_its_conditions(CorrectApi api, Liberty liberty) {
        Statuses strict = Statuses.of(run(strict(api.style())));
        Set<String> shown = new TreeSet<>(liberty.conditions());
        shown.retainAll(strict.conditions());
        if (api.style() != Style.BEARER) {
            shown.removeAll(OF_TOKENS);
        }
        Set<String> unchanged = new TreeSet<>(shown);
        unchanged.removeAll(
                Statuses.of(run(api.style(), Set.of(liberty), shown)).differingFrom(strict));
        if (!unchanged.isEmpty()) {
            Set<Liberty> others = EnumSet.copyOf(api.liberties());
            others.remove(liberty);
            unchanged.removeAll(Statuses.of(run(api.style(), others, shown)).differingFrom(Statuses.of(run(api))));
        }
        assertThat(unchanged).isEmpty();
    }

    @Test
    void every_liberty_is_taken_by_one_of_the_apis() {
        assertThat(Arrays.stream(CorrectApi.values())
                        .flatMap(api -> api.liberties().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Liberty.values());
    }

    private static CorrectApi strict(Style style) {
        return Arrays.stream(CorrectApi.values())
                .filter(api -> api.style() == style && api.liberties().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String skipped(SuiteLauncher.Run run) {
        Set<String> sent = Statuses.of(run).conditions();
        return Stream.of(OutcomeKind.NOT_OBTAINABLE, OutcomeKind.NOT_APPLICABLE)
                .map(kind -> "%s: %s"
                        .formatted(
                                kind,
                                run.outcomes().stream()
                                        .filter(outcome -> outcome.kind() == kind)
                                        .map(CaseOutcome::scenario)
                                        .filter(condition -> !sent.contains(condition))
                                        .distinct()
                                        .collect(Collectors.joining(" "))))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private static SuiteLauncher.Run run(CorrectApi api) {
        return RUNS.computeIfAbsent(api, it -> run(it.style(), it.liberties(), Set.of()));
    }

    private static SuiteLauncher.Run run(Style style, Set<Liberty> liberties, Set<String> conditions) {
        try (RunningApi api = style.start(liberties)) {
            return SuiteLauncher.run(style.contract(), Map.of("naysayer.target", api.url()), conditions);
        }
    }
}
