package dev.naysayer.engine.outcome;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an {@link OutcomeWriter} wrote: all outcomes that it wrote, in their order.
 *
 * <p>Every method throws an {@link IllegalArgumentException} where an outcome names what none before it explains.
 */
public final class OutcomeReader {

    private final Map<String, SuiteWords> suites = new HashMap<>();
    private final Map<String, RuleWords> rules = new TreeMap<>();
    private final Map<String, QuietRules> quiet = new HashMap<>();

    /** What became of a case; empty where the outcome is something else's. */
    public Optional<CaseOutcome> outcome(OutcomeForm form) {
        take(form.shared());
        return Optional.ofNullable(form.outcome()).map(this::outcome);
    }

    /** What became of a comparison; empty where the outcome is something else's. */
    public Optional<ComparisonOutcome> comparison(OutcomeForm form) {
        take(form.shared());
        return Optional.ofNullable(form.comparison()).map(this::comparison);
    }

    /** What became of a waiver; empty where the outcome is something else's. */
    public static Optional<WaiverOutcome> waiver(OutcomeForm form) {
        return Optional.ofNullable(form.waiver());
    }

    /** The words of each rule that was spoken of so far, by its id. */
    public Map<String, RuleWords> rules() {
        return Collections.unmodifiableMap(rules);
    }

    /** What went over the wire, which needs no other outcome to be read. */
    public static List<Transcript> transcripts(OutcomeForm form) {
        if (form.outcome() != null) {
            return Stream.ofNullable(form.outcome().transcript()).toList();
        }
        return form.comparison() == null ? List.of() : form.comparison().probes();
    }

    private void take(@Nullable SharedForm shared) {
        if (shared != null) {
            suites.putAll(shared.suites());
            rules.putAll(shared.rules());
            shared.quiet().forEach(quiet::putIfAbsent);
        }
    }

    private CaseOutcome outcome(CaseForm form) {
        SuiteWords suite = known(suites, form.suite());
        return new CaseOutcome(
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
                form.quiet() == null ? QuietRules.NONE : known(quiet, form.quiet()),
                form.transcript(),
                form.earlier() == null ? List.of() : form.earlier(),
                form.move(),
                form.subject(),
                form.owner());
    }

    private ComparisonOutcome comparison(ComparisonForm form) {
        SuiteWords suite = known(suites, form.suite());
        return new ComparisonOutcome(
                suite.name(),
                suite.file(),
                form.line(),
                suite.target(),
                form.test(),
                form.kind(),
                finding(form.finding()),
                form.probes(),
                form.looks(),
                form.move());
    }

    private Finding finding(FindingForm form) {
        return form.with(known(rules, form.rule()));
    }

    private static <T> T known(Map<String, T> all, String name) {
        @Nullable T one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("it speaks of '" + name + "', which no outcome before it explains");
        }
        return one;
    }
}
