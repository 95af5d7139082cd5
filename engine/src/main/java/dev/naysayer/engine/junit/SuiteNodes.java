package dev.naysayer.engine.junit;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Scenario;
import dev.naysayer.dsl.Suite;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.engine.plan.CasePlan;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.run.BaseUrls;
import dev.naysayer.engine.run.SuiteFile;
import dev.naysayer.engine.run.SuiteRuns;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Reads each suite of a discovery once; one with problems becomes a node that fails with all of them, and the others run. */
final class SuiteNodes {

    private final Settings settings;
    private final Map<UniqueId, Read> read = new HashMap<>();
    private int problemsTold;

    SuiteNodes(Settings settings) {
        this.settings = settings;
    }

    /**
     * What became of a file.
     *
     * @param suite null where there are problems
     * @param plan all cases of the suite
     */
    private record Read(@Nullable Suite suite, List<ContractCase> plan, List<String> problems) {

        static Read failed(List<String> problems) {
            return new Read(null, List.of(), problems);
        }
    }

    /** A suite that a class names. */
    TestDescriptor node(ClassNode type, UniqueId uniqueId, SuiteFile file) {
        return node(type, type.getDisplayName(), uniqueId, file);
    }

    /** A suite that was selected by itself. */
    TestDescriptor node(UniqueId uniqueId, SuiteFile file) {
        return node(null, fileName(file), uniqueId, file);
    }

    /** @param className what the suite's tests are filed under; it has no tests yet */
    private TestDescriptor node(@Nullable ClassNode type, String className, UniqueId uniqueId, SuiteFile found) {
        SuiteFile file = found.upTo(settings.maxFileSize())
                .in(settings.chosenEnvironment().orElse(null));
        Read it = read.computeIfAbsent(uniqueId, id -> read(type, file));
        TestSource source = source(file.path()).orElse(null);
        return it.suite() == null
                ? new ProblemNode(uniqueId, fileName(file), file, it.problems(), source)
                : new SuiteNode(
                        uniqueId,
                        file,
                        it.suite(),
                        it.plan(),
                        settings.shard(),
                        settings.gate().needTest(),
                        className,
                        source);
    }

    private static String fileName(SuiteFile file) {
        return String.valueOf(file.path().getFileName());
    }

    private Read read(@Nullable ClassNode type, SuiteFile file) {
        if (type == null) {
            return read(file, Set.of(), false);
        }
        // Without its target nobody knows which variables a suite has.
        return type.problem()
                .map(problem -> Read.failed(List.of(problem)))
                .orElseGet(() -> read(file, type.promisedVariables(), type.hasTarget()));
    }

    private Read read(SuiteFile file, Set<String> promised, boolean hasTarget) {
        Reading reading = file.plan(promised);
        if (!(reading instanceof Reading.Understood understood)) {
            return Read.failed(told(problems((Reading.Unreadable) reading, file, hasTarget)));
        }
        List<ContractCase> plan = CasePlan.of(understood.suite());
        List<Problem> problems = unusable(understood, () -> plan, file, hasTarget);
        return problems.isEmpty() ? new Read(understood.suite(), plan, List.of()) : Read.failed(told(problems));
    }

    /** Many suites may have many problems each: once enough of them are told, each further suite tells its first. */
    private List<String> told(List<Problem> problems) {
        List<String> told = new ArrayList<>();
        int most = problemsTold > Problem.MOST ? 1 : problems.size();
        problems.stream().limit(most).map(Problem::toString).forEach(told::add);
        problemsTold += most;
        if (most < problems.size()) {
            told.add("at least %d more problems of this suite: mend what is told first; the rest is told then"
                    .formatted(problems.size() - most));
        }
        return told;
    }

    private List<Problem> problems(Reading.Unreadable unreadable, SuiteFile file, boolean hasTarget) {
        List<Problem> problems = new ArrayList<>(unreadable.problems());
        if (unreadable.rest() != null) {
            Reading.Understood rest = unreadable.rest();
            problems.addAll(unusable(rest, () -> CasePlan.of(rest.suite()), file, hasTarget));
        }
        return problems;
    }

    /** What the reader cannot see: that there is somewhere to send to, and that every test has a name of its own. */
    private List<Problem> unusable(
            Reading.Understood understood, Supplier<List<ContractCase>> plan, SuiteFile file, boolean hasTarget) {
        Suite suite = understood.suite();
        List<Problem> problems = new ArrayList<>(namedAlike(suite, plan, file));
        boolean started = hasTarget && !understood.targetChosen();
        if (understood.complete()
                && suite.target() == null
                && !started
                && settings.target(file).isEmpty()) {
            problems.add(Problem.in(file.path(), suite.at(), "the suite names no target", whereToSayIt(understood)));
        }
        String url = settings.target(file).map(BaseUrls.Given::url).orElse(started ? null : suite.target());
        if (understood.complete() && url != null && SuiteRuns.isClearText(suite, url)) {
            problems.add(Problem.in(file.path(), suite.at(), SuiteRuns.CLEAR_TEXT, SuiteRuns.NOT_IN_CLEAR));
        }
        return problems;
    }

    /** What a document names is mostly production: nobody is asked because it stands there, so it is only said. */
    private static String whereToSayIt(Reading.Understood understood) {
        Set<String> environments = understood.environments();
        return understood.suite().operations().stream()
                        .map(Operation::documented)
                        .flatMap(it -> Stream.ofNullable(it == null ? null : it.server()))
                        .findFirst()
                        .map(it ->
                                "the document names one (%s): where that is meant, add 'target: %s', else another; or set %s, "
                                        .formatted(it.place(), it.target(), Setting.TARGET.parameter()))
                        .orElse("add 'target: https://…', set %s, ".formatted(Setting.TARGET.parameter()))
                + (environments.isEmpty()
                        ? "or let the class start one"
                        : "or choose an environment with %s: %s"
                                .formatted(
                                        Setting.ENVIRONMENT.parameter(),
                                        String.join(", ", new TreeSet<>(environments))));
    }

    /** Problems of a suite that only its plan shows. */
    static List<Problem> ofPlan(Suite suite, SuiteFile file) {
        return namedAlike(suite, () -> CasePlan.of(suite), file);
    }

    /** Equal names have turned a real failure into a green build under Surefire's re-runs. */
    private static List<Problem> namedAlike(Suite suite, Supplier<List<ContractCase>> plan, SuiteFile file) {
        Set<String> beginnings = beginnings(suite);
        Map<String, Operation> byMethod = new HashMap<>();
        List<Problem.Fault> alike = new ArrayList<>();
        for (Operation operation : suite.operations()) {
            Operation earlier = byMethod.putIfAbsent(MethodName.of(operation), operation);
            if (earlier != null) {
                alike.add(alike(operation, earlier, "give the path parameter another name"));
            }
        }
        for (Operation operation : suite.operations()) {
            for (String beginning : beginnings) {
                Operation other = byMethod.get(MethodName.of(operation) + beginning);
                if (other != null) {
                    alike.add(alike(other, operation, "give one of them a suite of its own"));
                }
            }
        }
        if (alike.isEmpty()
                && (suite.credentials().size() > 1 || !suite.subjects().all().isEmpty())) {
            alike.addAll(casesAlike(suite, plan.get()));
        }
        return alike.isEmpty() ? List.of() : Problem.in(file.path(), alike);
    }

    /** The names of credentials stand in those of tests, and may make two of them alike. */
    private static List<Problem.Fault> casesAlike(Suite suite, List<ContractCase> plan) {
        Map<String, ContractCase> byMethod = new HashMap<>();
        List<Problem.Fault> alike = new ArrayList<>();
        for (ContractCase it : plan) {
            ContractCase earlier = byMethod.putIfAbsent(MethodName.of(it), it);
            if (earlier != null) {
                alike.add(new Problem.Fault(
                        it.operation().at(),
                        "the test '%s' would be named like '%s'".formatted(it.name(), earlier.name()),
                        suite.subjects().all().isEmpty()
                                ? "call one of the credentials by another name"
                                : "call one of the credentials or subjects by another name"));
            }
        }
        return alike;
    }

    private static Problem.Fault alike(Operation operation, Operation other, String nextStep) {
        return new Problem.Fault(
                operation.at(),
                "the tests of '%s' would be named like those of '%s'".formatted(operation.name(), other.name()),
                nextStep);
    }

    /** What stands in one scenario's name before all of another's: {@code -http2} where a suite has both no-token and http2-no-token. */
    private static Set<String> beginnings(Suite suite) {
        Set<String> names = suite.scenarios().stream().map(Scenario::condition).collect(Collectors.toSet());
        Set<String> beginnings = new HashSet<>();
        for (String name : names) {
            for (int end = name.indexOf('-'); end >= 0; end = name.indexOf('-', end + 1)) {
                if (names.contains(name.substring(end + 1))) {
                    beginnings.add("-" + name.substring(0, end));
                }
            }
        }
        return beginnings;
    }

    /** Empty for a suite inside a jar, for which JUnit knows no source. */
    private static Optional<TestSource> source(Path file) {
        return file.getFileSystem() == FileSystems.getDefault()
                ? Optional.of(FileSource.from(file.toFile(), FilePosition.from(1)))
                : Optional.empty();
    }
}
