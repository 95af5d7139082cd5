package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.reports.fleet.Covered;
import dev.naysayer.reports.fleet.FleetReport;
import dev.naysayer.reports.fleet.PastRun;
import dev.naysayer.reports.fleet.Service;
import dev.naysayer.reports.model.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that the templates of many services are given. */
record FleetPage(FleetReport report, String generator, StyleSheet style) {

    private static final int HEIGHT = 36;

    static String anchor(int service) {
        return "service-" + (service + 1);
    }

    FleetGrid rules() {
        return FleetGrid.ofRules(report);
    }

    FleetGrid causes() {
        return FleetGrid.ofCauses(report);
    }

    /** What came of a service, worst first. */
    List<Mark> marks(Service service) {
        List<Mark> marks = new ArrayList<>();
        if (!service.run().hasFinished()) {
            marks.add(new Mark("?", "not finished", "unsure"));
        }
        for (OutcomeKind kind : List.of(
                OutcomeKind.VIOLATION,
                OutcomeKind.MISCONFIGURED,
                OutcomeKind.INCONCLUSIVE,
                OutcomeKind.WARNING,
                OutcomeKind.WAIVED,
                OutcomeKind.CONFORMING)) {
            int number = service.counts().of(kind);
            if (number > 0) {
                Mark mark = Mark.of(kind);
                marks.add(new Mark(mark.symbol(), number + " " + Words.of(kind, number), mark.tone()));
            }
        }
        return marks;
    }

    /** Of the worst that came of it. */
    String tone(Service service) {
        return service.worst() == null ? "quiet" : Mark.of(service.worst()).tone();
    }

    int violations(PastRun run) {
        return run.of(OutcomeKind.VIOLATION);
    }

    int unjudged(PastRun run) {
        return run.of(OutcomeKind.INCONCLUSIVE, OutcomeKind.MISCONFIGURED);
    }

    int warnings(PastRun run) {
        return run.of(OutcomeKind.WARNING);
    }

    String readable(Instant time) {
        return Page.readableTime(time);
    }

    String covered(Covered it) {
        return "%d of %s judged; %s".formatted(it.judged(), Words.count(it.cases(), "case"), it.tried());
    }

    /**
     * A piece of a bar.
     *
     * @param tone the class that colours it
     */
    record Piece(int x, int y, int height, String tone) {}

    /** The bars of a trend, a run each: what is bad stands below all else. */
    List<Piece> bars(List<PastRun> past) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            PastRun run = past.get(i);
            int below = HEIGHT;
            for (Tone tone : Tone.values()) {
                int number = tone.kinds().stream().mapToInt(run::of).sum();
                // What is there at all has to be seen.
                int height = number == 0 ? 0 : Math.max(2, Math.round((float) number * HEIGHT / run.total()));
                height = Math.min(height, below);
                below -= height;
                if (height > 0) {
                    pieces.add(new Piece(i * 10, below, height, tone.name().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return pieces;
    }

    int width(List<PastRun> past) {
        return past.size() * 10;
    }

    int height() {
        return HEIGHT;
    }

    /** {@code violations run by run: 5, 3, 0}. */
    String trend(List<PastRun> past) {
        return past.size() < 2
                ? "no earlier report"
                : "violations run by run: "
                        + past.stream()
                                .map(it -> String.valueOf(it.of(OutcomeKind.VIOLATION)))
                                .collect(Collectors.joining(", "));
    }

    private enum Tone {
        BAD,
        UNSURE,
        WARN,
        QUIET,
        GOOD;

        private List<OutcomeKind> kinds() {
            return switch (this) {
                case BAD -> List.of(OutcomeKind.VIOLATION);
                case UNSURE -> List.of(OutcomeKind.MISCONFIGURED, OutcomeKind.INCONCLUSIVE);
                case WARN -> List.of(OutcomeKind.WARNING);
                case QUIET -> List.of(OutcomeKind.WAIVED, OutcomeKind.NOT_OBTAINABLE, OutcomeKind.NOT_APPLICABLE);
                case GOOD -> List.of(OutcomeKind.CONFORMING);
            };
        }
    }
}
