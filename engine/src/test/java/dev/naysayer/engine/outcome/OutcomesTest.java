package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Control;
import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Position;
import dev.naysayer.dsl.Promise;
import dev.naysayer.dsl.Refusals;
import dev.naysayer.dsl.Requirement;
import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.Presented;
import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.rule.Judgement;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.Standing;
import dev.naysayer.engine.rule.Verdict;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No answer is no verdict, unless silence is what is right. */
class OutcomesTest {

    private static final Position AT = new Position("orders.auth.yaml", 1, 1);
    private static final Request REQUEST = new Request("GET", "http://orders.example/orders", List.of(), null);

    @Test
    void silence_is_right_without_tls_only() {
        Exchange silence = new Exchange.Unanswered(REQUEST, "connection refused");

        assertThat(outcome("plain-http", silence).kind()).isEqualTo(OutcomeKind.CONFORMING);
        assertThat(outcome("plain-http", silence).reason()).isEqualTo("no answer is right: connection refused");
        assertThat(outcome("no-token", silence).kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
    }

    @Test
    void an_answer_that_nobody_read_to_its_end_is_not_silence() {
        Exchange unread = new Exchange.Unread(REQUEST, "its head is longer than 256 KiB", null);

        assertThat(outcome("plain-http", unread).kind()).isEqualTo(OutcomeKind.INCONCLUSIVE);
        assertThat(outcome("plain-http", unread).reason()).isEqualTo("its head is longer than 256 KiB");
    }

    @Test
    void whose_move_it_is_is_said_by_what_fails() {
        assertThat(mover(new Exchange.Unanswered(REQUEST, "no tunnel", null, false, Mover.GATEWAY)))
                .isEqualTo(Mover.GATEWAY);
        assertThat(mover(new Exchange.Unanswered(REQUEST, "no answer"))).isEqualTo(Mover.NETWORK);
        assertThat(mover(new Exchange.Unread(REQUEST, "its head is too long", null)))
                .isEqualTo(Mover.GATEWAY);
        assertThat(mover(new Exchange.Unsendable(REQUEST, "a filter threw"))).isEqualTo(Mover.SUITE);
        assertThat(mover(answered(429))).isEqualTo(Mover.GATEWAY);
        assertThat(mover(answered(502))).isEqualTo(Mover.GATEWAY);
        assertThat(mover(answered(503))).isEqualTo(Mover.API);
    }

    @Test
    void whose_move_it_is_is_not_said_where_nobody_has_to_do_anything_or_a_rule_speaks() {
        assertThat(outcome("plain-http", new Exchange.Unanswered(REQUEST, "no answer"))
                        .move())
                .isNull();
        assertThat(outcome("http2", new Exchange.NotApplicable(REQUEST, "no HTTP/2"))
                        .move())
                .isNull();
        assertThat(judged(Verdict.violated("a challenge", "none")).move()).isNull();
    }

    @Test
    void a_rule_that_cannot_decide_says_whose_move_that_makes_it() {
        assertThat(judged(Verdict.inconclusive("the schema is too large")).move())
                .isEqualTo(Move.of(Mover.SUITE));
        assertThat(judged(Verdict.inconclusive("it failed", Mover.TOOL)).move()).isEqualTo(Move.of(Mover.TOOL));
    }

    @Test
    void what_a_case_inherits_leads_back_to_the_reason_itself() {
        Outcomes outcomes = new Outcomes("Orders API", null, false);
        ContractCase it = planned("no-token");
        CaseOutcome silent = outcome("no-token", new Exchange.Unanswered(REQUEST, "no answer"));

        assertThat(outcomes.damaged(it, silent, "GET /orders › logout"))
                .returns("no answer. The last case before was GET /orders › logout", CaseOutcome::reason)
                .returns(new Move(Mover.NETWORK, "no answer"), CaseOutcome::move);
        assertThat(outcomes.spent(silent, silent).move()).isEqualTo(Move.of(Mover.NETWORK));
        assertThat(outcomes.unpresented(it, new Presented.Unobtainable("no key signs", "'mint'")))
                .returns("because no key signs, add 'mint'", CaseOutcome::reason)
                .returns(new Move(Mover.SUITE, "no key signs, add 'mint'"), CaseOutcome::move);
        assertThat(outcomes.unpresented(it, new Presented.Failed("it answers 503", Mover.IDENTITY_PROVIDER)))
                .returns(Move.of(Mover.IDENTITY_PROVIDER), CaseOutcome::move);
        assertThat(outcomes.failed(it, null, new StackOverflowError()).move()).isEqualTo(Move.of(Mover.TOOL));
        assertThat(outcomes.failed(it, null, new NoSuchMethodError("x")).move()).isEqualTo(Move.of(Mover.SUITE));
    }

    @Test
    void what_has_no_way_to_be_sent_is_not_applicable() {
        CaseOutcome outcome = outcome("http2", new Exchange.NotApplicable(REQUEST, "the API does not speak HTTP/2"));

        assertThat(outcome.kind()).isEqualTo(OutcomeKind.NOT_APPLICABLE);
        assertThat(outcome.reason()).isEqualTo("the API does not speak HTTP/2");
        assertThat(outcome.transcript()).isNull();
    }

    private static Mover mover(Exchange exchange) {
        return Objects.requireNonNull(outcome("no-token", exchange).move()).mover();
    }

    private static Exchange.Answered answered(int status) {
        return new Exchange.Answered(REQUEST, new Response(status, List.of(), new Body(new byte[0], false), List.of()));
    }

    private static CaseOutcome judged(Verdict verdict) {
        RuleInfo rule = Rules.ALL.get(0).info();
        return new Outcomes("Orders API", null, false)
                .of(
                        planned("no-token"),
                        answered(401),
                        answered -> List.of(new Judgement(
                                rule, Standing.of(rule, RuleChoices.UNDECLARED).orElseThrow(), verdict)));
    }

    private static CaseOutcome outcome(String condition, Exchange exchange) {
        return new Outcomes("Orders API", null, false).of(planned(condition), exchange, answered -> List.of());
    }

    private static ContractCase planned(String condition) {
        Suite suite = new Suite(
                "Orders API",
                AT,
                List.of(),
                null,
                Destinations.UNDECLARED,
                Suite.DEFAULT_LEEWAY,
                List.of(new CredentialDeclaration(
                        new NamedSettings(AT, "bearer", Map.of()), List.of(new NamedSettings(AT, "mint", Map.of())))),
                List.of(new Operation(
                        AT,
                        "GET",
                        "/orders",
                        Map.of(),
                        List.of(),
                        false,
                        Control.ON,
                        List.of(),
                        Map.of(),
                        null,
                        Requirement.of("bearer"))),
                Refusals.UNDECLARED,
                RuleChoices.UNDECLARED,
                List.of(),
                List.of(new Scenario(AT, condition, Promise.NONE)),
                null);
        return CasePlan.of(suite).get(1);
    }
}
