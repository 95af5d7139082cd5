package dev.naysayer.engine.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.support.discovery.SelectorResolver.Resolution.match;
import static org.junit.platform.engine.support.discovery.SelectorResolver.Resolution.selectors;
import static org.junit.platform.engine.support.discovery.SelectorResolver.Resolution.unresolved;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.engine.plan.ContractCase;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.PackageSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Selectors in, nodes out.
 *
 * <p>Every node is made from its unique id alone: {@code class:…/suite:…/case:…}, or {@code file:…/case:…} for a suite that no
 * class names; a comparison, the waivers or the gate stand in a case's place. So a single case can be selected, and only what it needs
 * is built.
 */
final class ContractResolver implements SelectorResolver {

    private static final String CLASS = "class";
    private static final String SUITE = "suite";
    private static final String FILE = "file";
    private static final String FOLDER = "folder";

    private final Predicate<String> classNames;
    private final SuiteNodes suites;

    ContractResolver(Predicate<String> classNames, SuiteNodes suites) {
        this.classNames = classNames;
        this.suites = suites;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return classNames.test(selector.getClassName()) ? type(selector.getJavaClass(), context) : unresolved();
    }

    @Override
    public Resolution resolve(FileSelector selector, Context context) {
        Path file = selector.getPath().toAbsolutePath().normalize();
        return file.toString().endsWith(SuiteReader.SUFFIX)
                ? file(SuiteFile.alone(file), selector.getPosition(), context)
                : unresolved();
    }

    @Override
    public Resolution resolve(DirectorySelector selector, Context context) {
        try (Stream<Path> files = Files.walk(selector.getPath())) {
            Set<DiscoverySelector> found = files.filter(file -> file.toString().endsWith(SuiteReader.SUFFIX))
                    .sorted()
                    .map(file -> selectFile(file.toString()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return found.isEmpty() ? unresolved() : selectors(found);
        } catch (IOException | UncheckedIOException e) {
            return problem(
                    FOLDER,
                    selector.getRawPath(),
                    "the folder cannot be searched for suites: select the suites themselves",
                    DirectorySource.from(selector.getDirectory()),
                    context);
        }
    }

    @Override
    public Resolution resolve(PackageSelector selector, Context context) {
        Set<DiscoverySelector> found =
                SuiteLocator.inPackage(Thread.currentThread().getContextClassLoader(), selector.getPackageName())
                        .stream()
                        .map(DiscoverySelectors::selectClasspathResource)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return found.isEmpty() ? unresolved() : selectors(found);
    }

    @Override
    public Resolution resolve(ClasspathResourceSelector selector, Context context) {
        String resource = selector.getClasspathResourceName();
        return resource.endsWith(SuiteReader.SUFFIX)
                ? SuiteLocator.file(Thread.currentThread().getContextClassLoader(), resource)
                        .map(file -> file(file, selector.getPosition(), context))
                        .orElse(unresolved())
                : unresolved();
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId.Segment last = selector.getUniqueId().getLastSegment();
        return switch (last.getType()) {
            case CLASS ->
                ReflectionSupport.tryToLoadClass(last.getValue())
                        .toOptional()
                        .map(type -> type(type, context))
                        .orElse(unresolved());
            case SUITE -> suiteOfClass(selector.getUniqueId(), context);
            case FILE -> {
                Path file = Path.of(last.getValue()).toAbsolutePath().normalize();
                yield file(SuiteFile.alone(file), Optional.empty(), context);
            }
            case CaseNode.SEGMENT,
                    ComparisonNode.SEGMENT,
                    WaiversNode.SEGMENT,
                    GateNode.SEGMENT,
                    EmptyShardNode.SEGMENT -> testOf(selector.getUniqueId(), context);
            default -> unresolved();
        };
    }

    private Resolution type(Class<?> type, Context context) {
        return AnnotationSupport.findAnnotation(type, AuthContract.class)
                .flatMap(contract -> context.addToParent(parent ->
                                Optional.of(new ClassNode(parent.getUniqueId().append(CLASS, type.getName()), type)))
                        .map(node -> match(Match.exact(
                                node,
                                () -> Set.of(selectUniqueId(node.getUniqueId().append(SUITE, contract.value())))))))
                .orElse(unresolved());
    }

    private Resolution suiteOfClass(UniqueId uniqueId, Context context) {
        UniqueId parentId = uniqueId.removeLastSegment();
        String name = uniqueId.getLastSegment().getValue();
        return ReflectionSupport.tryToLoadClass(parentId.getLastSegment().getValue())
                .toOptional()
                .flatMap(type -> context.addToParent(
                        () -> selectUniqueId(parentId),
                        parent -> parent instanceof ClassNode node
                                ? Optional.of(suiteOf(type, node, uniqueId, name))
                                : Optional.empty()))
                .map(node -> suite(node, Optional.empty()))
                .orElse(unresolved());
    }

    private TestDescriptor suiteOf(Class<?> type, ClassNode node, UniqueId uniqueId, String name) {
        return SuiteLocator.of(type, name)
                .map(file -> suites.node(node, uniqueId, file))
                .orElseGet(() -> new ProblemNode(
                        uniqueId,
                        name,
                        null,
                        List.of(
                                "@AuthContract(\"%s\") of %s names a suite that is not on the class path: put it into src/test/resources, beside the class's package or at the root"
                                        .formatted(name, type.getName())),
                        ClassSource.from(type)));
    }

    private Resolution file(SuiteFile file, Optional<FilePosition> line, Context context) {
        return context.addToParent(parent ->
                        Optional.of(suites.node(parent.getUniqueId().append(FILE, id(file.path())), file)))
                .map(node -> suite(node, line))
                .orElse(unresolved());
    }

    private static Resolution suite(TestDescriptor node, Optional<FilePosition> line) {
        return match(Match.exact(node, () -> node instanceof SuiteNode suite ? cases(suite, line) : Set.of()));
    }

    /** Something that should have been a suite, or hold some. */
    private static Resolution problem(String segment, String name, String problem, TestSource source, Context context) {
        return context.addToParent(parent -> Optional.of(new ProblemNode(
                        parent.getUniqueId().append(segment, name), name, null, List.of(problem), source)))
                .map(node -> match(Match.exact(node)))
                .orElse(unresolved());
    }

    private static Resolution testOf(UniqueId uniqueId, Context context) {
        return context.addToParent(
                        () -> selectUniqueId(uniqueId.removeLastSegment()),
                        parent -> parent instanceof SuiteNode suite ? suite.testNode(uniqueId) : Optional.empty())
                .map(node -> match(Match.exact(node)))
                .orElse(unresolved());
    }

    /** A line is somebody's choice, and no shard takes anything away from that. */
    private static Set<? extends DiscoverySelector> cases(SuiteNode suite, Optional<FilePosition> line) {
        IntPredicate lines = line.<IntPredicate>map(chosen -> number -> number == chosen.getLine())
                .orElse(number -> true);
        List<ContractCase> ours =
                line.isPresent() ? suite.cases() : suite.shard().of(suite.cases());
        if (ours.isEmpty()) {
            return Set.of(selectUniqueId(suite.getUniqueId()
                    .append(EmptyShardNode.SEGMENT, suite.shard().toString())));
        }
        Stream<UniqueId> cases = ours.stream()
                .filter(it -> lines.test(it.at().line())
                        // One that a document lists stands in another file.
                        || (it.operation().at().file().equals(it.at().file())
                                && lines.test(it.operation().at().line())))
                .map(it -> suite.getUniqueId().append(CaseNode.SEGMENT, it.name()));
        Stream<UniqueId> comparisons = suite.comparisons().stream()
                .filter(it -> lines.test(suite.line()))
                .map(it -> suite.getUniqueId().append(ComparisonNode.SEGMENT, it));
        Stream<UniqueId> waivers = Stream.of(suite)
                .filter(it -> it.hasWaivers() && lines.test(it.line()))
                .map(it -> it.getUniqueId().append(WaiversNode.SEGMENT, WaiversNode.SEGMENT));
        Stream<UniqueId> gate = Stream.of(suite)
                .filter(it -> it.isGated() && lines.test(it.line()))
                .map(it -> it.getUniqueId().append(GateNode.SEGMENT, GateNode.SEGMENT));
        return Stream.of(cases, comparisons, waivers, gate)
                .flatMap(ids -> ids)
                .map(DiscoverySelectors::selectUniqueId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Relative where it can be, so that an id means the same on another machine. */
    private static String id(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.getFileSystem() == here.getFileSystem() && file.startsWith(here)
                ? here.relativize(file).toString()
                : file.toString();
    }
}
