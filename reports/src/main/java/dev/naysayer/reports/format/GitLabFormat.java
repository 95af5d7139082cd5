package dev.naysayer.reports.format;

import dev.naysayer.dsl.VisibleText;
import dev.naysayer.engine.standard.Level;
import dev.naysayer.reports.model.ConformanceReport;
import dev.naysayer.reports.model.Environment;
import dev.naysayer.reports.model.ReportedFinding;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunDocument;
import dev.naysayer.reports.model.SuiteReport;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** GitLab's report of code quality, which a merge request compares with that of its target branch. */
final class GitLabFormat implements ReportFormat {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public String fileName() {
        return "codequality.json";
    }

    @Override
    public boolean tells(Run run) {
        return run.lacksNothing();
    }

    private record Issue(
            String description, String check_name, String fingerprint, String severity, Location location) {}

    private record Location(String path, Lines lines) {}

    private record Lines(int begin) {}

    @Override
    public void write(RunDocument document, ConformanceReport report, Writer out) throws IOException {
        Set<String> taken = new HashSet<>();
        String joint = "[\n";
        for (ReportedFinding it : ReportedFinding.unwaived(report)) {
            out.write(joint);
            out.write(JSON.writeValueAsString(issue(it, fingerprint(it, taken))));
            joint = ",\n";
        }
        out.write(taken.isEmpty() ? "[]\n" : "\n]\n");
    }

    private static Issue issue(ReportedFinding it, String fingerprint) {
        return new Issue(
                VisibleText.ofLine("%s › %s: %s; actual: %s"
                        .formatted(
                                it.suite().name(),
                                it.name(),
                                it.finding().summary(),
                                VisibleText.value(String.valueOf(it.finding().actual())))),
                it.finding().rule(),
                fingerprint,
                severity(it.finding().level()),
                new Location(VisibleText.ofLine(it.path()), new Lines(it.line())));
    }

    /** Of two that are called alike GitLab shows one: so what tells suites and environments apart belongs to it where there are several. */
    private static String fingerprint(ReportedFinding it, Set<String> taken) {
        SuiteReport suite = it.suite();
        boolean alone = suite.targets().stream().map(Environment::of).distinct().count() < 2;
        String fingerprint = it.id().fingerprint()
                + (suite.name().equals(it.id().suite()) ? "" : " " + VisibleText.ofLine(suite.name()))
                + (alone ? "" : " " + VisibleText.ofLine(Environment.of(it.target())));
        String unique = fingerprint;
        for (int number = 2; !taken.add(unique); number++) {
            unique = fingerprint + " " + number;
        }
        return unique;
    }

    private static String severity(String level) {
        return switch (Level.named(level)) {
            case MUST -> "critical";
            case SECURITY_ADVICE -> "major";
            case SHOULD, MAY, ADVICE -> "minor";
        };
    }
}
