package dev.naysayer.reports.format;

import dev.naysayer.reports.drift.DriftReport;
import dev.naysayer.reports.drift.DriftSide;
import dev.naysayer.reports.model.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that the templates of two environments are given. */
record DriftPage(DriftReport report, String generator, StyleSheet style) {

    /** As many cases as are seen at a glance. */
    private static final int FEW = 3;

    List<DriftSide> sides() {
        return List.of(report.first(), report.second());
    }

    /** Why what stands here may not be what it seems. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (DriftSide side : sides()) {
            if (!side.run().hasFinished()) {
                doubts.add("The run against %s has not finished: cases may be missing. Run it again."
                        .formatted(side.name()));
            }
        }
        for (String suite : report.otherSuites()) {
            doubts.add(
                    "The two records are of different versions of %s: a case may ask for something else. Run both with one version."
                            .formatted(suite));
        }
        return doubts;
    }

    String readable(Instant time) {
        return Page.readableTime(time);
    }

    String cases(int number) {
        return Words.count(number, "case");
    }

    boolean isShort(DriftReport.Alike alike) {
        return alike.cases().size() <= FEW;
    }

    /** {@code status, body}. */
    String title(DriftReport.Alike alike) {
        return String.join(
                ", ",
                alike.drifts().stream().map(it -> it.kind().word()).distinct().toList());
    }
}
