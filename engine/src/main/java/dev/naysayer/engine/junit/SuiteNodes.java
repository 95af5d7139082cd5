package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Problem;
import dev.naysayer.dsl.Reading;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.run.SuiteFile;
import dev.naysayer.engine.run.SuiteRuns;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** Reads each suite of a discovery once; every problem becomes a discovery issue, and then nothing runs. */
final class SuiteNodes {

    private final Settings settings;
    private final DiscoveryIssueReporter issues;
    private final Map<UniqueId, Optional<Suite>> read = new HashMap<>();

    SuiteNodes(Settings settings, DiscoveryIssueReporter issues) {
        this.settings = settings;
        this.issues = issues;
        settings.problems().forEach(problem -> issues.reportIssue(DiscoveryIssue.create(Severity.ERROR, problem)));
    }

    /** The suite's node below its class or the engine, without cases; empty where the file has problems. */
    Optional<SuiteNode> node(TestDescriptor parent, UniqueId uniqueId, SuiteFile found) {
        SuiteFile file = found.upTo(settings.maxFileSize());
        String className = parent instanceof ClassNode
                ? parent.getDisplayName()
                : file.path().getFileName().toString();
        return read.computeIfAbsent(uniqueId, id -> read(parent, file))
                .map(suite -> new SuiteNode(
                        uniqueId,
                        file,
                        suite,
                        settings.shard(),
                        className,
                        source(file.path(), FilePosition.from(1)).orElse(null)));
    }

    private Optional<Suite> read(TestDescriptor parent, SuiteFile file) {
        ClassNode type = parent instanceof ClassNode node ? node : null;
        Reading reading = file.plan(type == null ? Set.of() : type.promisedVariables());
        List<Problem> problems = problems(reading, file, type != null && type.hasTarget());
        problems.forEach(problem -> report(problem, file));
        return problems.isEmpty() ? Optional.of(((Reading.Understood) reading).suite()) : Optional.empty();
    }

    private List<Problem> problems(Reading reading, SuiteFile file, boolean hasTarget) {
        if (reading instanceof Reading.Understood understood) {
            return unusable(understood, file, hasTarget);
        }
        Reading.Unreadable unreadable = (Reading.Unreadable) reading;
        List<Problem> problems = new ArrayList<>(unreadable.problems());
        if (unreadable.rest() != null) {
            problems.addAll(unusable(unreadable.rest(), file, hasTarget));
        }
        return problems;
    }

    /** What the reader cannot see: that there is somewhere to send to, and that every test has a name of its own. */
    private List<Problem> unusable(Reading.Understood understood, SuiteFile file, boolean hasTarget) {
        Suite suite = understood.suite();
        List<Problem> problems = new ArrayList<>(namedAlike(suite, file));
        if (understood.complete() && suite.target() == null && !hasTarget && settings.target() == null) {
            problems.add(Problem.in(
                    file.path(),
                    suite.at(),
                    "the suite names no target",
                    "add 'target: https://…', set %s, or let the class start one"
                            .formatted(Setting.TARGET.parameter())));
        }
        String url = settings.target() != null ? settings.target() : hasTarget ? null : suite.target();
        if (understood.complete() && url != null && SuiteRuns.isClearText(suite, url)) {
            problems.add(Problem.in(file.path(), suite.at(), SuiteRuns.CLEAR_TEXT, SuiteRuns.NOT_IN_CLEAR));
        }
        return problems;
    }

    /** Equal names have turned a real failure into a green build under Surefire's re-runs. */
    private static List<Problem> namedAlike(Suite suite, SuiteFile file) {
        Map<String, Operation> byMethod = new HashMap<>();
        List<Problem.Fault> alike = new ArrayList<>();
        for (Operation operation : suite.operations()) {
            Operation earlier = byMethod.putIfAbsent(MethodName.of(operation), operation);
            if (earlier != null) {
                alike.add(new Problem.Fault(
                        operation.at(),
                        "the tests of '%s' would be named like those of '%s'"
                                .formatted(operation.name(), earlier.name()),
                        "give the path parameter another name"));
            }
        }
        return alike.isEmpty() ? List.of() : Problem.in(file.path(), alike);
    }

    private void report(Problem problem, SuiteFile file) {
        DiscoveryIssue.Builder issue = DiscoveryIssue.builder(Severity.ERROR, problem.toString());
        // A problem may stand in a profile that the suite names.
        Path place = problem.at().file().equals(String.valueOf(file.path().getFileName()))
                ? file.path()
                : file.path().resolveSibling(problem.at().file()).normalize();
        source(place, FilePosition.from(problem.at().line(), problem.at().column()))
                .ifPresent(issue::source);
        issues.reportIssue(issue.build());
    }

    /** Something that should have been a suite and is none. */
    void report(String message, TestSource source) {
        issues.reportIssue(
                DiscoveryIssue.builder(Severity.ERROR, message).source(source).build());
    }

    /** Empty for a suite inside a jar, for which JUnit knows no source. */
    private static Optional<TestSource> source(Path file, FilePosition position) {
        return file.getFileSystem() == FileSystems.getDefault()
                ? Optional.of(FileSource.from(file.toFile(), position))
                : Optional.empty();
    }
}
