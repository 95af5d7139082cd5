package dev.naysayer.engine.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseId;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.FindingId;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.ReportFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What the record of an earlier run says, as far as a later one is compared with it: of each case its outcome, its answer in a few
 * words, and what was broken.
 *
 * @param origin which run it was
 * @param parts the names of the suites of which it has a part only, since it was asked for no more
 * @param cases in the order in which they ran; the rules over several answers of a suite are together one of them
 */
public record Baseline(Origin origin, Set<String> parts, Map<CaseId, BaselineCase> cases) {

    private static final int LONGEST_ACTUAL = 160;

    /**
     * Which run it was.
     *
     * @param stamp names its report
     * @param ids what the run was called
     * @param started when its first case began
     */
    public record Origin(String stamp, List<String> ids, Instant started) {

        public Origin {
            ids = List.copyOf(ids);
        }

        /** {@code run 8231 of 2026-01-02 03:03 UTC}. */
        public String words() {
            return "%s%s of %s UTC"
                    .formatted(
                            ids.size() == 1 ? "run " : "runs ",
                            String.join(", ", ids),
                            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                                    .withZone(ZoneOffset.UTC)
                                    .format(started));
        }
    }

    public Baseline {
        parts = Set.copyOf(parts);
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    /** Of a run that was asked for all. */
    public Baseline(Origin origin, Map<CaseId, BaselineCase> cases) {
        this(origin, Set.of(), cases);
    }

    /** Whether the same rule was broken in the same case. */
    public boolean has(FindingId finding) {
        BaselineCase before = cases.get(new CaseId(finding.suite(), finding.operation(), finding.scenario()));
        BaselineFinding broken = before == null ? null : before.findings().get(finding.rule());
        return broken != null && broken.broken();
    }

    /**
     * Looks at the beginning of a report only, which says whether a run may be compared with it.
     *
     * @param report the file, or the report directory that it lies in
     * @throws IOException where there is none, or it cannot be read, or is of another form, or its run has not finished; the message
     *     says what to do
     */
    public static void requireUsable(Path report) throws IOException {
        try (ReportFile file = opened(report)) {
            usable(file);
        }
    }

    /**
     * Reads a report.
     *
     * @param report the file, or the report directory that it lies in
     * @throws IOException as {@link #requireUsable}
     */
    public static Baseline read(Path report) throws IOException {
        try (ReportFile file = opened(report)) {
            return new Reading(file).run();
        }
    }

    private static ReportFile opened(Path report) throws IOException {
        try {
            return ReportFile.open(report);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "there is no report %s: name the report.json of the run to compare with, by a path from the folder in which the tests run"
                            .formatted(report),
                    e);
        }
    }

    private static RunForm usable(ReportFile file) throws IOException {
        RunForm run = file.value("run", new TypeReference<>() {});
        if (run.finished() == null) {
            throw file.fault(
                    "its run has not finished, so findings may be missing: take the report of one that has", null);
        }
        if (run.shards() != null && run.shards().present().size() < run.shards().of()) {
            throw file.fault(
                    "it is of %d of %d shards, so what the others have would count as new: take the report of all of them together"
                            .formatted(
                                    run.shards().present().size(), run.shards().of()),
                    null);
        }
        return run;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RunForm(
            String stamp,
            List<String> ids,
            Instant started,
            @Nullable Instant finished,
            @Nullable ShardsForm shards,
            @Nullable List<String> parts) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ShardsForm(int of, List<Integer> present) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RuleForm(String level) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SuiteForm(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record AnswerForm(@Nullable Integer status, List<Header> responseHeaders) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CaseForm(
            int suite,
            String operation,
            String scenario,
            OutcomeKind kind,
            @Nullable String reason,
            List<FindingForm> findings,
            @Nullable AnswerForm transcript) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record ComparisonForm(int suite, FindingForm finding) {}

    /** One report on its way into memory; texts that many cases share stand there once. */
    private static final class Reading {

        private final ReportFile file;
        private final RunForm run;
        private final Map<String, RuleForm> rules;
        private final List<SuiteForm> suites;
        private final Map<CaseId, BaselineCase> cases = new LinkedHashMap<>();
        private final Map<BaselineAnswer, BaselineAnswer> answers = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();

        Reading(ReportFile file) throws IOException {
            this.file = file;
            this.run = usable(file);
            this.rules = file.value("rules", new TypeReference<>() {});
            this.suites = file.value("suites", new TypeReference<>() {});
        }

        Baseline run() throws IOException {
            file.list("cases");
            for (ReportFile.Item<CaseForm> it = file.next("cases", CaseForm.class);
                    it != null;
                    it = file.next("cases", CaseForm.class)) {
                add(it.value());
            }
            file.list("comparisons");
            for (ReportFile.Item<ComparisonForm> it = file.next("comparisons", ComparisonForm.class);
                    it != null;
                    it = file.next("comparisons", ComparisonForm.class)) {
                CaseId id = new CaseId(suite(it.value().suite()), null, null);
                add(
                        cases.computeIfAbsent(id, same -> empty(OutcomeKind.CONFORMING, null, null)),
                        it.value().finding());
            }
            return new Baseline(
                    new Origin(run.stamp(), run.ids(), run.started()),
                    run.parts() == null ? Set.of() : Set.copyOf(run.parts()),
                    cases);
        }

        private static BaselineCase empty(OutcomeKind kind, @Nullable String reason, @Nullable BaselineAnswer answer) {
            return new BaselineCase(kind, reason, answer, new HashMap<>(4));
        }

        private void add(CaseForm form) throws IOException {
            BaselineAnswer answer = form.transcript() == null
                    ? null
                    : answers.computeIfAbsent(
                            BaselineAnswer.of(
                                    form.transcript().status(),
                                    form.transcript().responseHeaders()),
                            same -> same);
            CaseId id = new CaseId(suite(form.suite()), word(form.operation()), word(form.scenario()));
            BaselineCase one = empty(form.kind(), form.reason() == null ? null : firstLine(form.reason()), answer);
            for (FindingForm finding : form.findings()) {
                add(one, finding);
            }
            // Where several classes run one suite, what one of them found is known.
            cases.merge(id, one, (first, second) -> {
                second.findings()
                        .forEach((rule, said) ->
                                first.findings().merge(rule, said, (here, there) -> there.broken() ? there : here));
                return first;
            });
        }

        private void add(BaselineCase to, FindingForm finding) throws IOException {
            boolean broken = finding.verdict().equals("violated");
            if (!broken && !finding.verdict().equals("inconclusive")) {
                return;
            }
            to.findings()
                    .put(
                            word(finding.rule()),
                            new BaselineFinding(
                                    level(finding),
                                    broken,
                                    finding.actual() == null ? null : firstLine(finding.actual())));
        }

        private String level(FindingForm finding) throws IOException {
            RuleForm rule = rules.get(finding.rule());
            if (finding.instead() != null) {
                return word(finding.instead().level());
            }
            if (rule == null) {
                throw file.fault(
                        "it speaks of the rule '%s', of which 'rules' has no words".formatted(finding.rule()), null);
            }
            return word(rule.level());
        }

        private String suite(int index) throws IOException {
            if (index < 0 || index >= suites.size()) {
                throw file.fault(
                        "it speaks of item %d of 'suites', which has %d".formatted(index, suites.size()), null);
            }
            return suites.get(index).name();
        }

        private String firstLine(String text) {
            return word(VisibleText.cut(text.lines().findFirst().orElse(""), LONGEST_ACTUAL));
        }

        private String word(String text) {
            return words.computeIfAbsent(text, same -> same);
        }
    }
}
