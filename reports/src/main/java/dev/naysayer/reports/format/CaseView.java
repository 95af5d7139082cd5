package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the template of a case asks of it. */
record CaseView(CaseOutcome outcome) {

    /** {@code orders.auth.yaml:14}. */
    String place() {
        return outcome.file() + ":" + outcome.line();
    }

    List<Finding> otherFindings() {
        return outcome.findings().stream().filter(it -> !it.violated()).toList();
    }

    /** The rules that had something to say. */
    List<Finding> spoken() {
        return otherFindings().stream().filter(it -> !isSilent(it)).toList();
    }

    /** The ids of the rules that had nothing to say, by their reason: there are many, with few reasons. */
    Map<String, List<String>> silent() {
        return otherFindings().stream()
                .filter(CaseView::isSilent)
                .collect(Collectors.groupingBy(
                        it -> String.valueOf(it.reason()),
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::rule, Collectors.toList())));
    }

    private static boolean isSilent(Finding finding) {
        return finding.verdict().equals("not applicable");
    }

    /** {@code 7 passed, 2 not applicable}. */
    String otherVerdicts() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        otherFindings().forEach(it -> counted.merge(it.verdict(), 1, Integer::sum));
        var words = new ArrayList<String>();
        counted.forEach((verdict, number) -> words.add(number + " " + verdict));
        return String.join(", ", words);
    }

    /** A reader comes to these cases to see what went over the wire. */
    boolean unfolded() {
        return outcome.kind() != OutcomeKind.CONFORMING && outcome.kind() != OutcomeKind.NOT_APPLICABLE;
    }
}
