package dev.naysayer.reports.format;

import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.fleet.FleetReport;
import dev.naysayer.reports.fleet.Service;
import dev.naysayer.reports.fleet.ServiceRule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of services and something else, whose longer side goes down the page, since a page can be long and not wide.
 *
 * @param corner what the rows are
 * @param columns what stands above
 * @param rows from top to bottom
 */
record FleetGrid(String corner, List<Head> columns, List<Row> rows) {

    /**
     * What a column or a row is of.
     *
     * @param link the place that tells more, or empty
     */
    record Head(String words, String small, String link) {}

    /** One row, a cell for each column. */
    record Row(Head head, List<Mark> cells) {}

    static FleetGrid ofRules(FleetReport report) {
        return of(
                "Rule",
                report.services(),
                report.rules().stream()
                        .map(it -> new Row(
                                new Head(
                                        it.rule(),
                                        it.words().level() + ": " + it.words().summary(),
                                        ""),
                                it.cells().stream().map(cell -> cell(it, cell)).toList()))
                        .toList());
    }

    static FleetGrid ofCauses(FleetReport report) {
        return of(
                "Cause",
                report.services(),
                report.causes().stream()
                        .map(it -> new Row(
                                head(it.cause()),
                                it.cells().stream()
                                        .map(count -> cell(it.cause(), count))
                                        .toList()))
                        .toList());
    }

    private static Head head(Service.ServiceCause it) {
        return new Head(
                it.rule() == null ? it.summary() : it.rule(),
                it.rule() == null
                        ? Mark.of(it.kind()).word()
                        : it.level() + (it.actual() == null ? "" : ": " + it.actual()),
                "");
    }

    private static Mark cell(Service.ServiceCause cause, int count) {
        Mark kind = Mark.of(cause.kind());
        return count == 0 ? new Mark("–", "no", "quiet") : new Mark(kind.symbol(), String.valueOf(count), kind.tone());
    }

    private static Mark cell(FleetReport.RuleRow row, ServiceRule it) {
        if (it.broken() > 0) {
            boolean must = Level.named(row.words().level()) == Level.MUST;
            return new Mark(must ? "✕" : "!", it.broken() + " broken", must ? "bad" : "warn");
        }
        if (it.waived() > 0) {
            return new Mark("◇", it.waived() + " waived", "quiet");
        }
        return it.kept() ? new Mark("✓", "kept", "good") : new Mark("–", "not judged", "quiet");
    }

    private static FleetGrid of(String what, List<Service> services, List<Row> rows) {
        List<Head> heads = IntStream.range(0, services.size())
                .mapToObj(i -> new Head(services.get(i).name(), "", FleetPage.anchor(i)))
                .toList();
        if (services.size() <= rows.size()) {
            return new FleetGrid(what, heads, rows);
        }
        return new FleetGrid(
                "Service",
                rows.stream().map(Row::head).toList(),
                IntStream.range(0, heads.size())
                        .mapToObj(i -> new Row(
                                heads.get(i),
                                rows.stream().map(row -> row.cells().get(i)).toList()))
                        .toList());
    }

    boolean isEmpty() {
        return columns.isEmpty() || rows.isEmpty();
    }
}
