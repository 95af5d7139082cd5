package dev.naysayer.reports.format;

import dev.naysayer.reports.drift.DriftReport;
import dev.naysayer.reports.drift.DriftSide;
import dev.naysayer.reports.model.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** What differs, or may. */
    List<DriftReport.KindCount> tellingKinds() {
        return report.kinds().stream()
                .filter(it -> it.drifted() + it.notKept() > 0)
                .toList();
    }

    /** {@code status, error code}: all else; empty where nothing was compared. */
    String sameKinds() {
        return report.kinds().stream()
                .filter(it -> it.same() > 0 && it.drifted() + it.notKept() == 0)
                .map(it -> it.kind().word())
                .collect(Collectors.joining(", "));
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
