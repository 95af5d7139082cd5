package dev.naysayer.reports;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.BaselineAnswer;
import dev.naysayer.engine.gate.BaselineCase;
import dev.naysayer.engine.gate.BaselineFinding;
import dev.naysayer.engine.mover.Move;
import dev.naysayer.engine.mover.Mover;
import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.SuiteOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run of two suites in which every kind of outcome occurs. */
public final class RecordedRun {

    private static final String TARGET = "http://127.0.0.1:8080";

    private RecordedRun() {}

    private static final Instant STARTED = Instant.parse("2026-01-02T03:03:05Z");
    private static final Instant FINISHED = Instant.parse("2026-01-02T03:04:05Z");

    public static RunDocument document() {
        return document(outcomes(), comparisons());
    }

    /** The same, compared with {@link #baseline}. */
    public static RunDocument compared() {
        return document().since(baseline());
    }

    /** The same, in which all that is red for want of an error code is waived. */
    public static RunDocument waived() {
        Waived waiver = new Waived(
                "team-orders@example.com",
                LocalDate.of(2026, 3, 31),
                "The gateway is replaced in March.",
                "https://tickets.example/4711",
                "orders.auth.yaml",
                34);
        return document(outcomes().stream().map(it -> waived(it, waiver)).toList(), comparisons());
    }

    private static CaseOutcome waived(CaseOutcome it, Waived waiver) {
        boolean waived =
                it.violations().stream().anyMatch(finding -> finding.rule().equals("bearer-error-matches"));
        return new CaseOutcome(
                it.suite(),
                it.file(),
                it.line(),
                it.target(),
                it.operation(),
                it.scenario(),
                it.meaning(),
                it.control(),
                waived ? OutcomeKind.WAIVED : it.kind(),
                it.reason(),
                waived
                        ? it.findings().stream()
                                .map(finding -> finding.waivedBy(waiver))
                                .toList()
                        : it.findings(),
                it.quiet(),
                it.transcript(),
                List.of(),
                it.move(),
                it.subject(),
                it.owner());
    }

    /** A run before it, in which a case was right, one was wrong, one could be judged and one was there. */
    public static Baseline baseline() {
        Map<CaseId, BaselineCase> cases = new LinkedHashMap<>();
        outcomes().forEach(it -> cases.put(CaseId.of(it), before(it)));
        comparisons()
                .forEach(it -> cases.computeIfAbsent(CaseId.of(it), id -> before(OutcomeKind.CONFORMING, null))
                        .findings()
                        .putAll(before(it.finding())));
        BaselineAnswer right = new BaselineAnswer(401, "Bearer realm=\"orders\"", "application/json");
        cases.put(
                new CaseId("Orders API", "GET /orders/{id}", "wrong-audience"), before(OutcomeKind.CONFORMING, right));
        cases.put(
                new CaseId("Orders API", "DELETE /orders/{id}", "expired-token"),
                before(OutcomeKind.CONFORMING, right));
        BaselineCase wrong = before(OutcomeKind.VIOLATION, new BaselineAnswer(401, null, "application/json"));
        wrong.findings().put("challenge-follows-401", new BaselineFinding("MUST", true, "no WWW-Authenticate"));
        cases.put(new CaseId("Orders API", "GET /orders", "no-token"), wrong);
        cases.put(new CaseId("Orders API", "GET /refunds", "no-token"), wrong);
        return new Baseline(
                new Baseline.Origin(
                        "11111111-0000-4000-8000-000000000000", List.of("r-0001"), STARTED.minusSeconds(86_400)),
                cases);
    }

    private static BaselineCase before(CaseOutcome it) {
        BaselineCase before = new BaselineCase(
                it.kind(),
                it.reason(),
                it.transcript() == null ? null : BaselineAnswer.of(it.transcript()),
                new HashMap<>());
        it.findings().forEach(finding -> before.findings().putAll(before(finding)));
        return before;
    }

    private static Map<String, BaselineFinding> before(Finding it) {
        return it.violated() ? Map.of(it.rule(), new BaselineFinding(it.level(), true, it.actual())) : Map.of();
    }

    private static BaselineCase before(OutcomeKind kind, @Nullable BaselineAnswer answer) {
        return new BaselineCase(kind, null, answer, new HashMap<>());
    }

    /** A finished run with these outcomes. */
    public static RunDocument document(List<CaseOutcome> outcomes, List<ComparisonOutcome> comparisons) {
        return document(
                run(FINISHED, process(RunProcess.State.ENDED), List.of()),
                outcomes.stream().map(RecordedRun::recorded).toList(),
                comparisons.stream().map(RecordedRun::recorded).toList());
    }

    /** A finished run of suites in one of their environments. */
    public static RunDocument document(List<CaseOutcome> outcomes, String environment) {
        Run run = run(FINISHED, process(RunProcess.State.ENDED), List.of());
        return document(
                new Run(
                        run.stamp(),
                        run.ids(),
                        run.started(),
                        run.finished(),
                        run.processes(),
                        run.shards(),
                        run.missing(),
                        run.notes(),
                        run.parts(),
                        new Circumstances(null, null, new TreeMap<>(Map.of("naysayer.env", environment)))),
                outcomes.stream().map(RecordedRun::recorded).toList(),
                List.of());
    }

    /** A run whose process is in this state, and which knows nothing of these tests. */
    public static RunDocument unfinished(RunProcess.State state, List<CaseOutcome> outcomes, List<String> missing) {
        return document(
                run(null, process(state), missing),
                outcomes.stream().map(RecordedRun::recorded).toList(),
                List.of());
    }

    /** A document in which all rules have the words that their findings bring. */
    public static RunDocument document(Run run, List<RecordedCase> cases, List<RecordedComparison> comparisons) {
        TreeMap<String, RuleWords> rules = new TreeMap<>();
        Stream.of(
                        Stream.of(status(null), challenge(), errorCode(""), noStore("")),
                        cases.stream().flatMap(it -> it.outcome().findings().stream()),
                        comparisons.stream().map(it -> it.outcome().finding()))
                .flatMap(findings -> findings)
                .forEach(finding -> rules.putIfAbsent(finding.rule(), words(finding)));
        return new RunDocument("Naysayer 0.1.0", run, rules, cases, comparisons);
    }

    private static Run run(@Nullable Instant finished, RunProcess process, List<String> missing) {
        return new Run(
                "00000000-0000-4000-8000-000000000000",
                List.of("r-7f3a"),
                STARTED,
                finished,
                List.of(process),
                null,
                missing);
    }

    private static RunProcess process(RunProcess.State state) {
        return new RunProcess(
                4711,
                "/home/me/orders",
                STARTED,
                state == RunProcess.State.ENDED ? FINISHED : null,
                state,
                List.of("Orders API", "Billing API"),
                null);
    }

    private static RuleWords words(Finding it) {
        return new RuleWords(
                it.summary(),
                String.valueOf(it.why()),
                String.valueOf(it.clients()),
                String.valueOf(it.fix()),
                it.level(),
                it.profile(),
                it.source(),
                it.link());
    }

    /** The same case of a suite of this name, that was sent to this base URL. */
    public static CaseOutcome at(String suite, @Nullable String target, CaseOutcome it) {
        return new CaseOutcome(
                suite,
                it.file(),
                it.line(),
                target,
                it.operation(),
                it.scenario(),
                it.meaning(),
                it.control(),
                it.kind(),
                it.reason(),
                it.findings(),
                it.quiet(),
                it.transcript(),
                it.earlier(),
                it.move(),
                it.subject(),
                it.owner());
    }

    /** As it is read from a journal. */
    public static RecordedCase recorded(CaseOutcome it) {
        return recorded(origin(it.suite(), it.file()), it);
    }

    /** The same in a suite that ran elsewhere. */
    public static RecordedCase recorded(SuiteOrigin origin, CaseOutcome it) {
        List<Transcript> transcripts = Stream.ofNullable(it.transcript()).toList();
        return new RecordedCase(origin, it.withoutTranscript(), () -> transcripts);
    }

    private static RecordedComparison recorded(ComparisonOutcome it) {
        return new RecordedComparison(origin(it.suite(), it.file()), it.withoutProbes(), it::probes);
    }

    private static SuiteOrigin origin(String suite, String file) {
        return new SuiteOrigin(
                suite + " of " + file,
                "/home/me/orders",
                "com.example.orders.OrdersAuthContractTest",
                null,
                "orders/src/test/resources/com/example/" + file);
    }

    public static List<CaseOutcome> outcomes() {
        return Stream.of(
                        control("GET /orders", 6),
                        refused("GET /orders", "no-token", "no credential at all", 8),
                        expired("GET /orders", 9),
                        refused("GET /orders", "wrong-audience", "a token for https://other.example", 10),
                        uncached("GET /orders", 11),
                        control("GET /orders/{id}", 14),
                        refused("GET /orders/{id}", "no-token", "no credential at all", 16),
                        expired("GET /orders/{id}", 17),
                        accepted("GET /orders/{id}", 18),
                        uncached("GET /orders/{id}", 19),
                        unjudged("DELETE /orders/{id}", 22),
                        pointless("DELETE /orders/{id}", 23),
                        unobtainable("DELETE /orders/{id}", 24),
                        misconfigured())
                .map(CaseOutcome::brief)
                .toList();
    }

    public static List<ComparisonOutcome> comparisons() {
        var asked = exchange("HEAD", List.of(), 404, List.of(), "");
        return List.of(
                comparison("status-is-the-same", OutcomeKind.CONFORMING, null, null, List.of()),
                comparison(
                        "head-is-as-get",
                        OutcomeKind.VIOLATION,
                        "/orders › no-token: 401 from GET; 404 from HEAD",
                        null,
                        List.of(asked)),
                comparison(
                        "shape-is-the-same",
                        OutcomeKind.NOT_APPLICABLE,
                        null,
                        "no condition was refused by two operations",
                        List.of()),
                everyAnswer(
                        OutcomeKind.WARNING,
                        noStore("9 of 10 answers, all but POST /orders › no-token: no Cache-Control")),
                everyAnswer(OutcomeKind.CONFORMING, challenge()));
    }

    /** One test tells of several rules. */
    private static ComparisonOutcome everyAnswer(OutcomeKind kind, Finding finding) {
        return new ComparisonOutcome(
                "Orders API", "orders.auth.yaml", 1, TARGET, "every-answer", kind, finding, List.of());
    }

    private static ComparisonOutcome comparison(
            String rule, OutcomeKind kind, @Nullable String actual, @Nullable String reason, List<Transcript> probes) {
        var finding = new Finding(
                rule,
                "MUST",
                "house",
                "Our gateway routes by method.",
                "RFC 9110 section 9.3.2",
                "https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2",
                "HEAD is refused as GET is",
                "A check that looks at GET alone leaves HEAD open.",
                "They learn something else from HEAD.",
                "Route HEAD through all that GET goes through.",
                reason != null ? "not applicable" : actual == null ? "passed" : "violated",
                actual == null ? null : "the same status and challenge",
                actual,
                reason);
        return new ComparisonOutcome("Orders API", "orders.auth.yaml", 1, TARGET, rule, kind, finding, probes);
    }

    private static CaseOutcome control(String operation, int line) {
        var sent = exchange("GET", List.of(bearer("eyJhbGciOi•••")), 200, List.of(), "{\"orders\": []}");
        return outcome(
                operation,
                "valid-token",
                "a good token",
                line,
                OutcomeKind.CONFORMING,
                null,
                List.of(status(null)),
                sent);
    }

    private static CaseOutcome refused(String operation, String scenario, String meaning, int line) {
        return outcome(
                operation,
                scenario,
                meaning,
                line,
                OutcomeKind.CONFORMING,
                null,
                List.of(status(null), challenge(), errorCode(null), toldOnce(noStore("no Cache-Control"))),
                refusal("Bearer realm=\"orders\", error=\"invalid_token\"", "no-store"));
    }

    private static CaseOutcome expired(String operation, int line) {
        return outcome(
                operation,
                "expired-token",
                "expired an hour ago",
                line,
                OutcomeKind.VIOLATION,
                null,
                List.of(status(null), challenge(), errorCode("Bearer realm=\"orders\""), noStore(null)),
                refusal("Bearer realm=\"orders\"", "no-store"));
    }

    private static CaseOutcome accepted(String operation, int line) {
        var sent = exchange("GET", List.of(bearer("eyJhbGciOi•••")), 200, List.of(), "{\"id\": 7, \"total\": 42.5}");
        return outcome(
                operation,
                "wrong-audience",
                "a token for https://other.example",
                line,
                OutcomeKind.VIOLATION,
                null,
                List.of(status("200"), noStore("no Cache-Control")),
                sent);
    }

    private static CaseOutcome uncached(String operation, int line) {
        return outcome(
                operation,
                "malformed-token",
                "a token that is no JWT",
                line,
                OutcomeKind.WARNING,
                null,
                List.of(status(null), challenge(), errorCode(null), noStore("no Cache-Control")),
                refusal("Bearer realm=\"orders\", error=\"invalid_token\"", null));
    }

    private static CaseOutcome unjudged(String operation, int line) {
        var sent = new Transcript(
                "DELETE",
                TARGET + "/orders/7",
                List.of(bearer("eyJhbGciOi•••")),
                null,
                null,
                List.of(),
                null,
                null,
                false,
                false,
                null);
        return outcome(
                operation,
                "expired-token",
                "expired an hour ago",
                line,
                OutcomeKind.INCONCLUSIVE,
                "no answer within 10 s from http://127.0.0.1:8080",
                List.of(),
                sent,
                Move.of(Mover.NETWORK));
    }

    private static CaseOutcome pointless(String operation, int line) {
        return outcome(
                operation,
                "insufficient-scope",
                "a token without the scope the operation asks for",
                line,
                OutcomeKind.NOT_APPLICABLE,
                "the operation asks for no scope",
                List.of(),
                null);
    }

    private static CaseOutcome unobtainable(String operation, int line) {
        return outcome(
                operation,
                "revoked-token",
                "a token that was revoked",
                line,
                OutcomeKind.NOT_OBTAINABLE,
                "because nobody can revoke a minted token, add 'client-credentials'",
                List.of(),
                null,
                new Move(Mover.SUITE, "nobody can revoke a minted token, add 'client-credentials'"));
    }

    private static CaseOutcome misconfigured() {
        return new CaseOutcome(
                "Billing API",
                "billing.auth.yaml",
                12,
                null,
                "GET /invoices",
                "no-token",
                "no credential at all",
                false,
                OutcomeKind.MISCONFIGURED,
                "the environment variable BILLING_URL is not set",
                List.of(),
                null,
                Move.of(Mover.SUITE),
                null,
                null);
    }

    private static CaseOutcome outcome(
            String operation,
            String scenario,
            String meaning,
            int line,
            OutcomeKind kind,
            @Nullable String reason,
            List<Finding> findings,
            @Nullable Transcript transcript) {
        return outcome(operation, scenario, meaning, line, kind, reason, findings, transcript, null);
    }

    private static CaseOutcome outcome(
            String operation,
            String scenario,
            String meaning,
            int line,
            OutcomeKind kind,
            @Nullable String reason,
            List<Finding> findings,
            @Nullable Transcript transcript,
            @Nullable Move move) {
        return new CaseOutcome(
                "Orders API",
                "orders.auth.yaml",
                line,
                TARGET,
                operation,
                scenario,
                meaning,
                scenario.equals("valid-token"),
                kind,
                reason,
                findings,
                transcript,
                move,
                null,
                null);
    }

    private static Finding status(@Nullable String actual) {
        return new Finding(
                "status-is-as-declared",
                "MUST",
                "rfc6750",
                null,
                "orders.auth.yaml:4",
                null,
                "The answer has the status that the suite declares",
                "A credential that must not get through got through, or a client is told the wrong reason.",
                "They decide by the status what to do next.",
                "Answer with the declared status.",
                actual == null ? "passed" : "violated",
                actual == null ? null : "401",
                actual,
                null);
    }

    private static Finding challenge() {
        return new Finding(
                "challenge-follows-401",
                "MUST",
                "rfc6750",
                null,
                "RFC 9110 section 15.5.2",
                "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2",
                "A 401 says how to authenticate",
                "Without a challenge a client cannot tell which scheme the API accepts.",
                "They give up without a second try.",
                "Send WWW-Authenticate with every 401.",
                "passed",
                null,
                null,
                null);
    }

    private static Finding errorCode(@Nullable String actual) {
        return new Finding(
                "bearer-error-matches",
                "MUST",
                "rfc6750",
                null,
                "RFC 6750 section 3.1",
                "https://www.rfc-editor.org/rfc/rfc6750#section-3.1",
                "The error code says what is wrong with the token",
                "Clients decide from this code whether to refresh the token or to give up.",
                "They refresh the token or give up.",
                "Send the code that fits.",
                actual == null ? "not applicable" : "violated",
                actual == null ? null : "error=\"invalid_token\"",
                actual,
                actual == null ? "no error code is required here" : null);
    }

    private static Finding noStore(@Nullable String actual) {
        return new Finding(
                "refusal-is-not-stored",
                "SHOULD",
                "rfc6750",
                null,
                "RFC 9111 section 5.2.2.5",
                "https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2.5",
                "A refusal is not kept by caches",
                "A cache that keeps a refusal goes on refusing after the caller has a good credential.",
                "They are refused from the cache.",
                "Send Cache-Control: no-store.",
                actual == null ? "passed" : "violated",
                actual == null ? null : "Cache-Control: no-store",
                actual,
                null);
    }

    /** What the case's answer breaks as all others do. */
    private static Finding toldOnce(Finding broken) {
        return new Finding(
                broken.rule(),
                broken.level(),
                broken.profile(),
                broken.because(),
                broken.source(),
                broken.link(),
                broken.summary(),
                null,
                null,
                null,
                "not applicable",
                null,
                null,
                "this answer breaks it, which is told once for all answers");
    }

    private static Transcript refusal(String challenge, @Nullable String caching) {
        var back = caching == null
                ? List.of(new Header("WWW-Authenticate", challenge))
                : List.of(new Header("WWW-Authenticate", challenge), new Header("Cache-Control", caching));
        return exchange("GET", List.of(bearer("eyJhbGciOi•••")), 401, back, "{\"title\": \"Unauthorized\"}");
    }

    private static Transcript exchange(
            String method, List<Header> sent, int status, List<Header> received, String body) {
        return new Transcript(method, TARGET + "/orders", sent, null, status, received, body, null, false, false, null);
    }

    private static Header bearer(String token) {
        return new Header("Authorization", "Bearer " + token);
    }
}
