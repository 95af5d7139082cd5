package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run as people read it.
 *
 * @param headline the whole run in a sentence, {@code 2 of 10 cases break the contract.}
 * @param mergeability whether what the run is of may be merged
 * @param counts how many cases became what
 * @param suites in the order in which they ran
 * @param causes all there is to mend or to know, across suites, the weightiest first
 */
public record ConformanceReport(
        String headline, Mergeability mergeability, Counts counts, List<SuiteReport> suites, List<Cause> causes) {

    public ConformanceReport {
        suites = List.copyOf(suites);
        causes = List.copyOf(causes);
    }

    /** The report of a run. */
    public static ConformanceReport of(RunDocument document) {
        List<CaseOutcome> cases =
                document.cases().stream().map(RecordedCase::outcome).toList();
        List<SuiteReport> suites = suites(document);
        Counts compared = Counts.sum(
                "comparison", suites.stream().map(SuiteReport::comparisonCounts).toList());
        return new ConformanceReport(
                Headline.of(document.run(), Counts.of(cases), compared, document.waivers()),
                Mergeability.of(document),
                Counts.of(cases),
                suites,
                Causes.of(suites, document.changes()));
    }

    private static List<SuiteReport> suites(RunDocument document) {
        Map<SuiteKey, List<RecordedCase>> casesOf = document.cases().stream()
                .collect(Collectors.groupingBy(SuiteKey::of, LinkedHashMap::new, Collectors.toList()));
        Map<SuiteKey, List<RecordedComparison>> comparisonsOf = document.comparisons().stream()
                .collect(Collectors.groupingBy(SuiteKey::of, LinkedHashMap::new, Collectors.toList()));
        Set<SuiteKey> keys = new LinkedHashSet<>(casesOf.keySet());
        keys.addAll(comparisonsOf.keySet());
        Map<SuiteKey, String> titles = keys.stream()
                .collect(Collectors.toMap(key -> key, key -> key.title(keys), (a, b) -> a, LinkedHashMap::new));
        Anchors anchors = anchors(titles, casesOf, comparisonsOf);
        return titles.entrySet().stream()
                .map(it -> suite(
                        it.getValue(),
                        it.getKey(),
                        casesOf.getOrDefault(it.getKey(), List.of()),
                        comparisonsOf.getOrDefault(it.getKey(), List.of()),
                        anchors))
                .toList();
    }

    private static Anchors anchors(
            Map<SuiteKey, String> titles,
            Map<SuiteKey, List<RecordedCase>> cases,
            Map<SuiteKey, List<RecordedComparison>> comparisons) {
        var places = new ArrayList<List<String>>();
        titles.forEach((suite, title) -> {
            places.add(List.of("suite", title));
            cases.getOrDefault(suite, List.of()).forEach(it -> {
                places.add(operation(title, it.outcome().operation()));
                places.add(place(title, it));
            });
            comparisons.getOrDefault(suite, List.of()).forEach(it -> places.add(place(title, it)));
        });
        return new Anchors(places);
    }

    private static List<String> operation(String suite, String operation) {
        return List.of("operation", suite, operation);
    }

    private static List<String> place(String suite, RecordedCase it) {
        return List.of(suite, it.outcome().operation(), it.outcome().scenario());
    }

    private static List<String> place(String suite, RecordedComparison it) {
        return List.of(suite, "comparison", it.outcome().finding().rule());
    }

    private static SuiteReport suite(
            String title,
            SuiteKey suite,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons,
            Anchors anchors) {
        return SuiteReport.of(
                anchors.next(List.of("suite", title)),
                title,
                suite.file(),
                suite.origin(),
                operation -> anchors.next(operation(title, operation)),
                cases.stream()
                        .map(it -> new ReportedCase(anchors.next(place(title, it)), it.outcome(), it.exchanges()))
                        .toList(),
                comparisons.stream()
                        .map(it -> new ReportedComparison(anchors.next(place(title, it)), it.outcome(), it.exchanges()))
                        .toList());
    }

    /** Two files may call their suite alike, and two classes may run one file; they are two suites still. */
    private record SuiteKey(String name, String file, SuiteOrigin origin) {

        static SuiteKey of(Recorded it) {
            return new SuiteKey(it.outcome().suite(), it.outcome().file(), it.origin());
        }

        /** The name, and what else it takes to tell it from the others. */
        String title(Set<SuiteKey> all) {
            List<SuiteKey> alike =
                    all.stream().filter(it -> it.name.equals(name)).toList();
            String title = name;
            for (Function<SuiteKey, String> detail : DETAILS) {
                if (alike.size() > 1 && alike.stream().map(detail).distinct().count() > 1) {
                    title += ", " + detail.apply(this);
                    alike = alike.stream()
                            .filter(it -> detail.apply(it).equals(detail.apply(this)))
                            .toList();
                }
            }
            return alike.size() > 1 ? "%s (%d)".formatted(title, alike.indexOf(this) + 1) : title;
        }

        private static final List<Function<SuiteKey, String>> DETAILS = List.of(
                SuiteKey::file,
                it -> Objects.requireNonNullElse(it.origin.className(), "without a class"),
                it -> it.origin.directory());
    }
}
