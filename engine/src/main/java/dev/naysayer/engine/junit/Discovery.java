package dev.naysayer.engine.junit;

import dev.naysayer.engine.run.SuiteFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Turns what a build tool, an IDE or a {@code @Suite} selects into the tree of classes, suites and cases. */
final class Discovery {

    private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineNode>builder()
                    .addClassContainerSelectorResolver(type -> AnnotationSupport.isAnnotated(type, AuthContract.class))
                    .addSelectorResolver(context -> new ContractResolver(
                            context.getClassNameFilter(), new SuiteNodes(settings(context.getDiscoveryRequest()))))
                    .addTestDescriptorVisitor(context -> node -> {
                        if (node instanceof EngineNode engine) {
                            finish(engine, settings(context.getDiscoveryRequest()));
                        }
                    })
                    .build();

    private Discovery() {}

    static void resolve(EngineDiscoveryRequest request, EngineNode engine) {
        RESOLVER.resolve(request, engine);
    }

    private static Settings settings(EngineDiscoveryRequest request) {
        return new Settings(request.getConfigurationParameters());
    }

    /** Once all suites of the run are known. */
    private static void finish(EngineNode engine, Settings settings) {
        dropFilesThatAClassRuns(engine);
        failBySettings(engine, settings);
        engine.allKnown();
        engine.suites().forEach(SuiteNode::addProbes);
    }

    /** A package holds both the annotated class and its suite; selected whole, the suite must not run twice. */
    private static void dropFilesThatAClassRuns(EngineNode engine) {
        Set<Path> run = engine.getChildren().stream()
                .filter(ClassNode.class::isInstance)
                .flatMap(type -> type.getChildren().stream())
                .flatMap(suite -> file(suite).stream())
                .map(SuiteFile::path)
                .collect(Collectors.toSet());
        engine.getChildren().stream()
                .filter(child ->
                        file(child).map(SuiteFile::path).filter(run::contains).isPresent())
                .toList()
                .forEach(engine::removeChild);
    }

    /** A setting with a problem is one of every suite: what it was meant to say, nobody knows. */
    private static void failBySettings(EngineNode engine, Settings settings) {
        List<TestDescriptor> suites = engine.getDescendants().stream()
                .map(TestDescriptor.class::cast)
                .filter(node -> node instanceof SuiteNode || node instanceof ProblemNode)
                .toList();
        SuiteTargets targets = new SuiteTargets(
                settings, suites.stream().flatMap(node -> file(node).stream()).toList());
        List<String> ofAll = Stream.concat(settings.problems().stream(), targets.unknown().stream())
                .toList();
        for (TestDescriptor suite : suites) {
            List<String> problems = Stream.concat(ofAll.stream(), file(suite).flatMap(targets::ambiguous).stream())
                    .toList();
            if (!problems.isEmpty()) {
                fail(suite, problems);
            }
        }
    }

    private static void fail(TestDescriptor suite, List<String> problems) {
        if (suite instanceof ProblemNode failing) {
            failing.putFirst(problems);
        } else if (suite instanceof SuiteNode running) {
            TestDescriptor parent = running.getParent().orElseThrow();
            parent.removeChild(running);
            parent.addChild(running.failing(problems));
        }
    }

    /** The file of a suite that can be run, or cannot. */
    private static Optional<SuiteFile> file(TestDescriptor node) {
        if (node instanceof SuiteNode suite) {
            return Optional.of(suite.file());
        }
        return node instanceof ProblemNode failing ? failing.file() : Optional.empty();
    }
}
