package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.reports.model.BrokenRule;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.Words;
import java.util.List;

/**
 * Lines for a console that GitHub Actions turns into notes beside the lines of a pull request: one for each of the first broken rules.
 *
 * <p>GitHub keeps ten of each kind a step; the report has them all.
 */
public final class Annotations {

    /** The variable that is {@code true} where GitHub reads the console. */
    public static final String GITHUB = "GITHUB_ACTIONS";

    private static final int MOST = 10;

    private Annotations() {}

    /** Those of a run, the worst first. */
    public static List<String> of(ConformanceReport report) {
        return BrokenRule.of(ReportedFinding.unwaived(report)).stream()
                .limit(MOST)
                .map(Annotations::line)
                .toList();
    }

    private static String line(BrokenRule rule) {
        ReportedFinding first = rule.findings().get(0);
        int others = rule.findings().size() - 1;
        return "::%s file=%s,line=%d,title=%s::%s"
                .formatted(
                        rule.fails() ? "error" : "warning",
                        property(first.path()),
                        first.line(),
                        property(first.finding().rule()),
                        data("%s › %s%s: expected %s; actual: %s"
                                .formatted(
                                        first.suite().name(),
                                        first.name(),
                                        others == 0 ? "" : " and " + Words.count(others, "other"),
                                        VisibleText.value(
                                                String.valueOf(first.finding().expected())),
                                        VisibleText.value(
                                                String.valueOf(first.finding().actual())))));
    }

    /** A line end would be the end of the command, and a second one might follow. */
    private static String data(String text) {
        return VisibleText.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
