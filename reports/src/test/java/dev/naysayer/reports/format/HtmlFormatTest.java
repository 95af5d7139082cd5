package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** On a difference the page as it is now lies in {@code target/golden/index.html}: look at it, then copy it over. */
class HtmlFormatTest {

    private static final String HOSTILE =
            "</pre></code></title></style><script>alert(1)</script><img src=x onerror=alert(1)>\""
                    + " onmouseover=\"alert(1)\" ' style='x ]]> --> {{x}} ${x} \u0000\u001b[31m \u202E desrever \u05D0 🙅"
                    + " &amp;";

    /** It names every rule that there is: a new one is no news here. */
    private static final Pattern COVERAGE =
            Pattern.compile("<section id=\"_coverage\".*?</section>\n+", Pattern.DOTALL);

    @Test
    void a_recorded_run_gives_the_expected_page() throws IOException {
        String page = COVERAGE.matcher(render(RecordedRun.document())).replaceFirst("");

        Path actual = Path.of("target", "golden", "index.html");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, page);
        try (var expected = HtmlFormatTest.class.getResourceAsStream("index.html")) {
            assertThat(expected).as("the golden page").isNotNull();
            assertThat(page)
                    .as("compare with %s", actual)
                    .isEqualToNormalizingNewlines(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_page_says_things_in_the_order_in_which_they_matter() {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        assertThat(page.select(".headline").text())
                .isEqualTo(
                        "3 of 14 cases break the contract. 1 of 4 comparisons breaks it. 2 cases could not be judged. 1 case does not apply."
                                + " 1 credential was not obtainable.");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "What is new",
                        "What to look at first",
                        "Summary",
                        "Operations and scenarios",
                        "Answers compared",
                        "Every case",
                        "Coverage of the contract",
                        "Rules that leave nothing to say",
                        "Rules",
                        "The run");
        assertThat(page.select(".looks summary > .mark").eachText())
                .containsExactly(
                        "✕ violation",
                        "✕ violation",
                        "✕ violation",
                        "? inconclusive",
                        "⊘ misconfigured",
                        "! warning",
                        "… not obtainable");
    }

    @Test
    void the_policy_allows_the_one_style_and_the_one_script_and_nothing_else() throws Exception {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        assertThat(page.select("style")).hasSize(1);
        String hash = hash(page.select("style"));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; script-src 'sha256-%s'"
                                .formatted(hash, hash(page.select("script"))));
    }

    private static String hash(Elements one) throws Exception {
        byte[] text = one.get(0).data().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    }

    @Test
    void the_page_has_one_script_of_ours_and_needs_no_other_file() {
        assertThatIsInert(Jsoup.parse(render(RecordedRun.document())));
    }

    @Test
    void every_link_inside_the_page_leads_somewhere_and_every_place_is_unique() {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        List<String> places = page.select("[id]").eachAttr("id");
        assertThat(places).doesNotHaveDuplicates().contains("orders-api-get-orders-expired-token");
        assertThat(page.select("a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(places).contains(href.substring(1)));
    }

    @Test
    void a_case_leads_to_what_is_told_once_for_all_answers() {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        assertThat(page.select("#orders-api-get-orders-no-token .rest .quiet a[href^=#]"))
                .singleElement()
                .returns("refusal-is-not-stored", Element::text)
                .satisfies(link -> assertThat(page.select(link.attr("href"))
                                .select(".evidence")
                                .text())
                        .contains("9 of 10 answers, all but POST /orders › no-token: no Cache-Control"));
    }

    @Test
    void hostile_text_stays_text() {
        CaseOutcome outcome = hostile();
        String html = render(RecordedRun.document(List.of(outcome, outcome), List.of()));

        assertThat(html.split("<script", -1)).as("ours alone").hasSize(2);
        assertThat(html).doesNotContain("<img", "\u0000", "\u001b", "\u202E");
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).isEmpty();
        assertThatIsInert(page);
        assertThat(page.select(".wire pre").get(1).wholeText())
                .endsWith("␀␛[31m ⟨U+202E⟩ desrever \u05D0 🙅 &amp;")
                .contains("</pre></code></title></style><script>alert(1)</script>");
        assertThat(page.select("a[href^=javascript]")).isEmpty();
    }

    @Test
    void a_line_end_inside_a_field_does_not_look_like_the_next_field() {
        var transcript = new Transcript(
                "GET",
                "http://a",
                List.of(),
                null,
                401,
                List.of(new Header("X", "a\r\nY: b")),
                "",
                null,
                false,
                false,
                null);

        assertThat(Wire.response(transcript)).isEqualTo("HTTP 401\nX: a␍␊Y: b");
    }

    @Test
    void a_body_that_was_cut_is_told_from_one_that_did_not_end() {
        assertThat(wire(false, false)).doesNotContain("The body was", "The body did");
        assertThat(wire(true, false)).contains("The body was longer; the rest was not kept.");
        assertThat(wire(true, true))
                .contains("The body did not end; this is what came while it was waited for.")
                .doesNotContain("longer");
    }

    @Test
    void a_request_that_was_sent_twice_is_told() {
        assertThat(wire(false, false)).doesNotContain("To know beside it");
        assertThat(wire(new Transcript(
                        "GET",
                        "http://a",
                        List.of(),
                        null,
                        200,
                        List.of(),
                        "data: 1",
                        null,
                        false,
                        false,
                        "the kept connection had ended; sent once more on a new one")))
                .contains("To know beside it: the kept connection had ended; sent once more on a new one.");
    }

    private static String wire(boolean truncated, boolean endless) {
        return wire(new Transcript(
                "GET", "http://a", List.of(), null, 200, List.of(), "data: 1", null, truncated, endless, null));
    }

    private static String wire(Transcript transcript) {
        CaseOutcome first = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.VIOLATION)
                .findFirst()
                .orElseThrow();
        CaseOutcome streamed = new CaseOutcome(
                first.suite(),
                first.file(),
                first.line(),
                first.target(),
                first.operation(),
                first.scenario(),
                first.meaning(),
                first.control(),
                first.kind(),
                first.reason(),
                first.findings(),
                transcript);
        return Jsoup.parse(render(RecordedRun.document(List.of(streamed), List.of())))
                .select("#_cases")
                .text();
    }

    @Test
    void why_a_rule_was_not_tried_is_said_once_and_each_cell_says_which_reason_it_is() {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        List<String> reasons = page.select("#_coverage ol li").eachText();
        List<String> untried = page.select("#_coverage td.quiet").eachText();
        assertThat(reasons).isNotEmpty().doesNotHaveDuplicates();
        assertThat(untried)
                .isNotEmpty()
                .allSatisfy(
                        cell -> assertThat(cell).matches("not tried \\(reason [1-%d]\\)".formatted(reasons.size())));
    }

    @Test
    void a_run_without_a_case_has_no_empty_table_and_claims_nothing() {
        Document page = Jsoup.parse(render(RecordedRun.document(List.of(), List.of())));

        assertThat(page.text()).contains("No case was judged.").doesNotContain("Every case that applies conforms");
        assertThat(page.select("table, #_cases, #_filter, #_coverage")).isEmpty();
    }

    @Test
    void a_run_without_anything_to_look_at_says_so() {
        List<CaseOutcome> conforming = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.CONFORMING)
                .toList();
        Document page = Jsoup.parse(render(RecordedRun.document(conforming, List.of())));

        assertThat(page.select(".headline").text()).isEqualTo("All 5 cases keep the contract.");
        assertThat(page.text()).contains("Nothing. Every case that applies conforms.");
    }

    private static void assertThatIsInert(Document page) {
        assertThat(page.select("script")).singleElement().satisfies(script -> {
            assertThat(script.data()).isEqualTo(PageScript.INSTANCE.text()).doesNotContain("innerHTML", "eval(");
            assertThat(script.attributes()).isEmpty();
        });
        assertThat(page.select("link, iframe, object, embed, img, form, base, svg, video"))
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .allSatisfy(name -> assertThat(name).isNotEqualTo("style").doesNotStartWith("on"));
        assertThat(page.select("[src], [srcset]")).extracting(Element::tagName).isEmpty();
    }

    @Test
    void a_run_that_has_not_finished_says_so_before_all_else_with_who_did_not() {
        Document page = Jsoup.parse(render(RecordedRun.unfinished(
                RunProcess.State.LOST, RecordedRun.outcomes(), List.of("GET /orders › odd-token"))));

        assertThat(page.title()).startsWith("This run has not finished: cases may be missing.");
        assertThat(page.select("main > section").eachText().get(0))
                .startsWith("This run has not finished")
                .contains("Process 4711 was ended before its tests were.", "Orders API", "/home/me/orders");
        assertThat(page.select("main > section").eachText().get(1))
                .contains("Tests without an outcome", "GET /orders › odd-token");
        assertThat(page.select("header time").attr("datetime")).isEqualTo("2026-01-02T03:03:05Z");
        assertThat(page.text()).contains("not finished, begun").doesNotContain("Every case that applies conforms");
    }

    @Test
    void the_page_names_its_run_and_carries_the_stamp_of_its_report() {
        Document page = Jsoup.parse(render(RecordedRun.document()));

        assertThat(page.select("header").text()).contains("run r-7f3a");
        assertThat(page.select("meta[name=naysayer-stamp]").attr("content"))
                .isEqualTo(RecordedRun.document().run().stamp());
    }

    @Test
    void a_case_shows_the_remedy_before_all_else_and_what_it_needs_to_be_understood() {
        Element one = Jsoup.parse(render(RecordedRun.document())).expectFirst("#orders-api-get-orders-expired-token");

        assertThat(one.select(".broken > *").eachAttr("class")).startsWith("finding", "remedy", "evidence");
        assertThat(one.select(".remedy").text()).isEqualTo("To mend: Send the code that fits.");
        assertThat(one.select(".broken").text())
                .contains(
                        "Clients decide from this code whether to refresh the token or to give up.",
                        "They refresh the token or give up.",
                        "Expected by MUST · RFC 6750 section 3.1");
        assertThat(one.select(".broken a[href]").eachAttr("href"))
                .contains("https://www.rfc-editor.org/rfc/rfc6750#section-3.1");
        assertThat(one.select(".facts").text()).contains("orders.auth.yaml:9");
        assertThat(one.select(".wire mark").eachText()).contains("Bearer realm=\"orders\"");
        assertThat(one.select("table.challenge tr").eachText()).containsExactly("scheme Bearer", "realm orders quoted");
        assertThat(Objects.requireNonNull(one.select("pre").last()).wholeText())
                .startsWith("curl --include --path-as-is --request 'GET' \\\n  --header 'Authorization: Bearer ");
    }

    @Test
    void a_case_that_conforms_costs_about_a_kilobyte() {
        List<CaseOutcome> one = RecordedRun.outcomes().subList(1, 2);
        List<CaseOutcome> many = Collections.nCopies(101, one.get(0));
        int each = (render(RecordedRun.document(many, List.of())).length()
                        - render(RecordedRun.document(one, List.of())).length())
                / 100;

        assertThat(each).isLessThan(1100);
    }

    private static String render(RunDocument document) {
        try {
            StringWriter page = new StringWriter();
            new HtmlFormat().write(document, ConformanceReport.of(document), page);
            return page.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseOutcome hostile() {
        var finding = new Finding(
                HOSTILE,
                "MUST",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                "javascript:alert(1)",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                "violated",
                HOSTILE,
                HOSTILE,
                null);
        var passed = new Finding(
                HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, null,
                null, HOSTILE);
        var header = new Header(HOSTILE, HOSTILE);
        var transcript = new Transcript(
                HOSTILE, HOSTILE, List.of(header), HOSTILE, 401, List.of(header), HOSTILE, HOSTILE, true, false, null);
        return new CaseOutcome(
                HOSTILE,
                HOSTILE,
                1,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                false,
                OutcomeKind.VIOLATION,
                HOSTILE,
                List.of(finding, passed),
                transcript);
    }
}
