package dev.naysayer.engine.run;

import dev.naysayer.dsl.CredentialDeclaration;
import dev.naysayer.engine.credential.Credentials;
import dev.naysayer.engine.credential.Diagnosis;
import dev.naysayer.engine.credential.Diagnosis.Health;
import dev.naysayer.engine.exchange.client.IssuerClient;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.ContractCase;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks before a run whether it could be trusted.
 *
 * <p>Problem: a wrong clock, a stale token or a CA that nobody trusts shows in a run as many cases that could not be judged. Choice:
 * what all cases rest on is looked at once, by the same controls, sources and connections that the run has. Of an operation that
 * changes something nothing is sent.
 */
final class SuiteExamination {

    /** A suite with more credentials than this is proven by its run. */
    private static final int MOST_TRIALS = 20;

    private static final String AWAY = "the target cannot be spoken to";
    private static final String TARGET_CLOCK = "clock of the API";

    private final CaseRun line;
    private final Controls controls;
    private final List<ContractCase> cases;
    private final IssuerClient issuers;
    private final IssuerDoor door;
    private final ClockSkew skew;
    private final List<Controls.Trial> trials;
    private final Map<String, URI> servers = new LinkedHashMap<>();
    private final Map<String, Diagnosis> clocks = new LinkedHashMap<>();
    private boolean askedForTls;

    /** @param cases all of the suite */
    SuiteExamination(
            CaseRun line,
            Controls controls,
            List<ContractCase> cases,
            IssuerClient issuers,
            IssuerDoor door,
            ClockSkew skew) {
        this.line = line;
        this.controls = controls;
        this.cases = cases;
        this.issuers = issuers;
        this.door = door;
        this.skew = skew;
        this.trials = controls.trials();
        addServer("target", URI.create(target()));
        cases.stream()
                .flatMap(it -> it.suite().allCredentials())
                .distinct()
                .flatMap(it -> Credentials.servers(it).stream())
                .forEach(it -> addServer("server", it));
    }

    private String target() {
        return String.valueOf(line.outcomes().target());
    }

    private void addServer(String as, URI uri) {
        String origin = ServerLook.origin(uri);
        if (servers.keySet().stream().noneMatch(known -> known.endsWith(" " + origin))) {
            servers.put(as + " " + origin, uri);
        }
    }

    Examination examination() {
        return new Examination(servers.size() + (isInClear() ? 1 : 0), most(), this::diagnoses, this::sent);
    }

    /** Where a trial fails, another of the same credential is asked, which may need a token of its own. */
    private int most() {
        int tried = tried().mapToInt(it -> Math.min(2, it.safe().size())).sum();
        int tokens = tried().mapToInt(it -> it.it()
                                .presents()
                                .all()
                                .mapToInt(Credentials::mostRequests)
                                .sum()
                        * Math.min(2, it.safe().size()))
                .sum();
        return tried + tokens;
    }

    private Stream<Controls.Trial> tried() {
        return trials.stream().filter(it -> !it.safe().isEmpty()).limit(MOST_TRIALS);
    }

    private int sent() {
        return line.api().sent() + door.sent();
    }

    private List<Diagnosis> diagnoses() {
        door.listen((uri, date) -> heard("clock of " + ServerLook.origin(uri), date));
        List<Diagnosis> told = new ArrayList<>(reached());
        boolean targetIsThere = told.get(0).health() != Health.ILL;
        Set<Diagnosis> ofSources = new LinkedHashSet<>();
        for (Controls.Trial trial : trials) {
            told.add(targetIsThere ? tried(trial, ofSources) : Diagnosis.open(name(trial.it()), "not tried: " + AWAY));
        }
        told.addAll(ofSources);
        told.addAll(clocks.values());
        told.addAll(subjectsWithoutTrial());
        if (targetIsThere) {
            door.shut();
            told.addAll(new UntestedCases(line, cases).diagnoses());
        }
        return List.copyOf(told);
    }

    private List<Diagnosis> reached() {
        ServerLook look = new ServerLook(skew.clock());
        return servers.entrySet().stream()
                .map(it -> look.of(it.getKey(), it.getValue(), issuers.reach(it.getValue())))
                .toList();
    }

    private Diagnosis tried(Controls.Trial trial, Set<Diagnosis> ofSources) {
        String name = name(trial.it());
        if (trial.safe().isEmpty()) {
            return Diagnosis.open(
                    name,
                    "not tried: it opens %s, which changes something or is not to be sent; its control shows it in the run"
                            .formatted(trial.it().operation().name()));
        }
        if (tried().noneMatch(trial::equals)) {
            return Diagnosis.open(name, "not tried: %d are enough before a run, which shows it".formatted(MOST_TRIALS));
        }
        ContractCase first = trial.safe().get(0);
        CaseOutcome outcome = controls.of(first).outcome();
        heardOfTarget(outcome);
        tlsOfTarget(outcome).ifPresent(ofSources::add);
        boolean gotThrough = Controls.gotThrough(outcome);
        Diagnosis told = gotThrough
                ? Diagnosis.well(name, "it got through at " + first.operation().name())
                : Diagnosis.ill(
                        name, first.name() + ": " + controls.explained(first).reason());
        first.presents().all().forEach(it -> ofSources.addAll(line.credentials().diagnoses(it, gotThrough)));
        return told;
    }

    private boolean isInClear() {
        return target().startsWith("http:");
    }

    /**
     * Problem: a server that wants TLS and is spoken to in clear says 400, in words of its own, or ends the connection without any.
     * Choice: where that came, and only there, it is asked for TLS.
     */
    private Optional<Diagnosis> tlsOfTarget(CaseOutcome outcome) {
        Integer status =
                outcome.transcript() == null ? null : outcome.transcript().status();
        if (!isInClear() || askedForTls || Controls.gotThrough(outcome) || (status != null && status != 400)) {
            return Optional.empty();
        }
        askedForTls = true;
        URI clear = URI.create(target());
        int port = clear.getPort() < 0 ? 80 : clear.getPort();
        URI tls = URI.create("https://" + clear.getHost() + ":" + port);
        return new ServerLook(skew.clock()).inClear("target " + ServerLook.origin(clear), issuers.reach(tls));
    }

    /** What is presented where it got through, or did not. */
    private static String name(ContractCase it) {
        if (it.presents().nothing()) {
            return "no credential";
        }
        String names = it.presents().all().map(CredentialDeclaration::name).collect(Collectors.joining(" and "));
        String subject = it.presents().subject();
        return subject == null ? "credential " + names : "subject %s, %s".formatted(subject, names);
    }

    private void heardOfTarget(CaseOutcome outcome) {
        Integer status =
                outcome.transcript() == null ? null : outcome.transcript().status();
        Optional<Instant> date = ClockSkew.date(outcome.transcript());
        if (date.isPresent()) {
            heard(TARGET_CLOCK, date.get());
        } else if (status != null) {
            clocks.putIfAbsent(
                    TARGET_CLOCK,
                    Diagnosis.open(TARGET_CLOCK, "its answers have no Date, so whether it is right is not known"));
        }
    }

    private void heard(String clock, Instant date) {
        clocks.computeIfAbsent(
                clock,
                it -> skew.of("it", date)
                        .map(words -> Diagnosis.ill(it, words))
                        .orElseGet(() -> Diagnosis.well(
                                it,
                                "it agrees with ours, within the leeway of %d s"
                                        .formatted(skew.leeway().toSeconds()))));
    }

    /** Who may nothing anywhere presents what nobody has seen to be good. */
    private List<Diagnosis> subjectsWithoutTrial() {
        Set<String> known = trials.stream().map(it -> name(it.it())).collect(Collectors.toSet());
        return cases.stream()
                .filter(ContractCase::isDenied)
                .map(SuiteExamination::name)
                .distinct()
                .filter(it -> !known.contains(it))
                .map(
                        it -> Diagnosis.open(
                                it,
                                "not tried: it may nothing anywhere, so nothing shows whether it is a good credential; name a safe operation at which it may"))
                .toList();
    }
}
