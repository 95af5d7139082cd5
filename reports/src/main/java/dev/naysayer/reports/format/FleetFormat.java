package dev.naysayer.reports.format;

import dev.naysayer.reports.fleet.FleetReport;
import java.io.IOException;
import java.io.Writer;

/** Many services on one page, without script and without any other file. */
public final class FleetFormat {

    /** The page that people open. */
    public static final String PAGE = "fleet.html";

    private static final StyleSheet STYLE = StyleSheet.INSTANCE.with("sides.css");

    private FleetFormat() {}

    /**
     * Writes the page.
     *
     * @param generator who writes it
     */
    public static void page(FleetReport report, String generator, Writer out) throws IOException {
        Templates.render("fleet.jte", new FleetPage(report, generator, STYLE), out);
    }
}
