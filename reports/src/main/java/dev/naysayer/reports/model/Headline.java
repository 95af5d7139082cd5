package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;

/** The whole run in one or two sentences, the worst first. */
final class Headline {

    private Headline() {}

    static String of(Run run, List<CaseOutcome> outcomes, Counts compared) {
        Counts refusals =
                Counts.of(outcomes.stream().filter(it -> !it.control()).toList());
        Counts controls =
                Counts.of(outcomes.stream().filter(CaseOutcome::control).toList());
        var sentences = new ArrayList<String>();
        if (!run.hasFinished()) {
            sentences.add("This run has not finished: cases may be missing.");
        }
        if (run.shards() != null) {
            sentences.add(run.shards().sentence());
        }
        if (run.hasFinished() || !outcomes.isEmpty() || compared.total() > 0) {
            sentences.add(run.hasFinished() ? contract(refusals) : soFar(contract(refusals)));
        }
        if (!run.missing().isEmpty()) {
            sentences.add("Of " + Words.count(run.missing().size(), "test") + " no outcome is known.");
        }
        int brokenControls = controls.of(OutcomeKind.VIOLATION);
        if (brokenControls > 0) {
            sentences.add(Words.count(brokenControls, "control")
                    + (brokenControls == 1 ? " breaks" : " break")
                    + " it for a good credential.");
        }
        int brokenComparisons = compared.of(OutcomeKind.VIOLATION);
        if (brokenComparisons > 0) {
            sentences.add(Words.count(brokenComparisons, "comparison") + " of answers"
                    + (brokenComparisons == 1 ? " breaks" : " break") + " it.");
        }
        int warning = compared.of(OutcomeKind.WARNING);
        if (warning > 0) {
            sentences.add(Words.count(warning, "comparison") + " of answers" + (warning == 1 ? " warns." : " warn."));
        }
        if (unjudged(compared) > 0) {
            sentences.add(Words.count(unjudged(compared), "comparison") + " could not be judged.");
        }
        int unjudged = unjudged(refusals) + unjudged(controls);
        if (unjudged > 0) {
            sentences.add(Words.count(unjudged, "case") + " could not be judged.");
        }
        int waived = refusals.of(OutcomeKind.WAIVED);
        if (waived > 0) {
            sentences.add(Words.count(waived, "case") + (waived == 1 ? " is waived." : " are waived."));
        }
        int unobtainable = refusals.of(OutcomeKind.NOT_OBTAINABLE);
        if (unobtainable > 0) {
            sentences.add(Words.count(unobtainable, "credential") + (unobtainable == 1 ? " was" : " were")
                    + " not obtainable.");
        }
        return String.join(" ", sentences);
    }

    /** Nobody shall read half a run as a whole one. */
    private static String soFar(String sentence) {
        return "So far " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String contract(Counts refusals) {
        int planned =
                refusals.total() - refusals.of(OutcomeKind.NOT_APPLICABLE) - refusals.of(OutcomeKind.NOT_OBTAINABLE);
        int broken = refusals.of(OutcomeKind.VIOLATION);
        int warned = refusals.of(OutcomeKind.WARNING);
        int judged = planned - unjudged(refusals);
        int keeping = judged - refusals.of(OutcomeKind.WAIVED);
        if (broken > 0) {
            return broken + " of " + Words.count(planned, "case") + (broken == 1 ? " breaks" : " break")
                    + " the contract.";
        }
        if (judged == 0) {
            return "No case was judged.";
        }
        String kept = keeping < planned
                ? keeping + " of " + Words.count(planned, "case") + (keeping == 1 ? " keeps" : " keep")
                : planned == 1 ? "The one case keeps" : "All " + planned + " cases keep";
        return kept + " the contract" + (warned > 0 ? ", " + warned + " with a warning." : ".");
    }

    private static int unjudged(Counts counts) {
        return counts.of(OutcomeKind.INCONCLUSIVE) + counts.of(OutcomeKind.MISCONFIGURED);
    }
}
