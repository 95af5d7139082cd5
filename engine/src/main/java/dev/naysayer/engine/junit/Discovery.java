package dev.naysayer.engine.junit;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/** Turns what a build tool, an IDE or a {@code @Suite} selects into the tree of classes, suites and cases. */
final class Discovery {

    private static final EngineDiscoveryRequestResolver<EngineNode> RESOLVER =
            EngineDiscoveryRequestResolver.<EngineNode>builder()
                    .addClassContainerSelectorResolver(type -> AnnotationSupport.isAnnotated(type, AuthContract.class))
                    .addSelectorResolver(context -> new ContractResolver(
                            context.getClassNameFilter(),
                            new SuiteNodes(
                                    new Settings(context.getDiscoveryRequest().getConfigurationParameters()),
                                    context.getIssueReporter())))
                    .addTestDescriptorVisitor(context -> Discovery::dropFilesThatAClassRuns)
                    .build();

    private Discovery() {}

    static void resolve(EngineDiscoveryRequest request, EngineNode engine) {
        FewIssues issues =
                new FewIssues(DiscoveryIssueReporter.forwarding(request.getDiscoveryListener(), engine.getUniqueId()));
        RESOLVER.resolve(request, engine, DiscoveryIssueReporter.deduplicating(issues));
        issues.countUntold();
    }

    /** A package holds both the annotated class and its suite; selected whole, the suite must not run twice. */
    private static void dropFilesThatAClassRuns(TestDescriptor descriptor) {
        if (!(descriptor instanceof EngineNode engine)) {
            return;
        }
        Set<Path> run = engine.getChildren().stream()
                .filter(ClassNode.class::isInstance)
                .flatMap(type -> type.getChildren().stream())
                .map(suite -> ((SuiteNode) suite).file().path())
                .collect(Collectors.toSet());
        engine.getChildren().stream()
                .filter(child -> child instanceof SuiteNode suite
                        && run.contains(suite.file().path()))
                .toList()
                .forEach(engine::removeChild);
    }
}
