package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeFormTest {

    @ParameterizedTest
    @EnumSource
    void every_kind_comes_back(OutcomeKind kind) {
        CaseOutcome outcome = silent(kind);

        assertThat(new OutcomeReader().outcome(new OutcomeWriter().write(outcome)))
                .contains(outcome);
    }

    @Test
    void whose_move_it_is_comes_back() {
        CaseOutcome lost = silent(OutcomeKind.INCONCLUSIVE)
                .with(OutcomeKind.INCONCLUSIVE, "the control failed: no answer", new Move(Mover.NETWORK, "no answer"));

        assertThat(new OutcomeReader().outcome(new OutcomeWriter().write(lost))).contains(lost);
    }

    @Test
    void what_outcomes_share_stands_with_the_first_of_them() {
        OutcomeWriter writer = new OutcomeWriter();
        OutcomeReader reader = new OutcomeReader();
        CaseOutcome first = judged("no-token", finding("no-store", "not applicable", "SHOULD"));
        CaseOutcome second = judged("expired-token", finding("no-store", "not applicable", "SHOULD"));

        OutcomeForm one = writer.write(first);
        OutcomeForm other = writer.write(second);

        assertThat(String.valueOf(one.shared())).contains("Orders API", "no-store", "why 401");
        assertThat(other.shared()).isNull();
        assertThat(reader.outcome(one)).contains(first);
        assertThat(reader.outcome(other)).contains(second);
        assertThat(reader.rules()).containsOnlyKeys("no-store");
        assertThat(reader.rules()).containsEntry("no-store", RuleWords.named("no-store"));
    }

    @Test
    void a_finding_says_how_binding_it_is_only_where_that_is_not_as_the_rule_says() {
        OutcomeWriter writer = new OutcomeWriter();
        RuleWords words = Objects.requireNonNull(RuleWords.named("no-store"));
        Finding asTheRule = new FindingForm("no-store", "violated", "e", "a", null, null, null).with(words);
        Finding milder = finding("no-store", "violated", "MAY");

        CaseForm plain = Objects.requireNonNull(
                writer.write(judged("no-token", asTheRule)).outcome());
        CaseForm bound =
                Objects.requireNonNull(writer.write(judged("no-token", milder)).outcome());

        assertThat(plain.findings()).extracting(FindingForm::instead).containsOnlyNulls();
        assertThat(bound.findings())
                .extracting(FindingForm::instead)
                .containsExactly(new FindingForm.Binding("MAY", "house", "ours", "our handbook", null));
        assertThat(plain.toString()).doesNotContain(words.why());
    }

    @Test
    void what_no_outcome_before_explains_is_an_error() {
        OutcomeWriter writer = new OutcomeWriter();
        writer.write(silent(OutcomeKind.CONFORMING));
        OutcomeForm second = writer.write(silent(OutcomeKind.CONFORMING));

        assertThatThrownBy(() -> new OutcomeReader().outcome(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which no outcome before it explains");
    }

    private static CaseOutcome judged(String scenario, Finding... findings) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                null,
                "GET /orders",
                scenario,
                "no credential",
                false,
                OutcomeKind.CONFORMING,
                null,
                List.of(findings),
                null);
    }

    private static Finding finding(String rule, String verdict, String level) {
        boolean violated = verdict.equals("violated");
        return new Finding(
                rule,
                level,
                "house",
                "ours",
                "our handbook",
                null,
                "s",
                violated ? "w" : null,
                violated ? "c" : null,
                violated ? "f" : null,
                verdict,
                violated ? "e" : null,
                violated ? "a" : null,
                violated ? null : "why 401");
    }

    private static CaseOutcome silent(OutcomeKind kind) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                null,
                "GET /orders",
                "no-token",
                "no credential",
                false,
                kind,
                null,
                List.of(),
                null);
    }
}
