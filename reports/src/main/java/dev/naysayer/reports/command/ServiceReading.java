package dev.naysayer.reports.command;

import dev.naysayer.engine.outcome.RuleWords;
import dev.naysayer.reports.fleet.FleetReport;
import dev.naysayer.reports.fleet.PastRun;
import dev.naysayer.reports.fleet.Service;
import dev.naysayer.reports.fleet.Services;
import dev.naysayer.reports.format.ReportReader;
import dev.naysayer.reports.model.RecordedCase;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the reports of one service, one at a time: the last one whole, of those before it only what a trend shows. */
final class ServiceReading {

    /** Of older ones no trend tells. */
    private static final int LATEST = 30;

    private final String name;
    private final FleetFolders.Found found;
    private final Map<String, RuleWords> rules;
    private final List<FleetReport.Unread> unread;

    /**
     * @param rules learns the words of the rules
     * @param unread learns what cannot be read
     */
    ServiceReading(
            String name, FleetFolders.Found found, Map<String, RuleWords> rules, List<FleetReport.Unread> unread) {
        this.name = name;
        this.found = found;
        this.rules = rules;
        this.unread = unread;
    }

    private record Known(Path path, Run run) {}

    private interface Use<T> {

        T of(ReportReader report) throws IOException;
    }

    /** Empty where there is no report that can be read. */
    Optional<Service> read() {
        if (found.reports().isEmpty()) {
            complain("there is no report.json at or below %s: keep the report of each run".formatted(found.from()));
        }
        List<Known> known = known();
        List<PastRun> past = new ArrayList<>();
        for (Known one : known.subList(Math.min(1, known.size()), Math.min(LATEST, known.size()))) {
            if (one.run().hasFinished()) {
                using(one.path(), report -> counted(report)).ifPresent(past::add);
            }
        }
        return known.stream().findFirst().flatMap(it -> last(it, past));
    }

    private Optional<Service> last(Known it, List<PastRun> past) {
        if (!it.run().hasFinished()) {
            complain("%s is of a run that has not finished: cases may be missing; run its tests again"
                    .formatted(it.path()));
        }
        return using(it.path(), report -> {
            RunDocument document = report.document();
            Service service = Services.of(name, it.path().toString(), document, past);
            rules.putAll(document.rules());
            return service;
        });
    }

    /** The last one first; copies of one report are one. */
    private List<Known> known() {
        Set<String> stamps = new HashSet<>();
        return found.reports().stream()
                .flatMap(path -> using(path, report -> new Known(path, report.run())).stream())
                .sorted(Comparator.<Known, Instant>comparing(it -> it.run().started())
                        .reversed())
                .filter(it -> stamps.add(it.run().stamp()))
                .toList();
    }

    private static PastRun counted(ReportReader report) throws IOException {
        try (Stream<RecordedCase> cases = report.cases()) {
            return PastRun.of(report.run(), cases);
        }
    }

    private <T> Optional<T> using(Path path, Use<T> use) {
        try (ReportReader report = ReportReader.open(path)) {
            return Optional.of(use.of(report));
        } catch (IOException | UncheckedIOException e) {
            complain(e.getMessage() + "; run its tests again, or leave it out");
            return Optional.empty();
        }
    }

    private void complain(String reason) {
        unread.add(new FleetReport.Unread(name, reason));
    }
}
