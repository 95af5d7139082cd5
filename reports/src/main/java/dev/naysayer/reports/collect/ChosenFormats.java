package dev.naysayer.reports.collect;

import dev.naysayer.engine.junit.Setting;
import dev.naysayer.reports.format.ReportFormat;
import dev.naysayer.reports.format.ReportFormats;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files a report has beside the page and the record.
 *
 * <p>What nobody reads is not written. Who reads is known: a build server says in its environment which it is, and what else somebody
 * wants can be made of the record at any time.
 */
final class ChosenFormats {

    private static final String ALL = "all";

    private ChosenFormats() {}

    /**
     * As the setting says, else as somebody reads them there.
     *
     * @param given what the setting is set to; a name that no format has is told where settings are checked
     */
    static List<ReportFormat> of(Optional<String> given, Map<String, String> environment) {
        return ReportFormats.with(given.map(ChosenFormats::names).orElseGet(() -> ReportFormats.readIn(environment)));
    }

    /** In a process of its own, which has no parameters of JUnit. */
    static List<ReportFormat> ofProcess() {
        return of(
                Optional.ofNullable(System.getProperty(Setting.FORMATS.parameter()))
                        .or(() -> Optional.ofNullable(System.getenv(Setting.FORMATS.variable())))
                        .filter(it -> !it.isBlank()),
                System.getenv());
    }

    private static List<String> names(String given) {
        return given.equals(ALL) ? ReportFormats.names() : Arrays.asList(given.split(" *, *"));
    }
}
