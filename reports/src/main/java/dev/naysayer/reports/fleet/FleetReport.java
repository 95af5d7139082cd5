package dev.naysayer.reports.fleet;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.model.Counts;
import dev.naysayer.reports.model.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Many services on one page.
 *
 * @param services by their names
 * @param unread what could not be read, and why
 * @param rules the rules that some service breaks, what binds most and is broken most first
 * @param causes what there is to mend in some service, what weighs most first
 * @param waivers by their owners, what ends first first
 */
public record FleetReport(
        List<Service> services,
        List<Unread> unread,
        List<RuleRow> rules,
        List<CauseRow> causes,
        Map<String, List<ServiceWaiver>> waivers) {

    public FleetReport {
        services = List.copyOf(services);
        unread = List.copyOf(unread);
        rules = List.copyOf(rules);
        causes = List.copyOf(causes);
    }

    /**
     * A record that is none.
     *
     * @param service whose it is
     * @param reason its place, what is wrong with it, and the next step
     */
    public record Unread(String service, String reason) {}

    /**
     * One rule in all services.
     *
     * @param words its own
     * @param cells one for each service, in the services' order
     */
    public record RuleRow(String rule, RuleWords words, List<ServiceRule> cells) {

        /** How many services break it. */
        public int services() {
            return (int) cells.stream().filter(it -> it.broken() > 0).count();
        }

        int broken() {
            return cells.stream().mapToInt(ServiceRule::broken).sum();
        }
    }

    /**
     * One cause in all services.
     *
     * @param cause as the first service has it
     * @param cells how often each service shows it, in the services' order
     */
    public record CauseRow(Service.ServiceCause cause, List<Integer> cells) {

        /** How many services show it. */
        public int services() {
            return (int) cells.stream().filter(it -> it > 0).count();
        }
    }

    /**
     * Puts services together.
     *
     * @param words of the rules that they speak of, by their ids
     */
    public static FleetReport of(List<Service> all, List<Unread> unread, Map<String, RuleWords> words) {
        List<Service> services = all.stream()
                .sorted(Comparator.comparing(Service::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Service::name))
                .toList();
        return new FleetReport(services, unread, rules(services, words), causes(services), waivers(services));
    }

    private static List<RuleRow> rules(List<Service> services, Map<String, RuleWords> words) {
        return services.stream()
                .flatMap(it -> it.rules().entrySet().stream())
                .filter(it -> it.getValue().isLoud() && words.containsKey(it.getKey()))
                .map(Map.Entry::getKey)
                .distinct()
                .map(rule -> new RuleRow(rule, Objects.requireNonNull(words.get(rule)), cells(services, rule)))
                .sorted(Comparator.<RuleRow, Level>comparing(
                                it -> Level.named(it.words().level()))
                        .thenComparing(it -> -it.services())
                        .thenComparing(it -> -it.broken())
                        .thenComparing(RuleRow::rule))
                .toList();
    }

    private static List<ServiceRule> cells(List<Service> services, String rule) {
        return services.stream()
                .map(it -> it.rules().getOrDefault(rule, ServiceRule.SILENT))
                .toList();
    }

    private static List<CauseRow> causes(List<Service> services) {
        Map<String, Service.ServiceCause> first = new LinkedHashMap<>();
        services.forEach(service -> service.causes().forEach(it -> first.putIfAbsent(it.id(), it)));
        return first.values().stream()
                .map(cause -> new CauseRow(
                        cause,
                        services.stream()
                                .map(service -> service.causes().stream()
                                        .filter(it -> it.id().equals(cause.id()))
                                        .mapToInt(Service.ServiceCause::count)
                                        .sum())
                                .toList()))
                .sorted(Comparator.<CauseRow, OutcomeKind>comparing(
                                it -> it.cause().kind(), Counts.WORST_FIRST)
                        .thenComparing(it -> -it.services())
                        .thenComparing(it ->
                                -it.cells().stream().mapToInt(Integer::intValue).sum()))
                .toList();
    }

    private static Map<String, List<ServiceWaiver>> waivers(List<Service> services) {
        return services.stream()
                .flatMap(it -> it.waivers().stream())
                .sorted(Comparator.comparing(ServiceWaiver::until))
                .collect(Collectors.groupingBy(ServiceWaiver::owner, TreeMap::new, Collectors.toList()));
    }

    /** {@code 2 of 12 services break their contract; of 1 service there is no whole report.} */
    public String headline() {
        long breaking = services.stream()
                .filter(it -> it.worst() == OutcomeKind.VIOLATION)
                .count();
        long unsure = services.stream()
                .filter(it -> it.worst() == OutcomeKind.INCONCLUSIVE || it.worst() == OutcomeKind.MISCONFIGURED)
                .count();
        long partial = services.stream().filter(it -> !it.run().hasFinished()).count()
                + unread.stream()
                        .map(Unread::service)
                        .filter(name ->
                                services.stream().noneMatch(it -> it.name().equals(name)))
                        .distinct()
                        .count();
        String all = breaking == 0
                ? "No service of %d is known to break its contract".formatted(services.size())
                : "%d of %s %s contract"
                        .formatted(
                                breaking,
                                Words.count(services.size(), "service"),
                                breaking == 1 ? "breaks its" : "break their");
        return all
                + (unsure == 0 ? "" : "; %d could not be judged whole".formatted(unsure))
                + (partial == 0
                        ? "."
                        : "; of %s there is no whole report.".formatted(Words.count((int) partial, "service")));
    }
}
