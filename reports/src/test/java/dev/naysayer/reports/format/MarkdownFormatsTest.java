package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.HostileRun;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of the summary and of the comment sees, after the Markdown was read as GitHub reads it. */
class MarkdownFormatsTest {

    private static final List<org.commonmark.Extension> AS_GITHUB =
            List.of(TablesExtension.create(), AutolinkExtension.create());

    static Stream<ReportFormat> formats() {
        return Stream.of(new SummaryFormat(), new CommentFormat());
    }

    @Test
    void the_summary_has_the_worst_first_then_what_was_not_judged_then_the_totals() {
        Document page = rendered(Written.by(new SummaryFormat(), RecordedRun.document()));

        assertThat(page.select("h2").text()).startsWith("❌ Naysayer: 3 of 14 cases break the contract.");
        assertThat(page.select("h3").eachText())
                .containsExactly(
                        "❌ The error code says what is wrong with the token",
                        "❌ The answer has the status that the suite declares",
                        "❌ HEAD is refused as GET is",
                        "❔ inconclusive",
                        "❔ misconfigured",
                        "⚠️ A refusal is not kept by caches",
                        "❔ not obtainable",
                        "Totals");
        assertThat(page.select("h2 + ul li").eachText())
                .containsExactly(
                        "Gate fail-on must: BROKEN by Orders API (4 fail, 1 could not be judged), Billing API (1 could not be judged)");
        assertThat(page.expectFirst("h3 + p").text()).isEqualTo("2 cases. The move is up to the API.");
        assertThat(page.select("table tr").eachText())
                .containsExactly(
                        "suite cases conforming warnings violations inconclusive misconfigured not obtainable not"
                                + " applicable comparisons",
                        "Orders API 13 5 2 3 1 0 1 1 4 comparisons: 1 conforming, 1 warning, 1 violation, 1 not"
                                + " applicable",
                        "Billing API 1 0 0 0 0 1 0 0 –");
    }

    @Test
    void the_summary_has_what_changed_before_all_else() {
        Document page = rendered(Written.by(new SummaryFormat(), RecordedRun.compared()));

        assertThat(page.expectFirst("h3").text())
                .isEqualTo("Since the baseline: "
                        + Objects.requireNonNull(RecordedRun.compared().changes())
                                .sentence());
        assertThat(page.expectFirst("h3 + p strong").text()).isEqualTo("New");
        assertThat(page.select("h3 + p + ul code").eachText())
                .contains(
                        "Orders API › GET /orders/{id} › wrong-audience › status-is-as-declared",
                        "was 401 with a challenge, is 200 without: clients decide by the status what to do next");
    }

    @Test
    void what_is_waived_stands_apart_with_who_answers_for_it() {
        Document summary = rendered(Written.by(new SummaryFormat(), RecordedRun.waived()));
        Document comment = rendered(Written.by(new CommentFormat(), RecordedRun.waived()));

        assertThat(summary.select("h3").eachText())
                .contains("Waived")
                .doesNotContain("❌ The error code says what is wrong with the token");
        assertThat(summary.select("h3:contains(Waived) + ul").text())
                .isEqualTo("2 findings until 2026-03-31, for team-orders@example.com, orders.auth.yaml:34:"
                        + " The gateway is replaced in March.");
        assertThat(comment.select("h3").text())
                .isEqualTo("Naysayer: 2 violations, 4 warnings, 2 cases not judged, 2 findings waived");
    }

    @Test
    void the_comment_names_the_findings_and_how_to_mend_them() {
        Document page = rendered(Written.by(new CommentFormat(), RecordedRun.document()));

        assertThat(page.select("h3").text()).isEqualTo("Naysayer: 4 violations, 4 warnings, 2 cases not judged");
        assertThat(page.expectFirst("p").text())
                .isEqualTo("The error code says what is wrong with the token (MUST, RFC 6750 section 3.1,"
                        + " bearer-error-matches): Send the code that fits.");
        assertThat(page.expectFirst("ul").select("code").eachText())
                .containsExactly(
                        "Orders API › GET /orders › expired-token", "Orders API › GET /orders/{id} › expired-token");
    }

    @Test
    void the_comment_is_the_same_to_the_byte_while_the_set_of_findings_is() {
        RunDocument document = RecordedRun.document();
        List<CaseOutcome> outcomes = new ArrayList<>(RecordedRun.outcomes());
        Collections.reverse(outcomes);
        // Another run, in another order, whose answers and lines say something else.
        RunDocument other = RecordedRun.document(
                new Run(
                        "another",
                        List.of("r-2"),
                        Instant.EPOCH,
                        Instant.EPOCH.plusSeconds(1),
                        List.of(),
                        null,
                        List.of()),
                RecordedRun.document(
                                outcomes.stream()
                                        .map(MarkdownFormatsTest::answeredOtherwise)
                                        .toList(),
                                RecordedRun.comparisons())
                        .cases(),
                document.comparisons());

        assertThat(comment(other)).isEqualTo(comment(document));
    }

    @Test
    void the_comment_changes_its_first_line_where_a_finding_comes_or_goes_also_one_that_it_does_not_name() {
        List<CaseOutcome> many =
                IntStream.range(0, 20).mapToObj(MarkdownFormatsTest::broken).toList();
        List<CaseOutcome> one = new ArrayList<>(many);
        one.set(19, broken(99));

        String before = comment(RecordedRun.document(many, List.of()));
        String after = comment(RecordedRun.document(one, List.of()));
        assertThat(first(before)).startsWith(CommentFormat.MARKER).isNotEqualTo(first(after));
        assertThat(before.substring(before.indexOf('\n'))).isEqualTo(after.substring(after.indexOf('\n')));
    }

    @Test
    void the_summary_is_never_longer_than_github_takes_and_says_what_it_left_out() {
        // No long word with a number in it: that would be taken for a trace id, and all of them for one cause.
        String text = "x ".repeat(145) + "é";
        List<CaseOutcome> outcomes = IntStream.range(0, 3_000)
                .mapToObj(it -> outcome(it, OutcomeKind.INCONCLUSIVE, it + text, List.of()))
                .toList();
        String summary = Written.by(new SummaryFormat(), RecordedRun.document(outcomes, List.of()));

        assertThat(summary.getBytes(StandardCharsets.UTF_8).length).isBetween(900_000, 1_048_576);
        assertThat(summary).contains("more causes had to be left out here").contains("### Totals");
    }

    @Test
    void the_comment_is_never_longer_than_github_takes() {
        List<CaseOutcome> outcomes = IntStream.range(0, 400)
                .mapToObj(it -> outcome(
                        it,
                        OutcomeKind.VIOLATION,
                        null,
                        List.of(named(
                                "rule-" + it / 8,
                                RecordedRun.outcomes().stream()
                                        .flatMap(one -> one.violations().stream())
                                        .findFirst()
                                        .orElseThrow()))))
                .toList();

        assertThat(comment(RecordedRun.document(outcomes, List.of())))
                .hasSizeLessThan(65_536)
                .contains("and 20 more rules");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hostile_texts_are_text_where_markdown_is_read(ReportFormat format) {
        Document page = rendered(Written.by(format, HostileRun.document()));

        assertThat(page.select("img, script, svg, style, title, textarea, b, h1, a[href*=evil]"))
                .isEmpty();
        // Nobody is called, and nothing is referred to, but in code.
        page.select("code, pre").remove();
        page.getAllElements().stream().flatMap(it -> it.textNodes().stream()).forEach(MarkdownFormatsTest::isHarmless);
    }

    private static void isHarmless(TextNode node) {
        assertThat(node.getWholeText())
                .doesNotContainPattern("@\\w")
                .doesNotContainPattern("#\\d")
                .doesNotContain("\u001b", "\u202E", "\u2028", "\u0000");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_hostile_text_can_be_read(ReportFormat format) {
        String read = rendered(Written.by(format, HostileRun.document())).wholeText();

        assertThat(read)
                .contains(
                        "<script>alert(1)</script>",
                        "`one` ``two`` ```three```",
                        "a | b \\| c",
                        "@octocat and @org/team, see #1",
                        "![image](https://evil.example/x.png)",
                        "::error::injected");
    }

    private static String comment(RunDocument document) {
        return Written.by(new CommentFormat(), document);
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static Document rendered(String markdown) {
        String html = HtmlRenderer.builder()
                .extensions(AS_GITHUB)
                .build()
                .render(Parser.builder().extensions(AS_GITHUB).build().parse(markdown));
        return Jsoup.parse(html);
    }

    private static CaseOutcome answeredOtherwise(CaseOutcome it) {
        return new CaseOutcome(
                it.suite(),
                it.file(),
                it.line() + 1,
                it.target(),
                it.operation(),
                it.scenario(),
                it.meaning(),
                it.control(),
                it.kind(),
                it.reason() == null ? null : "another reason",
                it.findings().stream()
                        .map(finding -> finding.violated() ? finding.saying("x", "trace 4711", null) : finding)
                        .toList(),
                it.quiet(),
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static CaseOutcome broken(int number) {
        return outcome(
                number,
                OutcomeKind.VIOLATION,
                null,
                RecordedRun.outcomes().stream()
                        .flatMap(it -> it.violations().stream())
                        .limit(1)
                        .toList());
    }

    private static CaseOutcome outcome(
            int number, OutcomeKind kind, @org.jspecify.annotations.Nullable String reason, List<Finding> findings) {
        return new CaseOutcome(
                "S " + "long ".repeat(50),
                "s.auth.yaml",
                1,
                null,
                "GET /%03d".formatted(number),
                "no-token",
                "m",
                false,
                kind,
                reason,
                findings,
                null);
    }

    private static Finding named(String rule, Finding it) {
        return new Finding(
                rule,
                it.level(),
                it.profile(),
                it.because(),
                it.source(),
                it.link(),
                it.summary(),
                it.why(),
                it.clients(),
                it.fix(),
                it.verdict(),
                it.expected(),
                it.actual(),
                it.reason());
    }
}
