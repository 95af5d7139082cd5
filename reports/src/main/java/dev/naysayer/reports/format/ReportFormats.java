package dev.naysayer.reports.format;

import java.util.List;

/** Every format there is. A new one is one file and one line here. */
public final class ReportFormats {

    /** The page that people open, whose path a run ends with. */
    public static final String FRONT_PAGE = HtmlFormat.FILE_NAME;

    private static final List<ReportFormat> ALL = List.of(new JsonFormat(), new HtmlFormat());

    private ReportFormats() {}

    /** In the order in which they are written: the front page last, when all it stands for is there. */
    public static List<ReportFormat> all() {
        return ALL;
    }
}
