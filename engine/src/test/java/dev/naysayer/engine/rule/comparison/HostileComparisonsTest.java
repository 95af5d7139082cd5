package dev.naysayer.engine.rule.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.BeyondLimit;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.HostileAnswer;
import dev.naysayer.engine.evidence.HostileAnswers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever all answers of a suite hold, no comparison of them fails or is held up. */
class HostileComparisonsTest {

    private static final Duration LONGEST = Duration.ofMillis(HostileAnswers.LONG ? 20_000 : 2_000);
    private static final int OF_EACH_PLACE = HostileAnswers.LONG ? 150 : 5;
    private static final List<String> PLACES =
            List.of(HostileAnswers.EVERYWHERE, HostileAnswers.CHALLENGES, HostileAnswers.BODY, "Location", "Link");

    static Stream<Arguments> comparisons() throws IOException {
        Map<String, ComparisonFixture> broken = ComparisonFixture.all()
                .filter(fixture -> fixture.side().equals("violates"))
                .collect(Collectors.toMap(
                        fixture -> fixture.comparison().info().id(),
                        fixture -> fixture,
                        (first, second) -> first,
                        LinkedHashMap::new));
        List<Comparison> all = Stream.concat(Comparisons.ALL.stream(), Comparisons.OF_EVERY_ANSWER.stream())
                .filter(comparison -> broken.containsKey(comparison.info().id()))
                .toList();
        return IntStream.range(0, all.size())
                .mapToObj(index -> Arguments.of(
                        all.get(index).info().id(),
                        all.get(index),
                        broken.get(all.get(index).info().id()),
                        index));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("comparisons")
    void no_answers_fell_a_comparison_or_hold_it_up(
            String id, Comparison comparison, ComparisonFixture fixture, int index) {
        List<Answer> ordinary = fixture.answers();

        Stream<String> troubles = PLACES.stream()
                .flatMap(place -> HostileAnswers.some(place, OF_EACH_PLACE, index).stream())
                .flatMap(hostile ->
                        trouble(comparison, with(hostile, ordinary)).stream().map(trouble -> hostile + ": " + trouble));

        assertThat(troubles).isEmpty();
    }

    private static List<Answer> with(HostileAnswer hostile, List<Answer> ordinary) {
        return ordinary.stream()
                .map(answer -> new Answer(answer.it(), with(hostile, answer.evidence()), answer.probe()))
                .toList();
    }

    private static Evidence with(HostileAnswer hostile, Evidence ordinary) {
        return ordinary.ofAnswer(hostile.in(ordinary.response()));
    }

    private static Optional<String> trouble(Comparison comparison, List<Answer> answers) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            comparison.questions(answers);
            comparison.judge(answers);
        } catch (BeyondLimit e) {
            assertThat(e.limit()).contains("Naysayer");
        } catch (Throwable e) {
            return Optional.of(e.toString());
        }
        Duration time = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        return time.compareTo(LONGEST) <= 0 ? Optional.empty() : Optional.of(time.toMillis() + " ms");
    }
}
