package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.rule.answer.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class OutcomeJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"no\" and 'never'",
                "back\\slash / slash",
                "line\nfeed\r\n\ttab",
                "\u0000\u0001\u0008\u001b[31m\u007f\u0085",
                "emoji \uD83D\uDE45 and \u202E right to left \u05D0",
                "</script><script>alert(1)</script>",
                "]]> <![CDATA[ <!-- -->",
                "\uD800 alone",
                "",
            })
    void hostile_text_comes_back_unchanged_and_travels_as_printable_ascii(String text) {
        CaseOutcome outcome = outcomeSaying(text);

        Map<String, String> entries = new OutcomeWriter().write(outcome);

        assertThat(new OutcomeReader().outcome(entries)).contains(outcome);
        assertThat(entries.values()).hasSize(2).allMatch(json -> json.matches("[\\x20-\\x7f]*"));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_comes_back(OutcomeKind kind) {
        CaseOutcome outcome = silent(kind);

        assertThat(new OutcomeReader().outcome(new OutcomeWriter().write(outcome)))
                .contains(outcome);
    }

    @Test
    void members_stand_in_the_order_of_the_record() {
        assertThat(new OutcomeWriter().write(silent(OutcomeKind.CONFORMING)))
                .containsExactly(
                        entry(
                                OutcomeJson.SHARED_KEY,
                                "{\"form\":2,\"suites\":{\"5d9859ec25ef\":{\"name\":\"Orders API\",\"file\":\"orders.auth.yaml\",\"target\":null}},\"rules\":{},\"quiet\":{}}"),
                        entry(
                                OutcomeJson.REPORT_ENTRY_KEY,
                                "{\"form\":2,\"suite\":\"5d9859ec25ef\",\"line\":7,\"operation\":\"GET /orders\",\"scenario\":\"no-token\",\"meaning\":\"no credential\","
                                        + "\"control\":false,\"kind\":\"CONFORMING\",\"reason\":null,\"findings\":[],\"quiet\":null,\"transcript\":null}"));
    }

    @Test
    void what_outcomes_share_travels_with_the_first_of_them() {
        OutcomeWriter writer = new OutcomeWriter();
        OutcomeReader reader = new OutcomeReader();
        CaseOutcome first = judged("no-token", finding("no-store", "not applicable", "SHOULD"));
        CaseOutcome second = judged("expired-token", finding("no-store", "not applicable", "SHOULD"));

        Map<String, String> one = writer.write(first);
        Map<String, String> other = writer.write(second);

        assertThat(one.get(OutcomeJson.SHARED_KEY)).contains("Orders API", "no-store", "why 401");
        assertThat(other).containsOnlyKeys(OutcomeJson.REPORT_ENTRY_KEY);
        assertThat(reader.outcome(one)).contains(first);
        assertThat(reader.outcome(other)).contains(second);
        assertThat(reader.rules()).containsOnlyKeys("no-store");
        assertThat(reader.rules()).containsEntry("no-store", RuleWords.named("no-store"));
    }

    @Test
    void a_finding_says_how_binding_it_is_only_where_that_is_not_as_the_rule_says() {
        OutcomeWriter writer = new OutcomeWriter();
        RuleWords words = Objects.requireNonNull(RuleWords.named("no-store"));
        Finding asTheRule = new FindingForm("no-store", "violated", "e", "a", null, null).with(words);
        Finding milder = finding("no-store", "violated", "MAY");

        Map<String, String> plain = writer.write(judged("no-token", asTheRule));
        Map<String, String> bound = writer.write(judged("no-token", milder));

        assertThat(plain.get(OutcomeJson.REPORT_ENTRY_KEY)).contains("\"instead\":null");
        assertThat(bound.get(OutcomeJson.REPORT_ENTRY_KEY))
                .contains("\"instead\":{\"level\":\"MAY\",\"profile\":\"house\",\"because\":\"ours\"");
        assertThat(plain.get(OutcomeJson.REPORT_ENTRY_KEY)).doesNotContain(words.why());
    }

    @Test
    void a_case_that_conforms_costs_about_a_kilobyte() {
        OutcomeWriter writer = new OutcomeWriter();
        List<Finding> all = Rules.ALL.stream()
                .map(rule -> finding(rule.info().id(), "not applicable", "MUST"))
                .toList();

        writer.write(judged("no-token", all.toArray(Finding[]::new)));
        Map<String, String> second = writer.write(judged("no-token", all.toArray(Finding[]::new)));

        assertThat(second.values().stream().mapToInt(String::length).sum()).isLessThan(300);
    }

    @Test
    void what_no_entry_before_explains_is_an_error() {
        OutcomeWriter writer = new OutcomeWriter();
        writer.write(silent(OutcomeKind.CONFORMING));
        Map<String, String> second = writer.write(silent(OutcomeKind.CONFORMING));

        assertThatThrownBy(() -> new OutcomeReader().outcome(second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which no entry before it explains");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"suite\"|\"suit\"",
                "\"reason\":null,|``",
                "\"line\":7|\"line\":7,\"line\":8",
                "\"form\":2|\"form\":3",
                "\"form\":2,|``",
                "}|}{}"
            })
    void a_member_that_is_unknown_missing_or_repeated_is_an_error_and_so_is_another_form(String right, String wrong) {
        Map<String, String> entries = new HashMap<>(new OutcomeWriter().write(silent(OutcomeKind.CONFORMING)));
        entries.computeIfPresent(OutcomeJson.REPORT_ENTRY_KEY, (key, json) -> json.replace(right, wrong));

        assertThatThrownBy(() -> new OutcomeReader().outcome(entries)).isInstanceOf(JacksonException.class);
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

    private static CaseOutcome outcomeSaying(String text) {
        RuleWords words = Objects.requireNonNull(RuleWords.named("no-store"));
        Finding finding = new FindingForm(
                        "no-store", "violated", text, text, null, new FindingForm.Binding(text, text, text, text, text))
                .with(words);
        Finding silent = new FindingForm("nosniff", "not applicable", null, null, text, null).with(words);
        var transcript = new Transcript(
                text,
                text,
                List.of(new Header(text, text)),
                text,
                401,
                List.of(new Header(text, text)),
                text,
                text,
                true,
                true,
                null);
        return new CaseOutcome(
                text,
                text,
                7,
                text,
                text,
                text,
                text,
                false,
                OutcomeKind.VIOLATION,
                text,
                List.of(finding, silent),
                transcript);
    }
}
