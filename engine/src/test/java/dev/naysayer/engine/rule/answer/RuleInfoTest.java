package dev.naysayer.engine.rule.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.comparison.Comparison;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.standard.SpecReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** How every rule puts its words. */
class RuleInfoTest {

    static final List<Rule> RULES = Rules.ALL;

    static final List<RuleInfo> INFOS = Stream.concat(
                    Rules.ALL.stream().map(Rule::info), Comparisons.ALL.stream().map(Comparison::info))
            .toList();

    static final List<Rule> OF_THEIR_OWN_CLASS =
            RULES.stream().filter(rule -> !(rule instanceof Enum)).toList();

    static final List<Rule> DATA = Stream.<Rule[]>of(
                    Leak.values(), JwtRule.values(), CarriageRule.values(), DigestRule.values(), StepUpParam.values())
            .flatMap(Arrays::stream)
            .toList();

    @ParameterizedTest
    @FieldSource("OF_THEIR_OWN_CLASS")
    void an_id_is_the_class_name_in_kebab_case(Rule rule) {
        assertThat(rule.info().id()).isEqualTo(kebab(rule.getClass()));
    }

    /** Rules that are data of one class share its name, so each has that of its constant. */
    @ParameterizedTest
    @FieldSource("DATA")
    void an_id_of_a_rule_that_is_data_is_the_name_of_its_constant(Rule rule) {
        assertThat(rule.info().id())
                .isEqualTo(((Enum<?>) rule).name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Test
    void every_rule_that_is_data_is_a_rule() {
        assertThat(DATA.stream().filter(rule -> !RULES.contains(rule)))
                .as("constants without a line in Rules")
                .isEmpty();
        assertThat(RULES.stream().filter(rule -> rule instanceof Enum)).isSubsetOf(DATA);
    }

    @Test
    void ids_are_unique() {
        assertThat(INFOS).isNotEmpty().extracting(RuleInfo::id).doesNotHaveDuplicates();
    }

    @Test
    void an_id_of_a_comparison_is_its_name_too() {
        assertThat(Comparisons.ALL)
                .allSatisfy(comparison -> assertThat(comparison.info().id())
                        .isEqualTo(
                                comparison instanceof Enum<?> constant
                                        ? constant.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')
                                        : kebab(comparison.getClass())));
    }

    private static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @FieldSource("INFOS")
    void a_summary_is_one_short_sentence_without_its_period(RuleInfo rule) {
        assertThat(rule.summary())
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(100)
                .doesNotContain(". ", "\n")
                .doesNotEndWith(".");
    }

    @ParameterizedTest
    @FieldSource("INFOS")
    void reason_consequence_and_remedy_are_sentences(RuleInfo rule) {
        assertThat(List.of(rule.why(), rule.clients(), rule.fix()))
                .doesNotHaveDuplicates()
                .allSatisfy(text ->
                        assertThat(text).endsWith(".").doesNotEndWith("..").doesNotContain("\n"));
    }

    @ParameterizedTest
    @FieldSource("INFOS")
    void a_source_is_named_and_its_link_is_https(RuleInfo rule) {
        SpecReference source = rule.source();

        assertThat(source.text()).isNotBlank();
        if (source.link() == null) {
            assertThat(source).isEqualTo(SpecReference.SUITE);
        } else {
            assertThat(source.link()).startsWith("https://").doesNotContain(" ");
        }
    }

    @Test
    void a_source_is_a_standard_and_its_section() {
        assertThat(SpecReference.rfc(6750, "3.1"))
                .returns("RFC 6750", SpecReference::standard)
                .returns("3.1", SpecReference::section);
        assertThat(SpecReference.asvs("16.5.1"))
                .returns("OWASP ASVS 5.0", SpecReference::standard)
                .returns("16.5.1", SpecReference::section)
                .returns(
                        "https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x25-V16-Security-Logging-and-Error-Handling.md",
                        SpecReference::link);
        assertThat(SpecReference.internetDraft("OAuth 2.1 draft", "draft-ietf-oauth-v2-1", "5.1"))
                .returns("OAuth 2.1 draft", SpecReference::standard)
                .returns("5.1", SpecReference::section)
                .returns(
                        "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-5.1", SpecReference::link);
        assertThat(SpecReference.SUITE)
                .returns("the suite", SpecReference::standard)
                .returns("", SpecReference::section);
    }
}
