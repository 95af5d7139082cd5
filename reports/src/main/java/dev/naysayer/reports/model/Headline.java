package dev.naysayer.reports.model;

import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.List;

/** The whole run in a few sentences, the worst first; whatever is counted is counted as everywhere else in the report. */
final class Headline {

    private Headline() {}

    /** @param waivers what became of those of all suites */
    static String of(Run run, Counts cases, Counts compared, List<RecordedWaiver> waivers) {
        var sentences = new ArrayList<String>();
        if (!run.hasFinished()) {
            sentences.add("This run has not finished: cases may be missing.");
        }
        if (run.shards() != null) {
            sentences.add(run.shards().sentence());
        }
        if (!run.parts().isEmpty()) {
            sentences.add("Only a part of %s was run."
                    .formatted(
                            run.parts().size() == 1
                                    ? run.parts().get(0)
                                    : Words.count(run.parts().size(), "suite")));
        }
        if (run.hasFinished() || cases.total() > 0 || compared.total() > 0) {
            sentences.add(run.hasFinished() ? contract(cases) : soFar(contract(cases)));
        }
        if (!run.missing().isEmpty()) {
            sentences.add("Of " + Words.count(run.missing().size(), "test") + " no outcome is known.");
        }
        if (compared.of(OutcomeKind.VIOLATION) > 0) {
            sentences.add(of(compared.of(OutcomeKind.VIOLATION), compared, "breaks it", "break it"));
        }
        if (unjudged(compared) > 0) {
            sentences.add(of(unjudged(compared), compared, "could not be judged", "could not be judged"));
        }
        if (unjudged(cases) > 0 && kept(cases) + cases.of(OutcomeKind.VIOLATION) > 0) {
            sentences.add(Words.count(unjudged(cases), "case") + " could not be judged.");
        }
        if (cases.of(OutcomeKind.WAIVED) > 0) {
            int waived = cases.of(OutcomeKind.WAIVED);
            sentences.add(Words.count(waived, "case") + (waived == 1 ? " is waived." : " are waived."));
        }
        int spent = (int) waivers.stream().filter(it -> it.outcome().fails()).count();
        if (spent > 0) {
            sentences.add(
                    Words.count(spent, "waiver") + (spent == 1 ? " has" : " have") + " expired or hides nothing.");
        }
        if (cases.of(OutcomeKind.NOT_APPLICABLE) > 0) {
            int pointless = cases.of(OutcomeKind.NOT_APPLICABLE);
            sentences.add(Words.count(pointless, "case") + (pointless == 1 ? " does" : " do") + " not apply.");
        }
        if (cases.of(OutcomeKind.NOT_OBTAINABLE) > 0) {
            int missing = cases.of(OutcomeKind.NOT_OBTAINABLE);
            sentences.add(Words.count(missing, "credential") + (missing == 1 ? " was" : " were") + " not obtainable.");
        }
        return String.join(" ", sentences);
    }

    /** Nobody shall read half a run as a whole one. */
    private static String soFar(String sentence) {
        return "So far " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String contract(Counts cases) {
        int broken = cases.of(OutcomeKind.VIOLATION);
        if (broken > 0) {
            return of(broken, cases, "breaks the contract", "break the contract");
        }
        int kept = kept(cases);
        if (kept == 0) {
            return cases.total() == 0
                    ? "No case was run."
                    : "None of " + Words.count(cases.total(), "case") + " was judged.";
        }
        int warned = cases.of(OutcomeKind.WARNING);
        String warnings = warned == 0 ? "." : ", " + warned + " with a warning.";
        if (kept < cases.total()) {
            return of(kept, cases, "keeps the contract", "keep the contract").replaceFirst("\\.$", warnings);
        }
        return (kept == 1 ? "The one case keeps" : "All " + kept + " cases keep") + " the contract" + warnings;
    }

    /** {@code 3 of 14 cases break the contract.} */
    private static String of(int some, Counts all, String one, String several) {
        return "%d of %s %s.".formatted(some, Words.count(all.total(), all.what()), some == 1 ? one : several);
    }

    private static int kept(Counts counts) {
        return counts.of(OutcomeKind.CONFORMING) + counts.of(OutcomeKind.WARNING);
    }

    private static int unjudged(Counts counts) {
        return counts.of(OutcomeKind.INCONCLUSIVE) + counts.of(OutcomeKind.MISCONFIGURED);
    }
}
