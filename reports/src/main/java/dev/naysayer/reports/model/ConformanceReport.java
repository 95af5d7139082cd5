package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
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
 * @param headline the whole run in a sentence, {@code 2 of 10 refusals break the contract.}
 * @param counts how many cases became what
 * @param suites in the order in which they ran
 * @param firstLooks violations, then what could not be judged, then warnings
 */
public record ConformanceReport(String headline, Counts counts, List<SuiteReport> suites, List<FirstLook> firstLooks) {

    public ConformanceReport {
        suites = List.copyOf(suites);
        firstLooks = List.copyOf(firstLooks);
    }

    /** The report of a run. */
    public static ConformanceReport of(RunDocument document) {
        var anchors = new Anchors();
        List<CaseOutcome> cases =
                document.cases().stream().map(RecordedCase::outcome).toList();
        Map<SuiteKey, List<RecordedCase>> casesOf = document.cases().stream()
                .collect(Collectors.groupingBy(SuiteKey::of, LinkedHashMap::new, Collectors.toList()));
        Map<SuiteKey, List<RecordedComparison>> comparisonsOf = document.comparisons().stream()
                .collect(Collectors.groupingBy(SuiteKey::of, LinkedHashMap::new, Collectors.toList()));
        Set<SuiteKey> keys = new LinkedHashSet<>(casesOf.keySet());
        keys.addAll(comparisonsOf.keySet());
        List<SuiteReport> suites = keys.stream()
                .map(key -> suite(
                        key.title(keys),
                        key,
                        casesOf.getOrDefault(key, List.of()),
                        comparisonsOf.getOrDefault(key, List.of()),
                        anchors))
                .toList();
        Counts compared = Counts.sum(
                "comparison", suites.stream().map(SuiteReport::comparisonCounts).toList());
        return new ConformanceReport(
                Headline.of(document.run(), cases, compared), Counts.of(cases), suites, FirstLook.among(suites));
    }

    private static SuiteReport suite(
            String title,
            SuiteKey suite,
            List<RecordedCase> cases,
            List<RecordedComparison> comparisons,
            Anchors anchors) {
        return SuiteReport.of(
                anchors.next("suite", suite.name()),
                title,
                suite.file(),
                suite.origin(),
                cases.stream()
                        .map(it -> new ReportedCase(
                                anchors.next(
                                        suite.name(),
                                        it.outcome().operation(),
                                        it.outcome().scenario()),
                                it.outcome(),
                                it.exchanges()))
                        .toList(),
                comparisons.stream()
                        .map(it -> new ReportedComparison(
                                anchors.next(
                                        suite.name(),
                                        "comparison",
                                        it.outcome().finding().rule()),
                                it.outcome(),
                                it.exchanges()))
                        .toList());
    }

    /** Two files may call their suite alike, and two classes may run one file; they are two suites still. */
    private record SuiteKey(String name, String file, SuiteOrigin origin) {

        static SuiteKey of(RecordedCase it) {
            return new SuiteKey(it.outcome().suite(), it.outcome().file(), it.origin());
        }

        static SuiteKey of(RecordedComparison it) {
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
