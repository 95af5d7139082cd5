package dev.naysayer.reports;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.rule.Rule;
import dev.naysayer.engine.rule.RuleInfo;
import dev.naysayer.engine.rule.answer.Rules;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteOrigin;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of twenty suites, of as many cases as are asked for, of which one in fifty breaks a rule. */
public final class LargeRun {

    private static final int SUITES = 20;

    private static final List<String> SCENARIOS = List.of(
            "control",
            "no-token",
            "expired-token",
            "wrong-audience",
            "insufficient-scope",
            "alg-none",
            "broken-signature",
            "wrong-scheme",
            "token-in-cookie",
            "control-after");

    private static final List<Rule> RULES = Rules.ALL;

    /** How many of the rules a refusal keeps; to the others it says nothing. */
    private static final int KEPT = 44;

    private LargeRun() {}

    /**
     * The whole run.
     *
     * @param cases a multiple of 200
     */
    public static RunDocument document(int cases) {
        SortedMap<String, RuleWords> rules = RULES.stream()
                .map(Rule::info)
                .collect(Collectors.toMap(RuleInfo::id, LargeRun::words, (one, other) -> one, TreeMap::new));
        List<RecordedCase> all = IntStream.range(0, cases)
                .mapToObj(number -> recorded(number, cases / SUITES))
                .toList();
        RunDocument of = RecordedRun.document(List.of(), List.of());
        return new RunDocument(of.generator(), of.run(), rules, all, List.of());
    }

    /** How many of so many cases break a rule. */
    public static int red(int cases) {
        return cases / 50;
    }

    private static RecordedCase recorded(int number, int ofASuite) {
        int suite = number / ofASuite;
        int operation = number % ofASuite / SCENARIOS.size();
        String scenario = SCENARIOS.get(number % SCENARIOS.size());
        // The seventh of ten, so that it is a refusal.
        boolean red = number % 50 == 26;
        String name = "Service %d API".formatted(suite + 1);
        String file = "service-%d.auth.yaml".formatted(suite + 1);
        String path = "/things-%d/%d".formatted(suite + 1, operation);
        CaseOutcome outcome = new CaseOutcome(
                name,
                file,
                20 + operation,
                "http://127.0.0.1:8080",
                "GET " + path,
                scenario,
                "a token that expired longer ago than the API's leeway",
                scenario.startsWith("control"),
                red ? OutcomeKind.VIOLATION : OutcomeKind.CONFORMING,
                null,
                red ? List.of(finding(number)) : List.of(),
                quiet(number % 4),
                null,
                List.of(),
                null,
                null,
                null);
        return new RecordedCase(
                new SuiteOrigin(file, "/home/me/services", "com.example.Service%dTest".formatted(suite + 1)),
                outcome,
                // Made each time that it is asked for, as it is read each time.
                () -> List.of(exchange(path, red)));
    }

    /** A few causes, each of a few suites. */
    private static Finding finding(int number) {
        RuleInfo rule = RULES.get(KEPT + number / 50 % 7).info();
        return new Finding(
                rule.id(),
                "MUST",
                rule.profile(),
                null,
                rule.source().text(),
                rule.source().link(),
                rule.summary(),
                rule.why(),
                rule.clients(),
                rule.fix(),
                "violated",
                "a WWW-Authenticate field with a challenge of the scheme Bearer",
                "Bearer realm=\"things\", error=\"%s\""
                        .formatted(number / 50 % 3 == 0 ? "invalid_request" : "unauthorized"),
                null);
    }

    private static QuietRules quiet(int form) {
        List<String> kept = ids(form, KEPT);
        List<String> silent = ids(KEPT + form, RULES.size() - KEPT - form);
        return new QuietRules(
                kept,
                IntStream.range(0, silent.size() / 2)
                        .mapToObj(it -> new QuietRules.Silence(
                                "the suite leaves fact %d to the standard".formatted(it),
                                silent.subList(2 * it, 2 * it + 2)))
                        .toList());
    }

    private static List<String> ids(int from, int number) {
        return RULES.stream()
                .skip(from)
                .limit(number)
                .map(rule -> rule.info().id())
                .toList();
    }

    private static Transcript exchange(String path, boolean whole) {
        List<Header> sent = List.of(new Header("Authorization", "Bearer ***redacted***"));
        List<Header> telling = List.of(
                new Header("WWW-Authenticate", "Bearer realm=\"things\", error=\"invalid_token\""),
                new Header("Content-Type", "application/problem+json"));
        List<Header> others = IntStream.range(0, 12)
                .mapToObj(it -> new Header("X-Served-By-" + it, "a value of the usual length, " + it))
                .toList();
        return whole
                ? new Transcript(
                        "GET",
                        "http://127.0.0.1:8080" + path,
                        sent,
                        null,
                        401,
                        Stream.concat(telling.stream(), others.stream()).toList(),
                        "{\"title\": \"Unauthorized\", \"detail\": \"%s\"}".formatted("More is not said. ".repeat(40)),
                        null,
                        false,
                        false,
                        null)
                : new Transcript(
                        "GET",
                        "http://127.0.0.1:8080" + path,
                        sent,
                        null,
                        401,
                        telling,
                        null,
                        null,
                        false,
                        false,
                        351,
                        null,
                        12L,
                        null);
    }

    private static RuleWords words(RuleInfo rule) {
        return new RuleWords(
                rule.summary(),
                rule.why(),
                rule.clients(),
                rule.fix(),
                rule.level().toString(),
                rule.profile(),
                rule.source().text(),
                rule.source().link());
    }
}
