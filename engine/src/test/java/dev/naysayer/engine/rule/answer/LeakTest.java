package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaks are found by patterns, and patterns cry wolf: here are the answers in which none may. */
class LeakTest {

    private static final ContractCase EXPIRED = RuleFixture.read(
                    RuleFixture.FOLDER.resolve(Path.of("no-stack-trace", "passes", "generic-message.http")))
            .contractCase();

    static Stream<HarmlessAnswers> harmless() throws IOException {
        return HarmlessAnswers.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void a_harmless_answer_leaks_nothing(HarmlessAnswers answer) {
        assertThat(Arrays.stream(Leak.values()).map(leak -> leak.judge(EXPIRED, answer.evidence())))
                .noneMatch(Verdict.Violated.class::isInstance);
    }

    @Test
    void there_are_enough_harmless_answers_to_mean_something() throws IOException {
        assertThat(harmless()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.", "A.", "at ", "at a.", "issuer (", "expected issuer ", "/a", "/etc", "SELECT ", "A::", "A\\",
                        "C:\\a\\",
                "a-", "http://a.", "10.0.", "kid ", "\"", "'", "Caused by", "File \"", "\\n", "{", "<", "select a.a "
            })
    @Timeout(20)
    void a_long_and_hostile_body_does_not_hold_up_the_search(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        Body body = new Body(text.getBytes(StandardCharsets.UTF_8), true);
        Request request = new Request("GET", "https://api.example/orders", List.of(), null);
        Evidence evidence = Evidence.of(request, new Response(401, List.of(), body, List.of()));

        assertThat(Leak.values())
                .allSatisfy(
                        leak -> assertThat(leak.judge(EXPIRED, evidence)).isNotInstanceOf(Verdict.NotApplicable.class));
    }

    @Test
    void a_finding_never_shows_more_than_a_short_piece() throws IOException {
        assertThat(RuleFixture.all()
                        .filter(fixture -> fixture.side().equals("violates"))
                        .flatMap(fixture -> Arrays.stream(Leak.values())
                                .map(leak -> leak.judge(fixture.contractCase(), fixture.evidence()))))
                .filteredOn(Verdict.Violated.class::isInstance)
                .extracting(verdict -> ((Verdict.Violated) verdict).actual())
                .hasSizeGreaterThan(20)
                .allSatisfy(actual -> assertThat(actual.substring(actual.indexOf(": ") + 2))
                        .hasSizeLessThanOrEqualTo(62)
                        .doesNotContain("\n"));
    }
}
