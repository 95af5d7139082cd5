package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.Waived;
import dev.naysayer.reports.model.Cause;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Counts;
import dev.naysayer.reports.model.Coverage;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a record what is told of its service; after that the record is needed no more. */
public final class Services {

    /** As many runs as a trend shows. */
    private static final int LATEST = 30;

    private Services() {}

    /**
     * A service.
     *
     * @param place where its last record lies
     * @param past its runs before this one, in any order
     */
    public static Service of(String name, String place, RunDocument document, List<PastRun> past) {
        ConformanceReport report = ConformanceReport.of(document);
        List<CaseOutcome> cases =
                document.cases().stream().map(RecordedCase::outcome).toList();
        return new Service(
                name,
                place,
                document.generator(),
                document.run(),
                report.headline(),
                Stream.concat(
                                cases.stream().map(CaseOutcome::kind),
                                document.comparisons().stream()
                                        .map(it -> it.outcome().kind()))
                        .min(Counts.WORST_FIRST)
                        .orElse(null),
                report.counts(),
                cases.stream()
                        .map(CaseOutcome::target)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                rules(document, cases),
                report.causes().stream().map(Services::cause).toList(),
                covered(cases, Coverage.of(document, report).summary()),
                waivers(name, document, cases),
                RunAgain.lines(document.cases(), environment(document.run())),
                trend(document, past));
    }

    private static @Nullable String environment(Run run) {
        Circumstances circumstances = run.circumstances();
        return circumstances == null ? null : circumstances.environment();
    }

    private static List<PastRun> trend(RunDocument document, List<PastRun> past) {
        List<PastRun> all = new ArrayList<>(past);
        all.add(PastRun.of(document.run(), document.cases().stream()));
        all.sort(Comparator.comparing(PastRun::started));
        return all.subList(Math.max(0, all.size() - LATEST), all.size());
    }

    private static Service.ServiceCause cause(Cause it) {
        return new Service.ServiceCause(
                it.id(),
                it.kind(),
                it.summary(),
                it.actual(),
                it.rule(),
                it.level(),
                it.sightings().size());
    }

    private static SortedMap<String, ServiceRule> rules(RunDocument document, List<CaseOutcome> cases) {
        TreeMap<String, ServiceRule> rules = new TreeMap<>();
        // Hundreds of cases share one.
        cases.stream()
                .map(CaseOutcome::quiet)
                .distinct()
                .flatMap(it -> quiet(it).entrySet().stream())
                .forEach(it -> rules.merge(it.getKey(), it.getValue(), ServiceRule::and));
        findings(document, cases).forEach(it -> rules.merge(it.rule(), rule(it), ServiceRule::and));
        return rules;
    }

    private static Map<String, ServiceRule> quiet(QuietRules it) {
        Map<String, ServiceRule> quiet = new LinkedHashMap<>();
        it.passed().forEach(rule -> quiet.put(rule, ServiceRule.KEPT));
        it.silent().forEach(silence -> silence.rules().forEach(rule -> quiet.put(rule, ServiceRule.SILENT)));
        return quiet;
    }

    private static ServiceRule rule(Finding it) {
        if (!it.violated()) {
            return it.verdict().equals("passed") ? ServiceRule.KEPT : ServiceRule.SILENT;
        }
        return it.waiver() == null ? new ServiceRule(1, 0, false) : new ServiceRule(0, 1, false);
    }

    private static Stream<Finding> findings(RunDocument document, List<CaseOutcome> cases) {
        return Stream.concat(
                cases.stream().flatMap(it -> it.findings().stream()),
                document.comparisons().stream().map(it -> it.outcome().finding()));
    }

    private static Covered covered(List<CaseOutcome> cases, String tried) {
        return new Covered(
                cases.size(),
                (int) cases.stream().filter(it -> it.kind().isJudged()).count(),
                tried);
    }

    private static List<ServiceWaiver> waivers(String service, RunDocument document, List<CaseOutcome> cases) {
        Map<List<String>, ServiceWaiver> waivers = new LinkedHashMap<>();
        document.waivers().stream()
                .map(it -> ServiceWaiver.of(service, it.outcome()))
                .forEach(it -> waivers.merge(List.of(it.place(), it.names()), it, ServiceWaiver::and));
        Set<String> told = waivers.values().stream().map(ServiceWaiver::place).collect(Collectors.toSet());
        findings(document, cases).forEach(it -> {
            Waived by = it.waiver();
            if (by != null && !told.contains(by.place())) {
                waivers.merge(
                        List.of(by.place(), it.rule()), ServiceWaiver.of(service, by, it.rule()), ServiceWaiver::and);
            }
        });
        return List.copyOf(waivers.values());
    }
}
