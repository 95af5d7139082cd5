package dev.naysayer.engine.fault;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.fault.Wire.Good;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.engine.rule.comparison.Comparisons;
import dev.naysayer.engine.run.BaseUrls;
import dev.naysayer.engine.run.Progress;
import dev.naysayer.engine.run.RunEnd;
import dev.naysayer.engine.run.RunSettings;
import dev.naysayer.engine.run.SuiteFile;
import dev.naysayer.engine.run.SuiteRun;
import dev.naysayer.engine.run.SuiteRuns;
import dev.naysayer.engine.run.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs one suite in which a fault befalls one part, and says what came of that part. */
final class FaultRun {

    /** Long enough for an answer of a busy machine, short enough to wait for silence in a test. */
    static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

    private static final RunSettings SETTINGS = new RunSettings(
            new TransportSettings(Duration.ofSeconds(1), RESPONSE_TIMEOUT, 64 * 1024),
            BaseUrls.NONE,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            false,
            0,
            16,
            0,
            Shard.WHOLE);

    private final FaultKeys keys;
    private final Path folder;

    /** @param folder where suites are written */
    FaultRun(FaultKeys keys, Path folder) {
        this.keys = keys;
        this.folder = folder;
    }

    /**
     * What came of a part.
     *
     * @param kind of the case or comparison that shows it
     * @param reason in one line, with the server's address left out; empty where there is none
     * @param status of the answer that was judged, or null
     * @param note what the reader of the exchange is told beside it, or null
     * @param others what came of the cases that the fault does not befall
     * @param took how long the whole run took
     */
    record Cell(
            OutcomeKind kind,
            String reason,
            @Nullable Integer status,
            @Nullable String note,
            List<CaseOutcome> others,
            Duration took) {}

    Cell of(Fault fault, Phase phase) throws IOException {
        AtomicReference<FaultServer> itself = new AtomicReference<>();
        try (FaultServer server = new FaultServer(
                fault,
                this::answer,
                request -> phase.isConcernedBy(
                        request, Objects.requireNonNull(itself.get()).received().size()))) {
            itself.set(server);
            Path file =
                    Files.writeString(folder.resolve(fault + "-" + phase + ".auth.yaml"), phase.suite(server.url()));
            SuiteFile suite = SuiteFile.alone(file);
            Suite planned = ((Reading.Understood) suite.plan(Set.of())).suite();
            long begun = System.nanoTime();
            try (SuiteRun run = new SuiteRuns(Clock.systemUTC(), SETTINGS, new Redactor())
                    .open(
                            suite,
                            planned.name(),
                            new Surroundings(
                                    null,
                                    null,
                                    notice -> {},
                                    new Progress(System::nanoTime, 0, 1, line -> {}),
                                    new RunEnd(() -> false, System::nanoTime)))) {
                List<ContractCase> cases = CasePlan.of(planned);
                List<CaseOutcome> outcomes = cases.stream().map(run::run).toList();
                if (phase == Phase.PROBE) {
                    return probed(run, planned, cases, outcomes, server, begun);
                }
                CaseOutcome shown = outcomes.stream()
                        .filter(it -> it.scenario().equals(phase.shownBy()))
                        .findFirst()
                        .orElseThrow();
                Transcript transcript = shown.transcript();
                return new Cell(
                        shown.kind(),
                        words(shown.reason(), server),
                        transcript == null ? null : transcript.status(),
                        transcript == null ? null : transcript.note(),
                        outcomes.stream().filter(it -> !it.equals(shown)).toList(),
                        since(begun));
            }
        }
    }

    private static Cell probed(
            SuiteRun run,
            Suite planned,
            List<ContractCase> cases,
            List<CaseOutcome> outcomes,
            FaultServer server,
            long begun) {
        ComparisonOutcome shown = Comparisons.of(cases).stream()
                .filter(it -> it.info().id().equals("authentication-first"))
                .map(it -> run.compare(planned, it))
                .findFirst()
                .orElseThrow();
        return new Cell(
                shown.kind(),
                words(shown.finding().reason(), server),
                shown.probes().stream()
                        .map(Transcript::status)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                shown.probes().stream()
                        .map(Transcript::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                outcomes,
                since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String words(@Nullable String reason, FaultServer server) {
        return reason == null ? "" : reason.lines().findFirst().orElse("").replace(server.url(), "http://server");
    }

    private Good answer(String request) {
        String host = request.lines()
                .filter(line -> line.startsWith("Host: "))
                .map(line -> line.substring("Host: ".length()))
                .findFirst()
                .orElse("");
        String path = request.lines().findFirst().orElse("");
        if (path.contains("/.well-known/")) {
            String issuer = "http://" + host;
            return json(Map.of("issuer", issuer, "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/jwks"));
        }
        if (path.contains("/token")) {
            return json(Map.of("access_token", keys.token(), "token_type", "Bearer"));
        }
        if (path.contains("/jwks")) {
            return json(keys.published());
        }
        return request.contains("\r\nAuthorization: Bearer " + keys.token() + "\r\n")
                ? new Good("200 OK", "Content-Type: application/json\r\n", "[]")
                : new Good(
                        "401 Unauthorized",
                        challenge(request) + "Content-Type: text/plain\r\nCache-Control: no-store"
                                + "\r\nX-Content-Type-Options: nosniff\r\n",
                        "Send a token.");
    }

    private static String challenge(String request) {
        return request.contains("\r\nAuthorization: ")
                ? "WWW-Authenticate: Bearer realm=\"orders\", error=\"invalid_token\"\r\n"
                : "WWW-Authenticate: Bearer realm=\"orders\"\r\n";
    }

    private static Good json(Map<String, Object> members) {
        return new Good("200 OK", "Content-Type: application/json\r\n", JSONObjectUtils.toJSONString(members));
    }
}
