package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Problem;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** Tells the first issues of a discovery and counts the others: many suites may have many problems each. */
final class FewIssues implements DiscoveryIssueReporter {

    private final DiscoveryIssueReporter reporter;
    private int told;
    private int untold;

    FewIssues(DiscoveryIssueReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void reportIssue(DiscoveryIssue issue) {
        // One suite alone tells so many and, as one more, the number of the others.
        if (told <= Problem.MOST) {
            told++;
            reporter.reportIssue(issue);
        } else {
            untold++;
        }
    }

    /** To be called behind all suites. */
    void countUntold() {
        if (untold > 0) {
            reporter.reportIssue(DiscoveryIssue.create(
                    Severity.ERROR,
                    "at least %d more problems of other suites: mend what is told above; the rest is told then"
                            .formatted(untold)));
        }
    }
}
