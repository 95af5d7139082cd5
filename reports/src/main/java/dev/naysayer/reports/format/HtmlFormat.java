package dev.naysayer.reports.format;

import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.RunDocument;
import java.io.IOException;
import java.io.Writer;

/**
 * One page, without any other file.
 *
 * <p>Problem: Jenkins and other servers show reports under a content security policy that blanks what scripts draw. Constraint: they may
 * strip styles as well. Choice: plain semantic HTML that reads well naked, folded by {@code details}, found by anchors, dressed by one
 * style sheet; the one script only filters what is there anyway.
 */
final class HtmlFormat implements ReportFormat {

    static final String FILE_NAME = "index.html";

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        Templates.render("report.jte", Page.of(document, report, StyleSheet.INSTANCE), out);
    }
}
