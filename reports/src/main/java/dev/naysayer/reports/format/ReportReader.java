package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.ReportFile;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.Exchanges;
import dev.naysayer.reports.model.Gate;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Reads the {@code report.json} of any run, one case after the other, so that a report of any size is read in little memory.
 *
 * <p>First come the run and the words of the rules, then {@link #cases} once, then {@link #comparisons} once, then {@link #waivers}
 * once. Each is whole: what went over the wire is in {@link RecordedCase#exchanges}, the rules that leave nothing to say are in
 * {@link CaseOutcome#quiet}.
 *
 * <p>A report says by its {@code schemaVersion} which form it has. This version reads the forms 2 to 4; another is refused with words
 * that say which Naysayer reads it. In a report of form 2 all evidence is kept, so {@link Transcript#notKept} is 0. A report of a run
 * that has not finished is read as any other, and its {@link Run#finished} is null.
 *
 * <p>Every method throws an {@link IOException}, or an {@link UncheckedIOException} while a stream is read, that names the file and,
 * where it is no report, the line and what is wrong there. It is for one thread.
 */
public final class ReportReader implements Closeable {

    private static final String CASES = "cases";
    private static final String COMPARISONS = "comparisons";
    private static final String WAIVERS = "waivers";

    /** Former forms know nothing of waivers, nor of how a run was judged. */
    private static final int WITH_GATES = 4;

    private final ReportFile file;
    private final String generator;
    private final Run run;
    private final @Nullable Gate gate;
    private final @Nullable Changes changes;
    private final SortedMap<String, RuleWords> rules;
    private final ReadForms forms;

    private ReportReader(ReportFile file) throws IOException {
        this.file = file;
        this.generator = file.value("generator", new TypeReference<>() {});
        this.run = file.value("run", new TypeReference<>() {});
        this.gate = file.form() < WITH_GATES ? null : file.value("gate", new TypeReference<Gate>() {});
        this.changes =
                file.form() < WITH_GATES ? null : file.value("changes", new TypeReference<@Nullable Changes>() {});
        this.rules = Collections.unmodifiableSortedMap(
                file.value("rules", new TypeReference<TreeMap<String, RuleWords>>() {}));
        List<QuietRules> quiet = file.value("quiet", new TypeReference<>() {});
        List<JsonForm.Suite> suites = file.value("suites", new TypeReference<>() {});
        this.forms = new ReadForms(file, rules, quiet, suites);
    }

    /**
     * Opens a report.
     *
     * @param report the file, or the report directory that it lies in
     * @throws NoSuchFileException where there is none
     * @throws IOException where it cannot be read, or is no report of a form that this version reads
     */
    public static ReportReader open(Path report) throws IOException {
        ReportFile file = ReportFile.open(report);
        try {
            return new ReportReader(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Who wrote it, {@code Naysayer 1.0.0}. */
    public String generator() {
        return generator;
    }

    /** Which run it is of, and how far that came. */
    public Run run() {
        return run;
    }

    /** What the run had to keep, and whether it did; null in a report of an older form. */
    public @Nullable Gate gate() {
        return gate;
    }

    /** What is different from the run that it was compared with, or null where it was compared with none. */
    public @Nullable Changes changes() {
        return changes;
    }

    /** The words of every rule that a case or a comparison speaks of, by its id. */
    public SortedMap<String, RuleWords> rules() {
        return rules;
    }

    /**
     * The cases in the order in which they ran, read while the stream is.
     *
     * @throws IOException where they were read already
     */
    public Stream<RecordedCase> cases() throws IOException {
        return items(CASES, JsonForm.Case.class, (form, place) -> {
            List<Transcript> exchanges = exchanges(form);
            return forms.recorded(form, () -> exchanges);
        });
    }

    /**
     * The comparisons in the order in which they were judged, read while the stream is. Cases that were not read are passed over.
     *
     * @throws IOException where they were read already
     */
    public Stream<RecordedComparison> comparisons() throws IOException {
        return items(COMPARISONS, JsonForm.Comparison.class, (form, place) -> forms.recorded(form, form::probes));
    }

    /**
     * The waivers of the suites, read while the stream is; none in a report of a former form. Cases and comparisons that were not read
     * are passed over.
     *
     * @throws IOException where they were read already
     */
    public Stream<RecordedWaiver> waivers() throws IOException {
        return file.form() < WITH_GATES
                ? Stream.of()
                : items(WAIVERS, JsonForm.Waiver.class, (form, place) -> forms.recorded(form));
    }

    /**
     * The whole run, in place of {@link #cases}, {@link #comparisons} and {@link #waivers}: to be written again, alone or with others. What
     * went over the wire stays in the file, and is read from there each time that it is asked for, until this is closed.
     */
    public RunDocument document() throws IOException {
        try {
            List<RecordedCase> cases = items(
                            CASES,
                            JsonForm.Case.class,
                            (form, place) ->
                                    forms.recorded(form, inFile(place, JsonForm.Case.class, ReportReader::exchanges)))
                    .toList();
            List<RecordedComparison> comparisons = items(
                            COMPARISONS,
                            JsonForm.Comparison.class,
                            (form, place) -> forms.recorded(
                                    form, inFile(place, JsonForm.Comparison.class, JsonForm.Comparison::probes)))
                    .toList();
            return gate == null
                    ? new RunDocument(generator, run, rules, cases, comparisons)
                    : new RunDocument(
                            generator, run, rules, cases, comparisons, waivers().toList(), changes, gate);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private <F, T> Stream<T> items(String list, Class<F> form, BiFunction<F, ReportFile.Place, T> item)
            throws IOException {
        file.list(list);
        return StreamSupport.stream(
                new AbstractSpliterator<T>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        try {
                            ReportFile.Item<F> next = file.next(list, form);
                            if (next != null) {
                                action.accept(item.apply(next.value(), next.place()));
                            }
                            return next != null;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                false);
    }

    private <F> Exchanges inFile(ReportFile.Place place, Class<F> form, Function<F, List<Transcript>> exchanges) {
        return () -> {
            try {
                return exchanges.apply(file.again(place, form));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static List<Transcript> exchanges(JsonForm.Case form) {
        return Stream.ofNullable(form.transcript()).toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
