package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.BuildVersion;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.Recorded;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Shards;
import dev.naysayer.reports.model.SuiteOrigin;
import dev.naysayer.reports.model.Unfit;
import dev.naysayer.reports.model.UnjudgedRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of several: of modules that were run apart, of environments, of what was red and was run again.
 *
 * <p>What stands in several of them counts as the last run has it.
 */
final class MergedRuns {

    private final SuiteVersions versions = new SuiteVersions();
    private final TwiceRun twice = new TwiceRun();
    private final Map<SameSuite, SuiteOrigin> origins = new HashMap<>();
    private final Map<SameSuite.Case, RecordedCase> cases = new LinkedHashMap<>();
    private final Map<SameSuite.Case, RecordedComparison> comparisons = new LinkedHashMap<>();
    private final Map<SameSuite.Case, RecordedWaiver> waivers = new LinkedHashMap<>();
    private final Map<SameSuite.Case, Path> from = new HashMap<>();
    private final TreeMap<String, RuleWords> rules = new TreeMap<>();

    private MergedRuns() {}

    /** @param parts in the order in which they began */
    static RunDocument of(List<SavedRun.Opened> parts) throws Unfit {
        MergedRuns merged = new MergedRuns();
        SameSuite.Targets targets = new SameSuite.Targets();
        for (SavedRun.Opened part : parts) {
            requireWhole(part);
            merged.know(part, targets);
        }
        merged.versions.requireOne();
        for (SavedRun.Opened part : parts) {
            merged.add(part, targets);
        }
        return merged.document(parts.stream().map(SavedRun.Opened::document).toList());
    }

    private static void requireWhole(SavedRun.Opened part) throws Unfit {
        Shards shards = part.document().run().shards();
        if (shards != null && !shards.missing().isEmpty()) {
            throw new Unfit("%s is no whole run: %s Merge the shards first, by their journals"
                    .formatted(part.path(), shards.sentence()));
        }
    }

    private void know(SavedRun.Opened part, SameSuite.Targets targets) {
        String project = SameSuite.project(part.document().run());
        recorded(part.document())
                .map(it -> SameSuite.of(it, project))
                .distinct()
                .forEach(it -> {
                    versions.add(it.suite(), it.suite().file(), it.origin().digest(), part.path());
                    targets.add(it);
                    origins.merge(it.suite(), it.suite().origin(it.origin()), MergedRuns::later);
                });
    }

    private static Stream<? extends Recorded> recorded(RunDocument document) {
        return Stream.of(document.cases(), document.comparisons(), document.waivers())
                .flatMap(List::stream);
    }

    /** Of the last run, with a digest if any has one. */
    private static SuiteOrigin later(SuiteOrigin former, SuiteOrigin later) {
        return later.digest() == null
                ? new SuiteOrigin(later.place(), later.directory(), later.className(), former.digest(), later.path())
                : later;
    }

    private void add(SavedRun.Opened part, SameSuite.Targets targets) {
        RunDocument document = part.document();
        String project = SameSuite.project(document.run());
        SameSuite.Numbers numbers = new SameSuite.Numbers();
        for (RecordedCase it : document.cases()) {
            SameSuite.Ran ran = SameSuite.of(it, project);
            SameSuite.Case id = numbers.of(
                    ran, targets, it.outcome().operation(), it.outcome().scenario());
            RecordedCase counts = new RecordedCase(origin(ran), it.outcome(), it.exchanges());
            RecordedCase former = cases.put(id, counts);
            Path where = from.put(id, part.path());
            if (former != null && where != null) {
                twice.add(where, part.path(), former.outcome(), it.outcome());
            }
        }
        for (RecordedComparison it : document.comparisons()) {
            SameSuite.Ran ran = SameSuite.of(it, project);
            SameSuite.Case id = numbers.of(
                    ran, targets, it.outcome().test(), it.outcome().finding().rule());
            comparisons.put(id, new RecordedComparison(origin(ran), it.outcome(), it.exchanges()));
            from.put(id, part.path());
        }
        for (RecordedWaiver it : document.waivers()) {
            SameSuite.Ran ran = SameSuite.of(it, project);
            SameSuite.Case id = numbers.of(
                    ran, targets, it.outcome().names(), it.outcome().waiver().place());
            waivers.put(id, new RecordedWaiver(origin(ran), it.outcome()));
            from.put(id, part.path());
        }
        rules.putAll(document.rules());
    }

    private SuiteOrigin origin(SameSuite.Ran it) {
        return Objects.requireNonNull(origins.get(it.suite()));
    }

    private RunDocument document(List<RunDocument> parts) {
        List<Run> runs = parts.stream().map(RunDocument::run).toList();
        List<RunProcess> processes = runs.stream()
                .flatMap(it -> it.processes().stream())
                .sorted(Comparator.comparing(RunProcess::started))
                .toList();
        Run run = new Run(
                MergedRun.stamp(),
                runs.stream().flatMap(it -> it.ids().stream()).distinct().toList(),
                runs.stream().map(Run::started).min(Comparator.naturalOrder()).orElse(Instant.EPOCH),
                finished(runs),
                processes,
                null,
                runs.stream().flatMap(it -> it.missing().stream()).distinct().toList(),
                notes(parts),
                parts(parts),
                Circumstances.common(runs.stream()
                        .map(Run::circumstances)
                        .filter(Objects::nonNull)
                        .toList()));
        return new UnjudgedRun(
                        BuildVersion.generator(),
                        run,
                        rules,
                        List.copyOf(cases.values()),
                        List.copyOf(comparisons.values()),
                        waivers())
                .judged(parts.get(parts.size() - 1).gate().rules(), null);
    }

    private List<RecordedWaiver> waivers() {
        MergedWaivers judged = new MergedWaivers(from, cases, comparisons);
        return waivers.entrySet().stream()
                .map(it -> judged.judged(it.getKey(), it.getValue()))
                .toList();
    }

    /** A suite of which no run has all. */
    private static List<String> parts(List<RunDocument> parts) {
        Map<String, Boolean> whole = new LinkedHashMap<>();
        for (RunDocument part : parts) {
            recorded(part)
                    .map(it -> it.outcome().suite())
                    .distinct()
                    .forEach(suite -> whole.merge(suite, !part.run().parts().contains(suite), Boolean::logicalOr));
        }
        return whole.entrySet().stream()
                .filter(it -> !it.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Instant finished(List<Run> runs) {
        return runs.stream().allMatch(Run::hasFinished)
                ? runs.stream()
                        .map(Run::finished)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    private List<String> notes(List<RunDocument> parts) {
        List<String> notes = new ArrayList<>();
        parts.forEach(it -> notes.addAll(it.run().notes()));
        notes.addAll(twice.notes());
        List<String> generators =
                parts.stream().map(RunDocument::generator).distinct().toList();
        if (generators.size() > 1) {
            notes.add("What is put together here was judged by different versions: %s."
                    .formatted(String.join(", ", generators)));
        }
        if (parts.stream().map(it -> it.gate().rules()).distinct().count() > 1) {
            notes.add(
                    "What is put together here had to keep different gate rules: it is judged by those of the last run.");
        }
        if (!versions.unknown().isEmpty()) {
            notes.add(
                    "Whether all that is put together here is of one version of %s is not known: an earlier version of Naysayer recorded it."
                            .formatted(String.join(", ", versions.unknown())));
        }
        return notes.stream().distinct().toList();
    }
}
