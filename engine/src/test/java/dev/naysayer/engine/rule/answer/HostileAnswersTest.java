package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.BeyondLimit;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.HostileAnswer;
import dev.naysayer.engine.evidence.HostileAnswers;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.StrangeRule;
import dev.naysayer.engine.rule.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an answer holds, no rule fails at it or is held up by it: each is fed with what the generator makes.
 *
 * <p>In the build each rule gets a part of it, the next rule another; {@code tests.long} feeds more and longer.
 */
class HostileAnswersTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofMillis(HostileAnswers.LONG ? 2_000 : 400);
    private static final int STACK = 256 * 1024;
    private static final int EVERYWHERE = HostileAnswers.LONG ? 1_000 : 15;
    private static final int BODIES = HostileAnswers.LONG ? 200 : 12;
    private static final int CHALLENGES = HostileAnswers.LONG ? 120 : 8;
    private static final int LINES_OF_A_FIELD = HostileAnswers.LONG ? 20 : 2;

    static Stream<Arguments> rules() throws IOException {
        List<RuleFixture> fixtures = RuleFixture.all().toList();
        return IntStream.range(0, Rules.ALL.size()).mapToObj(index -> {
            Rule rule = Rules.ALL.get(index);
            List<RuleFixture> own = fixtures.stream()
                    .filter(fixture -> fixture.rule().equals(rule.info().id()))
                    .toList();
            return Arguments.of(rule.info().id(), rule, own, index);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void no_answer_fells_a_rule_or_holds_it_up(String id, Rule rule, List<RuleFixture> fixtures, int index) {
        assertThat(troubles(rule, fixtures, index)).isEmpty();
    }

    /** What needs a piece of stack for each repetition is found by a short text where there is little of it. */
    private static List<String> troubles(Rule rule, List<RuleFixture> fixtures, int index) {
        List<HostileAnswer> everywhere = new ArrayList<>(HostileAnswers.common());
        everywhere.addAll(HostileAnswers.some(HostileAnswers.EVERYWHERE, EVERYWHERE, index));
        List<String> troubles = new ArrayList<>(found(rule, fixtures, hostile(fixtures, index)));
        Thread thread = new Thread(null, () -> troubles.addAll(found(rule, fixtures, everywhere)), "fed", STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return troubles;
    }

    private static List<String> found(Rule rule, List<RuleFixture> fixtures, List<HostileAnswer> fed) {
        RuleFixture broken = fixtures.stream()
                .filter(fixture -> fixture.side().equals("violates"))
                .findFirst()
                .orElseThrow();
        ContractCase it = broken.contractCase();
        Evidence ordinary = broken.evidence();
        return fed.stream()
                .flatMap(hostile ->
                        trouble(rule, it, ordinary.ofAnswer(hostile.in(ordinary.response())), LONGEST).stream()
                                .map(trouble -> hostile + ": " + trouble))
                .toList();
    }

    /** What a rule reads of fields stands in a fixture of its own. */
    private static List<HostileAnswer> hostile(List<RuleFixture> fixtures, int index) {
        Stream<HostileAnswer> lines = fixtures.stream()
                .flatMap(fixture -> fixture.response().headers().stream())
                .map(Header::name)
                .filter(name -> !name.equalsIgnoreCase("Content-Type"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .flatMap(field -> HostileAnswers.some(field, LINES_OF_A_FIELD, index).stream());
        return Stream.of(
                        HostileAnswers.some(HostileAnswers.CHALLENGES, CHALLENGES, index).stream(),
                        HostileAnswers.some(HostileAnswers.BODY, BODIES, index).stream(),
                        lines)
                .flatMap(some -> some)
                .toList();
    }

    @Test
    void there_are_more_hostile_answers_than_anybody_writes_by_hand() {
        assertThat(HostileAnswers.in(HostileAnswers.BODY)).hasSizeGreaterThan(2_000);
        assertThat(HostileAnswers.in(HostileAnswers.CHALLENGES)).hasSizeGreaterThan(2_000);
        assertThat(HostileAnswers.in("Location")).hasSizeGreaterThan(500);
    }

    @Test
    void a_rule_that_fails_or_takes_its_time_is_found() throws IOException {
        RuleFixture fixture = RuleFixture.all().findFirst().orElseThrow();
        Evidence evidence = fixture.evidence();
        Rule failing = StrangeRule.that(any -> {
            throw new StackOverflowError();
        });
        Rule slow = StrangeRule.that(any -> StrangeRule.busy(Duration.ofMillis(5)));

        assertThat(trouble(failing, fixture.contractCase(), evidence, LONGEST))
                .hasValue("java.lang.StackOverflowError");
        assertThat(trouble(slow, fixture.contractCase(), evidence, Duration.ofMillis(-1)))
                .hasValueSatisfying(trouble -> assertThat(trouble).endsWith(" ms"));
        assertThat(trouble(slow, fixture.contractCase(), evidence, LONGEST)).isEmpty();
    }

    /** What happens to expressions that repeat a group: each time takes a piece of stack. */
    @Test
    void an_expression_that_recurses_is_found_by_whichever_part_of_the_answers_a_rule_gets() throws IOException {
        Pattern recursing = Pattern.compile("([!#-~]| )*");
        List<RuleFixture> fixtures = RuleFixture.all()
                .filter(fixture -> fixture.rule().equals("challenge-characters"))
                .toList();
        for (int index = 0; index < 5; index++) {
            Rule rule = StrangeRule.that(evidence -> {
                evidence.challenges().stream()
                        .flatMap(challenge -> challenge.params("scope").stream())
                        .forEach(scope -> recursing.matcher(scope.value()).matches());
                return Verdict.passed();
            });

            assertThat(troubles(rule, fixtures, index)).isNotEmpty().allMatch(it -> it.endsWith("StackOverflowError"));
        }
    }

    /** None where the rule has its verdict in time: the time of its thread, since the machine may be busy with something else. */
    private static Optional<String> trouble(Rule rule, ContractCase it, Evidence evidence, Duration longest) {
        long fastest = Long.MAX_VALUE;
        for (int tried = 0; tried < 3 && fastest > longest.toMillis(); tried++) {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                rule.judge(it, evidence);
            } catch (BeyondLimit e) {
                // Whoever judges takes it for what it is.
                assertThat(e.limit()).contains("Naysayer");
            } catch (Throwable e) {
                return Optional.of(e.getClass().getName());
            }
            fastest = Math.min(
                    fastest,
                    Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start).toMillis());
        }
        return fastest <= longest.toMillis() ? Optional.empty() : Optional.of(fastest + " ms");
    }
}
