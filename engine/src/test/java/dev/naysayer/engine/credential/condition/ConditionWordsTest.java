package dev.naysayer.engine.credential.condition;

import static dev.naysayer.engine.rule.RuleInfo.rule;
import static dev.naysayer.engine.standard.Level.MUST;
import static dev.naysayer.engine.standard.SpecReference.rfc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.CredentialCondition;
import dev.naysayer.engine.rule.RuleInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every condition can be found, understood, and traced back to where its expectation is written down. */
class ConditionWordsTest {

    static final List<ConditionInfo> CONDITIONS =
            CredentialConditions.ALL.stream().map(CredentialCondition::info).toList();

    /** What differs twice, because one change brings the other with it. */
    private static final Set<String> SEVERAL_FACTS = Set.of(
            "token-request-by-get",
            "payload-not-base64url",
            "header-not-json",
            "payload-truncated",
            "payload-tampered",
            "alg-none",
            "alg-none-junk-signature",
            "alg-none-two-parts",
            "alg-none-title-case",
            "alg-none-title-case-junk-signature",
            "alg-none-title-case-two-parts",
            "alg-none-upper-case",
            "alg-none-upper-case-junk-signature",
            "alg-none-upper-case-two-parts",
            "alg-none-mixed-case",
            "alg-none-mixed-case-junk-signature",
            "alg-none-mixed-case-two-parts",
            "hmac-public-key-pem",
            "hmac-public-key-pem-newline",
            "hmac-public-key-der",
            "hmac-public-key-jwk",
            "hmac-public-key-modulus",
            "alg-key-mismatch",
            "hmac-secret",
            "hmac-empty-key",
            "psychic-signature",
            "psychic-signature-der",
            "jwk-embedded",
            "jku-foreign",
            "x5u-foreign",
            "x5c-self-signed",
            "crit-unknown",
            "b64-false",
            "id-token",
            "logout-token",
            "dpop-proof",
            "nested-unsigned");

    @Test
    void a_remedy_of_its_own_is_a_sentence_and_only_where_an_api_may_let_it_in_wrongly() {
        assertThat(CONDITIONS.stream().filter(it -> it.fix() != null))
                .hasSizeGreaterThan(5)
                .allSatisfy(it -> {
                    assertThat(it.fix()).matches("[A-Z].*\\.");
                    assertThat(it.positive()).as(it.name()).isFalse();
                });
    }

    @Test
    void a_rule_about_letting_in_tells_the_remedy_of_the_condition_or_its_own() {
        RuleInfo rule = rule("let-in", MUST, rfc(6750, "3"))
                .summary("s")
                .why("w")
                .clients("c")
                .fix("f");

        assertThat(rule.of(CredentialConditions.named("no-csrf-token").info()).fix())
                .contains("that of the session");
        assertThat(rule.of(CredentialConditions.named("bad-signature").info()).fix())
                .isEqualTo("f");
    }

    @Test
    void no_two_conditions_have_one_name() {
        assertThat(CONDITIONS).extracting(ConditionInfo::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("CONDITIONS")
    void its_words_are_plain(ConditionInfo condition) {
        assertThat(condition.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(condition.meaning()).isNotBlank().doesNotEndWith(".").doesNotContain(". ");
        assertThat(condition.why()).matches("[A-Z].*\\.").doesNotContain(". ");
        assertThat(condition.changes()).isNotEmpty();
    }

    @Test
    void a_jwt_changes_in_more_than_one_fact_only_where_it_has_to() {
        assertThat(CONDITIONS)
                .filteredOn(condition -> condition.group() == ConditionGroup.JWT)
                .filteredOn(condition -> condition.changes().size() > 1 != SEVERAL_FACTS.contains(condition.name()))
                .extracting(ConditionInfo::name)
                .as(
                        "conditions that name several facts and are not in SEVERAL_FACTS of this test, or the other way round")
                .isEmpty();
    }

    @Test
    void every_group_has_conditions_for_every_api() {
        Set<ConditionGroup> groups =
                CONDITIONS.stream().map(ConditionInfo::group).collect(Collectors.toSet());

        assertThat(groups)
                .allSatisfy(group -> assertThat(CONDITIONS)
                        .anyMatch(condition -> condition.group() == group && condition.core() && condition.safe()));
    }
}
