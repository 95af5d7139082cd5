package dev.naysayer.reports.collect;

import dev.naysayer.engine.junit.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What of a test plan is Naysayer's.
 *
 * @param names the names of the suites that are to run
 * @param digests of their texts and of the parts that they use, by the suites' unique ids, as far as they are known
 * @param paths of their files in their repositories, by the suites' unique ids, as far as they are known
 */
record PlannedSuites(List<String> names, Map<String, String> digests, Map<String, String> paths) {

    private static final String ENGINE = "engine";
    private static final String ENGINE_ID = "auth-contract";

    /** What a suite's node is, below a class or alone. */
    private static final Set<String> SUITES = Set.of("suite", "file");

    private static final String EMPTY_SHARD = "shard";

    static PlannedSuites of(TestPlan plan) {
        List<TestIdentifier> suites = plan.getRoots().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), plan.getDescendants(root).stream()))
                .filter(it -> isOurs(it.getUniqueIdObject()))
                .filter(it ->
                        SUITES.contains(it.getUniqueIdObject().getLastSegment().getType()))
                .toList();
        long limit = Setting.maxFileSize(plan.getConfigurationParameters(), System.getenv());
        Map<String, String> digests = new LinkedHashMap<>();
        Map<String, String> paths = new LinkedHashMap<>();
        suites.forEach(suite -> suite.getSource()
                .filter(FileSource.class::isInstance)
                .map(it -> ((FileSource) it).getFile().toPath())
                .ifPresent(file -> {
                    SuiteDigest.of(file, limit).ifPresent(digest -> digests.put(suite.getUniqueId(), digest));
                    SuitePath.of(file, Path.of("")).ifPresent(path -> paths.put(suite.getUniqueId(), path));
                }));
        return new PlannedSuites(
                suites.stream().map(TestIdentifier::getDisplayName).distinct().toList(), digests, paths);
    }

    /** Whether a test is of this engine, which may run inside another. */
    static boolean isOurs(UniqueId id) {
        return id.getSegments().stream().anyMatch(PlannedSuites::isEngine);
    }

    /** Whether it only says that this shard has no case of its suite. */
    static boolean isEmptyShard(UniqueId id) {
        return isOurs(id) && id.getLastSegment().getType().equals(EMPTY_SHARD);
    }

    /** Whether it is the engine itself: inside a suite engine ours is not the first segment but the last. */
    static boolean isEngine(UniqueId id) {
        return isEngine(id.getLastSegment());
    }

    private static boolean isEngine(UniqueId.Segment segment) {
        return segment.getType().equals(ENGINE) && segment.getValue().equals(ENGINE_ID);
    }
}
