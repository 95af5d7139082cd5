package dev.naysayer.reports.collect;

import dev.naysayer.engine.exchange.redaction.Redactor;
import dev.naysayer.engine.outcome.Redaction;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.change.Change;
import dev.naysayer.reports.change.Changes;
import dev.naysayer.reports.model.Circumstances;
import dev.naysayer.reports.model.Exchanges;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that the runs of this process know to be secret, which nothing that is written may hold.
 *
 * <p>Problem: outcomes are searched when they are told, and a secret may be known only later: a suite reads its key when an earlier one
 * has long been answered. Choice: what is about to take its place is searched once more, by what is known in the end.
 */
final class LastGate {

    private final Set<Redactor> runs = Collections.newSetFromMap(new IdentityHashMap<>());

    /** From now on its secrets are searched for; what it gets to know later, too. */
    void know(@Nullable Redactor secrets) {
        if (secrets != null) {
            runs.add(secrets);
        }
    }

    /** What was written was searched, and a run after it knows what it is told itself; of long runs all secrets are megabytes. */
    void forget() {
        runs.clear();
    }

    boolean isIn(String text) {
        return runs.stream().anyMatch(it -> it.isIn(text));
    }

    /** A text of ours, which quotes others, with every secret replaced. */
    String without(String ours) {
        String clean = ours;
        for (Redactor secrets : runs) {
            clean = secrets.redactOurs(clean);
        }
        return clean;
    }

    private String withoutAny(String others) {
        String clean = others;
        for (Redactor secrets : runs) {
            clean = secrets.redact(clean);
        }
        return clean;
    }

    /** From now on nothing is secret that stands here: a password may be a word of ours. */
    void learn(String ours) {
        runs.forEach(it -> it.addOwnWords(ours));
    }

    /** The same run, in which every secret is replaced in what others said. */
    RunDocument without(RunDocument document) {
        Redaction redaction = new Redaction(this::without);
        Redaction ofWire = new Redaction(this::withoutAny);
        return new RunDocument(
                document.generator(),
                run(document.run()),
                document.rules(),
                document.cases().stream()
                        .map(it -> new RecordedCase(
                                it.origin(), redaction.of(it.outcome()), exchanges(it.exchanges(), ofWire)))
                        .toList(),
                document.comparisons().stream()
                        .map(it -> new RecordedComparison(
                                it.origin(), redaction.of(it.outcome()), exchanges(it.exchanges(), ofWire)))
                        .toList(),
                document.waivers(),
                document.changes() == null ? null : changes(document.changes()),
                document.gate());
    }

    /** What it was told may hold what a suite makes a secret of. */
    private Run run(Run it) {
        Circumstances told = it.circumstances();
        TreeMap<String, String> settings = new TreeMap<>(told == null ? Map.of() : told.settings());
        settings.replaceAll((name, value) -> without(value));
        return new Run(
                it.stamp(),
                it.ids(),
                it.started(),
                it.finished(),
                it.processes(),
                it.shards(),
                it.missing(),
                it.notes(),
                it.parts(),
                told == null ? null : new Circumstances(told.commit(), told.branch(), settings));
    }

    private static Exchanges exchanges(Exchanges all, Redaction redaction) {
        return () -> all.transcripts().stream().<Transcript>map(redaction::of).toList();
    }

    private Changes changes(Changes it) {
        return new Changes(
                it.baseline(),
                it.findings(),
                it.cases(),
                it.notRun(),
                it.all().stream()
                        .map(one -> new Change(
                                one.kind(),
                                one.suite(),
                                one.operation(),
                                one.scenario(),
                                one.rule(),
                                one.level(),
                                without(one.words())))
                        .toList());
    }
}
