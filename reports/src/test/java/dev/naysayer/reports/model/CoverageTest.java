package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.reports.LargeRun;
import dev.naysayer.reports.RecordedRun;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final String NO_STORE = "no-store";
    private static final String EXPIRY = "expiry-checked";
    private static final String ALLOW = "allow-follows-405";
    private static final String NOSNIFF = "nosniff";

    @Test
    void a_rule_counts_the_answers_that_break_and_that_keep_it() {
        SuiteCoverage suite = suite(
                judged("GET /a", "no-token", List.of(), NO_STORE),
                judged("GET /a", "expired-token", List.of(finding(NO_STORE, "violated")), EXPIRY),
                judged("GET /a", "wrong-audience", List.of(finding(EXPIRY, "inconclusive")), NO_STORE));

        assertThat(cell(suite, NO_STORE, 0)).isEqualTo(new CoverageCell(1, 0, 2, null));
        assertThat(cell(suite, NO_STORE, 0).state()).isEqualTo(RuleState.BROKEN);
        assertThat(cell(suite, EXPIRY, 0)).isEqualTo(new CoverageCell(0, 1, 1, null));
        assertThat(cell(suite, EXPIRY, 0).state()).isEqualTo(RuleState.UNDECIDED);
        assertThat(suite.groups().get(0).get(suite.headings().indexOf("Caches")))
                .returns(1, SuiteCoverage.Group::tested)
                .returns(1, SuiteCoverage.Group::broken);
        assertThat(suite.groups().get(0).get(suite.headings().indexOf("The body")))
                .returns(0, SuiteCoverage.Group::tested)
                .returns(0, SuiteCoverage.Group::broken);
    }

    @Test
    void what_is_told_once_for_all_answers_is_broken_by_each_of_them() {
        SuiteCoverage suite = suite(
                silent("GET /a", "no-token", Rules.BROKEN_TOGETHER, NOSNIFF),
                silent("GET /a", "expired-token", "there is no body", NOSNIFF));

        assertThat(cell(suite, NOSNIFF, 0)).isEqualTo(new CoverageCell(1, 0, 0, null));
    }

    @Test
    void a_rule_that_had_nothing_to_judge_says_why() {
        SuiteCoverage suite = suite(
                control("GET /a", ALLOW, "it is the good credential"),
                silent("GET /a", "no-token", "the status is 401", ALLOW),
                judged("GET /b", "no-token", List.of(), ALLOW),
                judged("GET /c", "no-token", List.of(), NO_STORE));

        assertThat(cell(suite, ALLOW, 0)).isEqualTo(CoverageCell.untested("the status is 401"));
        assertThat(cell(suite, ALLOW, 1).tested()).isTrue();
        assertThat(cell(suite, ALLOW, 2)).isEqualTo(CoverageCell.untested("no case here is what it speaks of"));
        assertThat(suite.untested()).isEmpty();
        assertThat(suite.reasons()).containsExactly("the status is 401", "no case here is what it speaks of");
    }

    @Test
    void a_case_that_could_not_be_judged_is_the_reason_where_its_rule_judges_elsewhere() {
        SuiteCoverage suite = suite(
                silent("GET /a", "no-token", "a credential was not presented", EXPIRY),
                unjudged("GET /a", "expired-token", OutcomeKind.NOT_OBTAINABLE, "no source waits"),
                judged("GET /b", "expired-token", List.of(), EXPIRY));

        assertThat(cell(suite, EXPIRY, 0).because()).isEqualTo("expired-token is not obtainable: no source waits");
    }

    @Test
    void operations_of_which_the_rules_say_the_same_stand_together() {
        SuiteCoverage suite = suite(
                judged("GET /a", "no-token", List.of(), NO_STORE),
                judged("GET /b", "no-token", List.of(finding(NO_STORE, "violated"))),
                judged("GET /c", "no-token", List.of(), NO_STORE),
                judged("GET /c", "expired-token", List.of(), NO_STORE));

        assertThat(suite.operations())
                .extracting(SuiteCoverage.Operations::title, SuiteCoverage.Operations::names)
                .containsExactly(
                        tuple("GET /a and 1 like it", List.of("GET /a", "GET /c")), tuple("GET /b", List.of("GET /b")));
        assertThat(cell(suite, NO_STORE, 0).kept()).isEqualTo(3);
    }

    @Test
    void a_rule_that_judged_nothing_at_any_operation_stands_with_others_of_its_reason() {
        SuiteCoverage suite = suite(
                silent("GET /a", "no-token", "the status is 401", ALLOW, NO_STORE),
                silent("GET /b", "no-token", "the status is 401", ALLOW, NO_STORE),
                silent("GET /b", "expired-token", "there is no cache", NO_STORE, EXPIRY));

        assertThat(suite.rules()).isEmpty();
        assertThat(suite.untested())
                .containsExactly(
                        new UntestedRules("each has a reason of its own", List.of(EXPIRY)),
                        new UntestedRules("the status is 401", List.of(ALLOW, NO_STORE)));
    }

    @Test
    void clauses_count_verdicts_and_operations_and_those_that_nothing_was_judged_by_are_there() {
        Coverage coverage = coverage(
                judged("GET /a", "no-token", List.of(), NO_STORE),
                judged("GET /b", "no-token", List.of(finding(NO_STORE, "violated"))));

        assertThat(clause(coverage, NO_STORE))
                .returns(2, ClauseCoverage::operations)
                .returns(1, ClauseCoverage::broken)
                .returns(1, ClauseCoverage::kept)
                .satisfies(it -> assertThat(it.link()).startsWith("https://"));
        assertThat(clause(coverage, EXPIRY).tested()).isFalse();
        assertThat(coverage.summary()).matches("1 of \\d+ clauses were tried, at 2 operations");
    }

    @Test
    void rules_over_several_answers_count_by_clause_too() {
        RunDocument recorded = RecordedRun.document();

        assertThat(clause(Coverage.of(recorded, ConformanceReport.of(recorded)), "head-is-as-get"))
                .returns(1, ClauseCoverage::broken)
                .returns(1, ClauseCoverage::kept);
    }

    @Test
    void a_rule_that_no_suite_is_judged_by_says_why() {
        Coverage coverage = coverage(judged("GET /a", "no-token", List.of(), NO_STORE));

        assertThat(coverage.unasked())
                .filteredOn(it -> it.because().equals("no suite here is judged by the profile oauth21"))
                .singleElement()
                .satisfies(it -> assertThat(it.rules()).contains("query-token-ignored"));
        assertThat(coverage.unasked())
                .filteredOn(it -> it.because().equals("no case here is what it speaks of"))
                .singleElement()
                .satisfies(it -> assertThat(it.rules()).contains(EXPIRY).doesNotContain(NO_STORE));
    }

    @Test
    void every_rule_of_the_record_stands_somewhere() {
        RunDocument recorded = LargeRun.document(200);
        SuiteCoverage suite =
                Coverage.of(recorded, ConformanceReport.of(recorded)).suites().get(0);

        Set<String> shown = Stream.concat(
                        suite.rules().stream().map(SuiteCoverage.RuleRow::rule),
                        suite.untested().stream().flatMap(it -> it.rules().stream()))
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(recorded.rules().keySet());
    }

    @Test
    void a_rule_of_another_version_is_covered_as_well() {
        SuiteCoverage suite = suite(judged("GET /a", "no-token", List.of(), "a-rule-of-tomorrow"));

        assertThat(cell(suite, "a-rule-of-tomorrow", 0).kept()).isEqualTo(1);
        assertThat(suite.headings()).contains("Rules of another version");
    }

    @Test
    void operations_that_all_differ_share_what_room_there_is() {
        List<String> rules = Rules.ALL.stream().map(rule -> rule.info().id()).toList();
        // Each operation keeps another set of rules.
        CaseOutcome[] cases = IntStream.range(0, 1_000)
                .mapToObj(number -> judged(
                        "GET /" + number,
                        "no-token",
                        number == 700 ? List.of(finding(NO_STORE, "violated")) : List.of(),
                        IntStream.range(0, 10)
                                .filter(bit -> (number + 1 & 1 << bit) != 0)
                                .mapToObj(rules::get)
                                .toArray(String[]::new)))
                .toArray(CaseOutcome[]::new);

        SuiteCoverage suite = suite(cases);

        assertThat(suite.operations()).hasSizeBetween(50, 100);
        assertThat(suite.operations().get(suite.operations().size() - 1).title())
                .endsWith(" other operations");
        assertThat(suite.operations())
                .extracting(SuiteCoverage.Operations::title)
                .contains("GET /700");
        assertThat(suite.operations().stream().mapToInt(it -> it.names().size()).sum())
                .isEqualTo(1_000);
    }

    private static SuiteCoverage suite(CaseOutcome... cases) {
        return coverage(cases).suites().get(0);
    }

    private static Coverage coverage(CaseOutcome... cases) {
        RunDocument document = RecordedRun.document(List.of(cases), List.of());
        return Coverage.of(document, ConformanceReport.of(document));
    }

    private static CoverageCell cell(SuiteCoverage suite, String rule, int operation) {
        return suite.rules().stream()
                .filter(row -> row.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(operation);
    }

    private static ClauseCoverage clause(Coverage coverage, String rule) {
        return coverage.clauses().stream()
                .filter(it -> it.rules().contains(rule))
                .findFirst()
                .orElseThrow();
    }

    private static CaseOutcome judged(String operation, String scenario, List<Finding> findings, String... passed) {
        return outcome(
                operation,
                scenario,
                OutcomeKind.CONFORMING,
                null,
                findings,
                new QuietRules(List.of(passed), List.of(new QuietRules.Silence("it is another", List.of()))));
    }

    private static CaseOutcome silent(String operation, String scenario, String reason, String... rules) {
        return outcome(
                operation,
                scenario,
                OutcomeKind.CONFORMING,
                null,
                List.of(),
                new QuietRules(List.of(), List.of(new QuietRules.Silence(reason, List.of(rules)))));
    }

    private static CaseOutcome control(String operation, String rule, String reason) {
        return silent(operation, "control", reason, rule);
    }

    private static CaseOutcome unjudged(String operation, String scenario, OutcomeKind kind, String reason) {
        return outcome(operation, scenario, kind, reason, List.of(), QuietRules.NONE);
    }

    private static CaseOutcome outcome(
            String operation,
            String scenario,
            OutcomeKind kind,
            @Nullable String reason,
            List<Finding> findings,
            QuietRules quiet) {
        return new CaseOutcome(
                "Things API",
                "things.auth.yaml",
                7,
                "http://127.0.0.1:8080",
                operation,
                scenario,
                "what is presented",
                scenario.equals("control"),
                kind,
                reason,
                findings,
                quiet,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Finding finding(String rule, String verdict) {
        var words = Objects.requireNonNull(RuleWords.named(rule));
        boolean violated = verdict.equals("violated");
        return new Finding(
                rule,
                words.level(),
                words.profile(),
                null,
                words.source(),
                words.link(),
                words.summary(),
                violated ? words.why() : null,
                violated ? words.clients() : null,
                violated ? words.fix() : null,
                verdict,
                violated ? "this" : null,
                violated ? "that" : null,
                violated ? null : "of something");
    }
}
