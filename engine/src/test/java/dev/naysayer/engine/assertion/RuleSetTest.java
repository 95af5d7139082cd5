package dev.naysayer.engine.assertion;

import static dev.naysayer.engine.assertion.RefusalAssertions.assertThatRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.naysayer.dsl.RuleChoices;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rules stand together. */
class RuleSetTest {

    private static List<String> in(RuleSet set) {
        return Rules.ALL.stream()
                .map(Rule::info)
                .filter(set::includes)
                .map(RuleInfo::id)
                .toList();
    }

    @Test
    void every_rule_of_a_standard_is_in_all_and_in_the_set_of_that_standard_alone() {
        assertThat(Rules.ALL)
                .extracting(Rule::info)
                .filteredOn(
                        rule -> rule.source().link() != null && rule.profile().equals(RuleChoices.BASE))
                .isNotEmpty()
                .allMatch(RuleSet.ALL::includes)
                .allSatisfy(
                        rule -> assertThat(RuleSet.of(rule.source().standard()).includes(rule))
                                .isTrue());
        assertThat(in(RuleSet.RFC9457)).contains("problem-details-well-formed").doesNotContain("challenge-parses");
        assertThat(in(RuleSet.RFC9110)).contains("challenge-parses").doesNotContain("error-fits-status");
        assertThat(in(RuleSet.RFC6750)).contains("error-fits-status").doesNotContain("challenge-parses");
    }

    @Test
    void what_a_suite_declares_is_in_no_set() {
        assertThat(Rules.ALL)
                .extracting(Rule::info)
                .filteredOn(rule -> rule.source().link() == null)
                .isNotEmpty()
                .noneMatch(RuleSet.ALL::includes);
    }

    @Test
    void a_rule_can_be_left_out() {
        assertThat(in(RuleSet.ALL.without("error-fits-status")))
                .hasSize(in(RuleSet.ALL).size() - 1)
                .doesNotContain("error-fits-status");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.only("challenge-parses").without("error-fits-status"))
                .withMessage("the set has no rule 'error-fits-status'; it has: challenge-parses");
    }

    @Test
    void a_standard_without_rules_is_a_mistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of("RFC 1149"))
                .withMessageStartingWith("no rule comes from 'RFC 1149'; known are: GraphQL (October 2021), ");
    }

    @Test
    void a_standard_whose_rules_all_belong_to_a_profile_is_not_known_without_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of("OAuth 2.1 draft"))
                .withMessageNotContaining("known are: OAuth 2.1 draft")
                .withMessageNotContaining(", OAuth 2.1 draft");
        assertThat(in(RuleSet.ALL)).doesNotContain("query-token-ignored");
        assertThat(in(RuleSet.profile("oauth21"))).contains("query-token-ignored");
    }

    @Test
    void rules_about_the_credential_are_rules() {
        assertThat(in(RuleSet.ALL)).containsAll(Judge.ABOUT_THE_CREDENTIAL);
    }

    @Test
    void a_profile_brings_its_rules_at_its_levels() {
        RefusalAssert bare = assertThatRefusal(401, Map.of("WWW-Authenticate", List.of("Bearer realm=\"a\"")), "")
                .toCondition("expired-token");

        bare.conformsTo(RuleSet.profile("rfc6750"));
        assertThatThrownBy(() -> bare.conformsTo(RuleSet.profile("rfc9068")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[invalid-token-required] MUST, RFC 9068 section 4");
    }

    @Test
    void a_profile_that_does_not_exist_is_told_with_those_that_do() {
        assertThatThrownBy(() -> RuleSet.profile("oauth22"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no profile 'oauth22'; known are: rfc6750, oauth21, ");
    }
}
