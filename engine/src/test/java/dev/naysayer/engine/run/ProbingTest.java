package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.comparison.Probe;
import dev.naysayer.engine.rule.comparison.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was never sent lacks no answer; what was sent and not answered is told by name. */
class ProbingTest {

    private static final Request REQUEST = new Request("HEAD", "https://api.example/orders", List.of(), null);
    private static final Verdict PASSED = Verdict.passed();

    private final Question question = asked("plain.auth.yaml");

    private static Question asked(String suite) {
        Path file = Path.of("src/test/resources/dev/naysayer/engine/junit/comparisons")
                .resolve(suite);
        Reading reading = SuiteFile.alone(file).plan(Set.of("NAYSAYER_TEST_KEY"));
        ContractCase it = CasePlan.of(((Reading.Understood) reading).suite()).stream()
                .filter(planned -> planned.scenario().equals("no-token"))
                .findFirst()
                .orElseThrow();
        return new Question(Probe.HEAD, it.on(it.operation().with("HEAD", "/orders")));
    }

    @Test
    void what_no_source_can_make_leaves_a_comparison_as_it_is() {
        Probing unsent = Probing.unsent(question, "because no source makes it");

        assertThat(decided(PASSED, unsent)).isEqualTo(PASSED);
        assertThat(decided(Verdict.notApplicable("nothing was asked again"), unsent))
                .isEqualTo(Verdict.notApplicable(
                        "nothing was asked again: HEAD /orders › no-token was not sent: because no source makes it"));
    }

    @Test
    void a_way_that_does_not_exist_here_lacks_no_answer() {
        Probing none = Probing.of(question, new Exchange.NotApplicable(REQUEST, "the API does not speak HTTP/2"));

        assertThat(decided(PASSED, none)).isEqualTo(PASSED);
    }

    @Test
    void what_should_have_been_sent_leaves_it_undecided() {
        assertThat(decided(
                        PASSED,
                        Probing.failed(question, "the token endpoint is down", Mover.IDENTITY_PROVIDER),
                        answered(401)))
                .isEqualTo(Verdict.inconclusive(
                        "HEAD /orders › no-token could not be sent: the token endpoint is down; all other answers keep the rule",
                        Mover.IDENTITY_PROVIDER));
        assertThat(decided(PASSED, Probing.of(question, new Exchange.Unsendable(REQUEST, "a filter threw"))))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void an_answer_that_is_not_read_is_told_as_one() {
        Probing unread = Probing.of(question, new Exchange.Unread(REQUEST, "its head is longer than 256 KiB", null));

        assertThat(decided(PASSED, unread, answered(401)))
                .isEqualTo(Verdict.inconclusive(
                        "HEAD /orders › no-token cannot be judged: its head is longer than 256 KiB; all other answers keep the rule",
                        Mover.GATEWAY));
    }

    @Test
    void what_the_api_does_not_answer_is_told_by_name() {
        Probing silent = Probing.of(question, new Exchange.Unanswered(REQUEST, "no answer within 10 s"));

        assertThat(decided(PASSED, silent, answered(503)))
                .isEqualTo(Verdict.inconclusive(
                        "HEAD /orders › no-token was not answered: no answer within 10 s; HEAD /orders › no-token was not answered by the API: 503; all other answers keep the rule",
                        Mover.NETWORK));
        assertThat(decided(Verdict.violated("401", "404"), silent, answered(401)))
                .isEqualTo(Verdict.violated(
                        "401", "404\nHEAD /orders › no-token was not answered: no answer within 10 s"));
    }

    /** Who asks what happens after too many attempts has got an answer by 429. */
    @Test
    void what_is_right_for_the_case_is_an_answer_of_the_api_also_to_its_probe() {
        Probing throttled = answered(asked("throttling.auth.yaml"), 429);

        assertThat(throttled.answer()).isNotNull();
        assertThat(decided(PASSED, throttled)).isEqualTo(PASSED);
        assertThat(answered(429).answer()).isNull();
    }

    private Probing answered(int status) {
        return answered(question, status);
    }

    private static Probing answered(Question question, int status) {
        return Probing.of(
                question,
                new Exchange.Answered(
                        REQUEST, new Response(status, List.of(), new Body(new byte[0], false), List.of())));
    }

    private static Verdict decided(Verdict verdict, Probing... probings) {
        return ComparisonRun.undecided(verdict, List.of(probings), Map.of());
    }
}
