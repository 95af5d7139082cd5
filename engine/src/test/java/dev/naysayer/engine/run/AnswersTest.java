package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.evidence.Counterparts;
import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.comparison.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case learns what its own operation answered to the good credential and to none, and nothing of others. */
class AnswersTest {

    @SuppressWarnings("NullAway.Init")
    private List<ContractCase> cases;

    @SuppressWarnings("NullAway.Init")
    private Answers answers;

    @BeforeEach
    void plan(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("plans.auth.yaml"), """
                suite: Plans API
                target: https://plans.example
                credentials: {bearer: {token: {good: "${NOWHERE}"}}}
                operations: [GET /plans, GET /me]
                scenarios: [no-token, unknown-token]
                """);
        Reading reading = SuiteFile.alone(file).plan(Set.of("NOWHERE"));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        cases = CasePlan.of(((Reading.Understood) reading).suite());
        answers = new Answers(cases, 8);
    }

    @Test
    void what_is_known_are_the_answers_of_the_same_operation() {
        keep("GET /plans › control", "mine");
        keep("GET /plans › no-token", "public");
        keep("GET /me › control", "anna");

        assertThat(evidence("GET /plans › unknown-token", "public").isWhatAnybodyGets())
                .isTrue();
        assertThat(evidence("GET /plans › unknown-token", "mine").isWhatControlGot())
                .isTrue();
        assertThat(evidence("GET /plans › unknown-token", "anna").isWhatControlGot())
                .isFalse();
        assertThat(evidence("GET /me › unknown-token", "anna").isWhatControlGot())
                .isTrue();
        assertThat(evidence("GET /me › unknown-token", "public").isWhatAnybodyGets())
                .isFalse();
    }

    @Test
    void no_case_is_compared_with_its_own_answer() {
        keep("GET /plans › control", "mine");
        keep("GET /plans › no-token", "public");

        assertThat(counterparts("GET /plans › no-token").nobody()).isNull();
        assertThat(counterparts("GET /plans › control").control()).isNull();
        assertThat(evidence("GET /plans › no-token", "mine").isWhatControlGot()).isTrue();
    }

    @Test
    void before_they_have_come_nothing_is_known() {
        assertThat(counterparts("GET /plans › unknown-token")).isEqualTo(Counterparts.UNKNOWN);
    }

    @Test
    void of_a_long_body_its_beginning_is_kept_and_the_next_case_is_still_judged_by_all_of_it() {
        String one = "x".repeat(100_000) + "anna";
        String other = "x".repeat(100_000) + "bert";
        keep("GET /plans › control", one);

        assertThat(kept().get(0).response().body().bytes()).hasSize(LeanEvidence.LIMIT);
        assertThat(kept().get(0).response().body().truncated()).isTrue();
        assertThat(evidence("GET /plans › unknown-token", one).isWhatControlGot())
                .isTrue();
        assertThat(evidence("GET /plans › unknown-token", other).isWhatControlGot())
                .isFalse();
    }

    @Test
    void of_a_long_error_its_members_are_kept() {
        String error =
                "{\"type\":\"https://plans.example/expired\",\"title\":\"Expired\",\"error\":{\"code\":\"E7\",\"trace\":\"%s\"},\"list\":[1,2]}"
                        .formatted("x".repeat(100_000));
        answers.keep(Answer.of(named("GET /plans › no-token"), evidence("GET /plans › no-token", 401, error)));

        Evidence kept = kept().get(0);
        assertThat(kept.body().text()).hasSizeLessThan(1000);
        assertThat(kept.body().object()).isNotNull();
        assertThat(kept.body().object().propertyNames()).containsExactly("type", "title", "error", "list");
        assertThat(kept.body().object().at("/error/code").asString()).isEqualTo("E7");
        assertThat(kept.status()).isEqualTo(401);
    }

    @Test
    void what_is_kept_of_a_case_holds_no_whole_body_of_another() {
        keep("GET /plans › control", "x".repeat(100_000));
        keep("GET /plans › unknown-token", "short");

        Evidence control = kept().get(1).counterparts().control();
        assertThat(control).isNotNull();
        assertThat(control.response().body().bytes()).hasSize(LeanEvidence.LIMIT);
    }

    private List<Evidence> kept() {
        return answers.all().stream().map(Answer::evidence).toList();
    }

    private void keep(String name, String body) {
        answers.keep(Answer.of(named(name), evidence(name, body)));
    }

    private Evidence evidence(String name, String body) {
        return evidence(name, 200, body);
    }

    private Evidence evidence(String name, int status, String body) {
        return Evidence.of(
                new Request("GET", "https://plans.example/plans", List.of(), null),
                new Response(status, List.of(), new Body(body.getBytes(StandardCharsets.UTF_8), false), List.of()),
                counterparts(name));
    }

    private Counterparts counterparts(String name) {
        return answers.counterparts(named(name));
    }

    private ContractCase named(String name) {
        return cases.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
