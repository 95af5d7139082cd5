package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.AdmissionRule;
import dev.naysayer.engine.rule.FateRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of rules: where a reader looks for one, and which of several that see the same fact tells it. */
class RulesTest {

    /** As an answer is read: what it did with the credential, then from its first line to the last of its body. */
    private static final List<String> HEADINGS = List.of(
            "JWTs that must not be let in",
            "Credentials that are spelt or carried otherwise",
            "Good credentials of those who may not",
            "What becomes of every credential",
            "The status",
            "The challenge",
            "The error code",
            "The body",
            "GraphQL",
            "Authorization servers",
            "Caches",
            "Other fields",
            "What must not be told");

    @Test
    void the_headings_stand_in_the_order_in_which_an_answer_is_read() {
        assertThat(Rules.TOPICS).extracting(Rules.Topic::heading).containsExactlyElementsOf(HEADINGS);
    }

    @Test
    void each_rule_stands_below_one_heading_and_each_heading_has_rules() {
        assertThat(Rules.ALL).doesNotHaveDuplicates();
        assertThat(Rules.TOPICS).allSatisfy(topic -> assertThat(topic.rules()).isNotEmpty());
    }

    @Test
    void all_that_names_conditions_stands_below_the_first_three_headings_before_what_is_about_every_credential() {
        assertThat(Rules.TOPICS.subList(0, 3))
                .flatExtracting(Rules.Topic::rules)
                .allMatch(FateRule.class::isInstance)
                .containsAll(Rules.ALL.stream()
                        .filter(AdmissionRule.class::isInstance)
                        .toList());
        assertThat(Rules.TOPICS.get(3).rules()).allMatch(FateRule.class::isInstance);
    }

    /** Of what is broken the first speaks: the rule about three conditions has to come before the one about thirty. */
    @Test
    void of_rules_that_ask_for_the_same_the_one_about_fewer_conditions_stands_first() {
        Map<?, List<AdmissionRule>> alike = Rules.ALL.stream()
                .filter(AdmissionRule.class::isInstance)
                .map(AdmissionRule.class::cast)
                // A profile's rule is stricter than what every suite has, and stands before it.
                .collect(Collectors.groupingBy(rule -> List.of(
                        rule.admission().demand(),
                        rule.admission().schemes(),
                        rule.info().profile())));

        assertThat(alike.values())
                .allSatisfy(rules -> rules.forEach(first -> assertThat(rules)
                        .as(
                                "%s stands before them and names all their conditions",
                                first.info().id())
                        .filteredOn(later -> rules.indexOf(later) > rules.indexOf(first))
                        .noneMatch(later -> first.admission()
                                .conditions()
                                .containsAll(later.admission().conditions()))));
    }
}
