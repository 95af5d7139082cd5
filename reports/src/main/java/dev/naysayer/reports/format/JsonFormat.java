package dev.naysayer.reports.format;

import dev.naysayer.engine.outcome.OutcomeDocument;
import dev.naysayer.reports.model.ConformanceReport;

/** The recorded run itself, for other programs; described by {@code dev/naysayer/reports/report.schema.json}. */
final class JsonFormat implements ReportFormat {

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public String render(OutcomeDocument document, ConformanceReport report) {
        return document.write() + "\n";
    }
}
