package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.ComparisonOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.FindingForm;
import dev.naysayer.engine.outcome.QuietRules;
import dev.naysayer.engine.outcome.ReportFile;
import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.engine.outcome.WaiverOutcome;
import dev.naysayer.reports.model.Exchanges;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.RecordedComparison;
import dev.naysayer.reports.model.RecordedWaiver;
import dev.naysayer.reports.model.SuiteOrigin;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a {@code report.json} say, each of which names what all share: the words of rules, what is quiet, the suites. */
final class ReadForms {

    private final ReportFile file;
    private final Map<String, RuleWords> rules;
    private final List<QuietRules> quiet;
    private final List<JsonForm.Suite> suites;
    private final Map<JsonForm.Suite, SuiteOrigin> origins = new HashMap<>();

    /** @param file is told what names nothing that there is */
    ReadForms(ReportFile file, Map<String, RuleWords> rules, List<QuietRules> quiet, List<JsonForm.Suite> suites) {
        this.file = file;
        this.rules = rules;
        this.quiet = quiet;
        this.suites = suites;
    }

    RecordedCase recorded(JsonForm.Case form, Exchanges exchanges) {
        JsonForm.Suite suite = at(suites, form.suite(), "suites");
        CaseOutcome outcome = new CaseOutcome(
                suite.name(),
                suite.file(),
                form.line(),
                suite.target(),
                form.operation(),
                form.scenario(),
                form.meaning(),
                form.control(),
                form.kind(),
                form.reason(),
                form.findings().stream().map(this::finding).toList(),
                form.quiet() == null ? QuietRules.NONE : at(quiet, form.quiet(), "quiet"),
                null,
                // There was no such thing in form 2.
                form.earlier() == null ? List.of() : form.earlier(),
                form.move(),
                form.subject(),
                form.owner());
        return new RecordedCase(origin(suite), outcome, exchanges);
    }

    RecordedComparison recorded(JsonForm.Comparison form, Exchanges exchanges) {
        JsonForm.Suite suite = at(suites, form.suite(), "suites");
        ComparisonOutcome outcome = new ComparisonOutcome(
                suite.name(),
                suite.file(),
                form.line(),
                suite.target(),
                form.test(),
                form.kind(),
                finding(form.finding()),
                List.of(),
                null,
                form.move());
        return new RecordedComparison(origin(suite), outcome, exchanges);
    }

    RecordedWaiver recorded(JsonForm.Waiver form) {
        JsonForm.Suite suite = at(suites, form.suite(), "suites");
        WaiverOutcome outcome = new WaiverOutcome(
                suite.name(),
                suite.file(),
                suite.target(),
                form.rule(),
                form.scenario(),
                form.operation(),
                form.waiver(),
                form.removal(),
                form.state(),
                form.endsSoon(),
                form.findings(),
                form.reason());
        return new RecordedWaiver(origin(suite), outcome);
    }

    private Finding finding(FindingForm form) {
        RuleWords words = rules.get(form.rule());
        if (words == null) {
            throw new UncheckedIOException(file.fault(
                    "it speaks of the rule '%s', of which 'rules' has no words".formatted(form.rule()), null));
        }
        return form.with(words);
    }

    private <T> T at(List<T> all, int index, String list) {
        if (index < 0 || index >= all.size()) {
            throw new UncheckedIOException(
                    file.fault("it speaks of item %d of '%s', which has %d".formatted(index, list, all.size()), null));
        }
        return all.get(index);
    }

    /** Where a suite was not reached its cases have no target, and it is the same suite. */
    private SuiteOrigin origin(JsonForm.Suite suite) {
        return origins.computeIfAbsent(
                suite,
                it -> new SuiteOrigin(
                        "%s of %s by %s in %s".formatted(it.name(), it.file(), it.className(), it.directory()),
                        it.directory(),
                        it.className(),
                        it.digest(),
                        it.path()));
    }
}
