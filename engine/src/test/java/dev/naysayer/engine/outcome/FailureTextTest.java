package dev.naysayer.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Body;
import dev.naysayer.engine.exchange.Exchange;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.exchange.Request;
import dev.naysayer.engine.exchange.Response;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes a case red is told apart from what only warns, and the first of it with its remedy. */
class FailureTextTest {

    private static final CaseOutcome MIXED = outcome(List.of(
            finding("warns-first", "SHOULD"),
            finding("is-red", "MUST"),
            finding("is-red-too", "MUST"),
            finding("advises", "advice")));

    @Test
    void what_makes_it_red_comes_first_and_is_counted_alone() {
        assertThat(FailureText.of("Case", MIXED, FailureTextTest::isRed)).isEqualToNormalizingNewlines("""
                Case broke 2 of 5 rules

                [is-red] MUST, RFC 1
                  expected  a
                  actual    b
                  because   c

                [is-red-too] MUST, RFC 1
                  expected  a
                  actual    b
                  because   c

                2 more are broken, which do not make it red:

                [warns-first] SHOULD, RFC 1
                  expected  a
                  actual    b
                  because   c

                [advises] advice, RFC 1
                  expected  a
                  actual    b
                  because   c

                To mend [is-red]: e
                """);
    }

    @Test
    void what_is_waived_is_not_counted_and_told_in_a_line_before_the_remedy_of_the_rest() {
        Waived by = new Waived(
                "team-orders", LocalDate.of(2026, 12, 31), "The gateway takes it out.", null, "orders.auth.yaml", 34);
        CaseOutcome half = outcome(List.of(
                finding("is-waived", "MUST").waivedBy(by),
                finding("warns-waived", "SHOULD").waivedBy(by),
                finding("is-red", "MUST")));

        assertThat(FailureText.of("Case", half, FailureTextTest::isRed)).isEqualToNormalizingNewlines("""
                Case broke 1 of 4 rules

                [is-red] MUST, RFC 1
                  expected  a
                  actual    b
                  because   c

                Waived [is-waived], MUST: The gateway takes it out. (team-orders, until 2026-12-31, orders.auth.yaml:34)
                Waived [warns-waived], SHOULD: The gateway takes it out. (team-orders, until 2026-12-31, orders.auth.yaml:34)

                To mend [is-red]: e
                """);
    }

    @Test
    void earlier_tries_are_told_whatever_came_in_the_end() {
        List<String> earlier = List.of("connection refused by http://127.0.0.1:1", "503 of a gateway");

        assertThat(FailureText.of("Case", MIXED.after(earlier), FailureTextTest::isRed))
                .startsWith("""
                Case broke 2 of 5 rules
                  tried      at the third try; first: connection refused by http://127.0.0.1:1; second: 503 of a gateway

                [is-red] MUST, RFC 1
                """);
        assertThat(FailureText.of(
                        "Case",
                        MIXED.without("no answer within 10 s", Move.of(Mover.NETWORK))
                                .after(earlier),
                        FailureTextTest::isRed))
                .isEqualTo(
                        "Case is inconclusive: no answer within 10 s; at the third try; first: connection refused by http://127.0.0.1:1; second: 503 of a gateway");
    }

    @Test
    void where_the_run_is_strict_what_warns_is_red() {
        assertThat(FailureText.of("Case", MIXED, it -> it.fails(true)))
                .startsWith("Case broke 3 of 5 rules")
                .contains("One more is broken, which does not make it red:%n%n[advises]".formatted())
                .endsWith("To mend [warns-first]: e%n".formatted());
    }

    @Test
    void where_all_is_red_nothing_is_said_of_the_rest() {
        assertThat(FailureText.of("Case", outcome(List.of(finding("is-red", "MUST"))), FailureTextTest::isRed))
                .startsWith("Case broke 1 of 2 rules")
                .doesNotContain("more");
    }

    @Test
    void what_was_presented_stands_there_in_words_and_as_it_was_sent_and_nothing_that_everybody_sends() {
        List<Header> sent = List.of(
                new Header("Host", "orders.example"),
                new Header("authorization", "Bearer\t***redacted***"),
                new Header("Authorization", "Bearer "),
                new Header("X-Api-Key", "a made-up key"),
                new Header("Accept", "application/json"),
                new Header("user-agent", "Naysayer"));

        assertThat(FailureText.of(
                        "Case",
                        outcome(List.of(finding("is-red", "MUST")), sent("/orders", sent)),
                        FailureTextTest::isRed))
                .isEqualToNormalizingNewlines("""
                        Case broke 1 of 2 rules
                          presented  no credential
                          sent       GET /orders
                                     authorization: Bearer␉***redacted***
                                     Authorization: Bearer
                                     X-Api-Key: a made-up key

                        [is-red] MUST, RFC 1
                          expected  a
                          actual    b
                          because   c

                        To mend [is-red]: e
                        """);
    }

    @Test
    void who_has_sent_it_elsewhere_is_not_told_what_was_sent() {
        assertThat(FailureText.of(
                        "Case",
                        outcome(List.of(finding("is-red", "MUST")), sent("", List.of())),
                        FailureTextTest::isRed))
                .doesNotContain("presented", "sent");
    }

    @Test
    void what_an_answer_says_harms_no_console_and_a_message_has_an_end() {
        Finding strange = new Finding(
                "r",
                "MUST",
                "rfc6750",
                null,
                "RFC 1",
                null,
                "s",
                "c",
                "d",
                "e",
                "violated",
                "a",
                "\u009b31m\u202e\r\u3164",
                null);
        List<Finding> many = IntStream.range(0, 500)
                .mapToObj(i -> finding("rule-" + i, "MUST"))
                .toList();

        assertThat(FailureText.of("Case", outcome(List.of(strange)), FailureTextTest::isRed))
                .contains("actual    ⟨U+009B⟩31m⟨U+202E⟩␍⟨U+3164⟩");
        assertThat(FailureText.of("Case", outcome(many), FailureTextTest::isRed))
                .hasSizeLessThan(8_100)
                .startsWith("Case broke 500 of 501 rules")
                .endsWith("The report has the rest.%n".formatted());
    }

    @Test
    void what_an_answer_says_is_no_command_of_a_build_server() {
        String answer = "x\n::error::injected\n   ::stop-commands::t\r\n##[error]x\n##vso[task.complete]x";

        assertThat(FailureText.of(
                                "::warning::Case",
                                outcome(List.of(finding("r", "MUST", "violated", answer))),
                                FailureTextTest::isRed)
                        .lines())
                .noneMatch(line -> line.strip().startsWith("::"))
                .noneMatch(line -> line.contains("##["))
                .noneMatch(line -> line.contains("##vso["))
                .anyMatch(line -> line.endsWith("⟨::⟩stop-commands::t"));
        assertThat(FailureText.of(
                                "Case",
                                outcome(List.of()).without(answer, Move.of(Mover.SUITE)),
                                FailureTextTest::isRed)
                        .lines())
                .noneMatch(line -> line.strip().startsWith("::"));
    }

    @Test
    void of_a_long_head_is_kept_what_somebody_reads() {
        List<Header> head = IntStream.range(0, 900)
                .mapToObj(i -> new Header("X-" + i, "a".repeat(60_000)))
                .toList();
        Transcript kept = Transcript.of(
                new Exchange.Answered(
                        new Request("GET", "/", List.of(), null),
                        new Response(401, head, new Body(new byte[0], false), List.of())),
                false);

        assertThat(kept.responseHeaders())
                .hasSize(3)
                .last()
                .isEqualTo(new Header("…", "898 more field lines are not kept"));
        assertThat(kept.responseHeaders().get(1).value()).endsWith("… (60,000 characters)");
    }

    private static Transcript sent(String uri, List<Header> headers) {
        return new Transcript("GET", uri, headers, null, 200, List.of(), null, null, false, false, null);
    }

    private static CaseOutcome outcome(List<Finding> broken) {
        return outcome(broken, null);
    }

    private static CaseOutcome outcome(List<Finding> broken, @Nullable Transcript transcript) {
        List<Finding> findings = new ArrayList<>(broken);
        findings.add(finding("kept", "MUST", "passed", null));
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                7,
                null,
                "GET /orders",
                "no-token",
                "no credential",
                false,
                OutcomeKind.VIOLATION,
                null,
                findings,
                transcript);
    }

    private static boolean isRed(Finding finding) {
        return finding.fails(false);
    }

    private static Finding finding(String rule, String level) {
        return finding(rule, level, "violated", "a");
    }

    private static Finding finding(String rule, String level, String verdict, @Nullable String expected) {
        return new Finding(
                rule, level, "rfc6750", null, "RFC 1", null, "s", "c", "d", "e", verdict, expected, "b", null);
    }
}
