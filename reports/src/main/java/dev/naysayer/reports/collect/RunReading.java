package dev.naysayer.reports.collect;

import dev.naysayer.engine.gate.Baseline;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.OutcomeReader;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.SuiteOutcome;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.engine.plan.Shard;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.Exchanges;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.Shards;
import dev.naysayer.reports.model.SuiteOrigin;
import dev.naysayer.reports.model.UnjudgedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;

/**
 * Journals, read into one document. What went over the wire stays on disk, or a long run would not fit into memory.
 *
 * <p>A later outcome of the same test takes the place of the earlier one: test runners try again what failed, in the same process or
 * in another.
 */
final class RunReading {

    private final Map<String, RecordedCase> cases = new LinkedHashMap<>();
    private final Map<String, Map<String, RecordedComparison>> comparisons = new LinkedHashMap<>();
    private final Map<String, List<GateOutcome>> gates = new LinkedHashMap<>();
    private final Map<String, Map<String, RecordedWaiver>> waivers = new LinkedHashMap<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    /** Of each suite, by its name, and of each shard whether all of it was asked for in some test plan. */
    private final Map<String, Map<String, Boolean>> whole = new LinkedHashMap<>();

    private final Set<GateRules> asked = new LinkedHashSet<>();
    private final TreeMap<String, RuleWords> rules = new TreeMap<>();
    private final Set<Circumstances> circumstances = new LinkedHashSet<>();
    private final List<JournalFile> journals = new ArrayList<>();
    private final Map<SuiteOrigin, SuiteOrigin> origins = new HashMap<>();
    private final Map<QuietRules, QuietRules> quiet = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, SuiteText> digests = new HashMap<>();
    private final UnaryOperator<JournalLine.Writer> as;

    RunReading() {
        this(writer -> writer);
    }

    /** @param as gives writers whose tests are the same the same identity and directory */
    RunReading(UnaryOperator<JournalLine.Writer> as) {
        this.as = as;
    }

    /** Reads a whole journal behind those that were read already. */
    void add(JournalFile journal, JournalSource source) throws IOException {
        journals.add(journal);
        OutcomeReader reader = new OutcomeReader();
        JournalLine.Writer writer = as.apply(journal.writer());
        String shard = journal.shard() == null ? "" : journal.shard().words();
        source.read(text -> {
            text.read((place, line) -> {
                JournalLine one = JournalLine.read(line);
                if (one.begin() != null) {
                    begun(writer, one.begin());
                }
                if (one.entry() != null) {
                    addOrMiss(writer, shard, one.entry(), reader, new OnDisk(source, place));
                }
                if (one.gates() != null) {
                    gates.put(place(writer, one.gates().test()), one.gates().outcomes());
                    missing.remove(place(writer, one.gates().test()));
                }
                if (one.missing() != null) {
                    missing.put(
                            place(writer, one.missing().test()), one.missing().name());
                }
            });
            return journal;
        });
        reader.rules().forEach(rules::putIfAbsent);
    }

    private void begun(JournalLine.Writer writer, JournalLine.Begin begin) {
        if (begin.digests() != null) {
            begin.digests().forEach((suite, digest) -> know(writer, suite, digest));
        }
        if (begin.paths() != null) {
            begin.paths().forEach((suite, path) -> paths.put(place(writer, suite), path));
        }
        if (begin.circumstances() != null) {
            circumstances.add(begin.circumstances());
        }
        if (begin.gate() != null) {
            // The last one counts.
            asked.remove(begin.gate());
            asked.add(begin.gate());
        }
    }

    private void know(JournalLine.Writer writer, String suite, String digest) {
        String file = UniqueId.parse(suite).getLastSegment().getValue();
        digests.put(place(writer, suite), new SuiteText(file, digest));
    }

    /** One outcome that cannot be read is no reason to lose the others. */
    private void addOrMiss(
            JournalLine.Writer writer,
            String shard,
            JournalLine.Entry entry,
            OutcomeReader reader,
            Exchanges exchanges) {
        try {
            add(writer, shard, entry, reader, exchanges);
        } catch (RuntimeException e) {
            missing.put(
                    place(writer, entry.test()),
                    UniqueId.parse(entry.test()).getLastSegment().getValue());
        }
    }

    /** A journal of which only this is known. */
    void miss(Path journal) {
        missing.put(
                journal.toString(),
                "all tests of %s, which cannot be read: use the same version of Naysayer in all modules"
                        .formatted(journal.getFileName()));
    }

    private void add(
            JournalLine.Writer writer,
            String shard,
            JournalLine.Entry entry,
            OutcomeReader reader,
            Exchanges exchanges) {
        String key = place(writer, entry.test());
        boolean all = entry.part() == null;
        reader.outcome(entry.outcome()).ifPresent(outcome -> {
            asked(outcome, shard, all);
            cases.put(key, new RecordedCase(origin(writer, entry.test()), lean(outcome), exchanges));
            missing.remove(key);
        });
        reader.comparison(entry.outcome()).ifPresent(outcome -> {
            asked(outcome, shard, all);
            comparisons
                    .computeIfAbsent(key + " " + outcome.finding().rule(), same -> new LinkedHashMap<>())
                    .put(shard, new RecordedComparison(origin(writer, entry.test()), lean(outcome), exchanges));
            missing.remove(key);
        });
        OutcomeReader.waiver(entry.outcome()).ifPresent(outcome -> {
            asked(outcome, shard, all);
            add(writer, shard, entry.test(), outcome);
        });
    }

    private void asked(SuiteOutcome of, String shard, boolean all) {
        whole.computeIfAbsent(of.suite(), same -> new HashMap<>()).merge(shard, all, Boolean::logicalOr);
    }

    /** What each shard says of it. */
    private void add(JournalLine.Writer writer, String shard, String test, WaiverOutcome outcome) {
        String key = place(writer, test);
        waivers.computeIfAbsent(
                        key + " " + outcome.waiver().place() + " " + outcome.names(), same -> new LinkedHashMap<>())
                .put(shard, new RecordedWaiver(origin(writer, test), outcome));
        missing.remove(key);
    }

    /** Without what can be read again, and each text once. */
    private CaseOutcome lean(CaseOutcome it) {
        return new CaseOutcome(
                word(it.suite()),
                word(it.file()),
                it.line(),
                it.target() == null ? null : word(it.target()),
                word(it.operation()),
                word(it.scenario()),
                word(it.meaning()),
                it.control(),
                it.kind(),
                it.reason() == null ? null : word(it.reason()),
                it.findings(),
                quiet.computeIfAbsent(it.quiet(), same -> same),
                null,
                it.earlier(),
                it.move(),
                it.subject() == null ? null : word(it.subject()),
                it.owner() == null ? null : word(it.owner()));
    }

    private static ComparisonOutcome lean(ComparisonOutcome it) {
        return it.withoutProbes();
    }

    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }

    /** The same for a test or suite that one run runs again in another process. */
    static String place(JournalLine.Writer writer, String id) {
        return "%s in %s: %s".formatted(writer.identity(), writer.directory(), id);
    }

    private SuiteOrigin origin(JournalLine.Writer writer, String test) {
        UniqueId id = UniqueId.parse(test);
        String className = id.getSegments().stream()
                .filter(segment -> segment.getType().equals("class"))
                .map(UniqueId.Segment::getValue)
                .reduce((first, last) -> last)
                .orElse(null);
        String place = place(writer, id.removeLastSegment().toString());
        SuiteText text = digests.get(place);
        SuiteOrigin origin = new SuiteOrigin(
                place, writer.directory(), className, text == null ? null : text.digest(), paths.get(place));
        return origins.computeIfAbsent(origin, same -> same);
    }

    /** A suite's text, as far as it is known. */
    record SuiteText(String file, String digest) {}

    /** Of all suites that were to run, by their places. */
    Map<String, SuiteText> digests() {
        return digests;
    }

    boolean isEmpty() {
        return cases.isEmpty() && comparisons.isEmpty() && waivers.isEmpty() && missing.isEmpty();
    }

    /**
     * The document of all that was read.
     *
     * @param stamp names this report
     */
    RunDocument document(String generator, String stamp) {
        return document(generator, stamp, null);
    }

    /** @param baseline what the run is compared with, or null */
    RunDocument document(String generator, String stamp, @Nullable Baseline baseline) {
        List<RunProcess> processes = journals.stream().map(JournalFile::process).toList();
        Shards shards = shards();
        boolean finished = processes.stream().allMatch(it -> it.state() == RunProcess.State.ENDED);
        Run run = new Run(
                stamp,
                journals.stream().flatMap(it -> it.ids().stream()).distinct().toList(),
                processes.stream()
                        .map(RunProcess::started)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                finished
                        ? processes.stream()
                                .map(RunProcess::ended)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .orElse(null)
                        : null,
                processes,
                shards,
                List.copyOf(missing.values()),
                notes(),
                parts(),
                Circumstances.common(circumstances));
        List<RecordedComparison> compared = comparisons.values().stream()
                .map(parts -> ShardComparisons.together(parts, shards, rules))
                .toList();
        List<RecordedWaiver> waived = waivers.values().stream()
                .map(parts -> ShardWaivers.together(List.copyOf(parts.values()), shards, compared))
                .toList();
        return new UnjudgedRun(generator, run, rules, List.copyOf(cases.values()), compared, waived)
                .told(lastAsked(), gates.values().stream().flatMap(List::stream).toList(), baseline);
    }

    /** What the last test plan had to keep. */
    private GateRules lastAsked() {
        return asked.stream().reduce((first, last) -> last).orElse(GateRules.DEFAULTS);
    }

    /** What each test plan had to keep, the last one last. */
    Set<GateRules> asked() {
        return asked;
    }

    private List<String> notes() {
        return asked.stream().map(GateRules::said).distinct().count() > 1
                ? List.of(
                        "Processes of this run had to keep different gate rules: a suite without a gate of its own is judged by those of the last one.")
                : List.of();
    }

    private List<String> parts() {
        return whole.entrySet().stream()
                .filter(it -> it.getValue().containsValue(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Null where it is not of shards. */
    private @Nullable Shards shards() {
        List<Shard> known = journals.stream()
                .map(JournalFile::shard)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return known.isEmpty()
                ? null
                : new Shards(
                        known.get(0).of(), known.stream().map(Shard::number).toList());
    }

    /** What went over the wire, read again from its journal. */
    private record OnDisk(JournalSource source, JournalText.Place place) implements Exchanges {

        @Override
        public List<Transcript> transcripts() {
            try {
                JournalLine line = JournalLine.read(source.read(text -> text.at(place)));
                JournalLine.Entry entry = Objects.requireNonNull(line.entry());
                return OutcomeReader.transcripts(entry.outcome());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
