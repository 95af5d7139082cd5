package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.reports.model.SuiteReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the template of a case asks of it. */
record CaseView(CaseOutcome outcome) {

    /** {@code orders.auth.yaml:14}. */
    String place() {
        return outcome.file() + ":" + outcome.line();
    }

    /** The rules that could not decide. */
    List<Finding> undecided() {
        return outcome.findings().stream().filter(it -> !it.violated()).toList();
    }

    /** The rules that this answer leaves to what is told once for all answers, where that is broken; with its place. */
    Map<String, String> toldOnce(SuiteReport suite) {
        Map<String, String> places = new LinkedHashMap<>();
        suite.brokenTogether().forEach((rule, anchor) -> {
            if (outcome.quiet().reason(rule) != null) {
                places.put(rule, anchor);
            }
        });
        return places;
    }
}
