package dev.naysayer.reports.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every format there is. A new one is one file and one line here. */
public final class ReportFormats {

    /** The page that people open, whose path a run ends with. */
    public static final String FRONT_PAGE = HtmlFormat.FILE_NAME;

    private static final ReportFormat RECORD = new JsonFormat();
    private static final ReportFormat PAGE = new HtmlFormat();

    private static final List<ReportFormat> FURTHER =
            List.of(new SarifFormat(), new SummaryFormat(), new CommentFormat(), new GitLabFormat(), new BadgeFormat());

    /** What is read where the variable is {@code true}. */
    private static final Map<String, Set<String>> READERS =
            Map.of(Annotations.GITHUB, Set.of("sarif", "summary", "comment"), "GITLAB_CI", Set.of("gitlab", "comment"));

    private ReportFormats() {}

    /** In the order in which they are written: the front page last, when all it stands for is there. */
    public static List<ReportFormat> all() {
        return with(names());
    }

    /** What a report has in any case, and these of the others. */
    public static List<ReportFormat> with(Collection<String> names) {
        return Stream.of(Stream.of(RECORD), FURTHER.stream().filter(it -> names.contains(it.name())), Stream.of(PAGE))
                .flatMap(formats -> formats)
                .toList();
    }

    /** What those are called that a report need not have. */
    public static List<String> names() {
        return FURTHER.stream().map(ReportFormat::name).toList();
    }

    /**
     * Those that somebody reads where the run goes on: a build server says so in the environment.
     *
     * @param environment the variables of the process
     */
    public static List<String> readIn(Map<String, String> environment) {
        return FURTHER.stream()
                .map(ReportFormat::name)
                .filter(name -> READERS.entrySet().stream()
                        .anyMatch(it -> "true".equals(environment.get(it.getKey()))
                                && it.getValue().contains(name)))
                .toList();
    }
}
