package dev.naysayer.reports.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Where a build tool puts what it makes: Maven into {@code target}, Gradle into {@code build}. */
final class BuildFolder {

    /** What Gradle tells each process that runs tests for it. */
    private static final String GRADLE_WORKER = "org.gradle.test.worker";

    private static final List<String> GRADLE = List.of("build.gradle", "build.gradle.kts");
    private static final String MAVEN = "pom.xml";

    private BuildFolder() {}

    /**
     * Where the report goes when nothing is said.
     *
     * @param project the directory that the tests run in
     * @param properties those of the process
     */
    static String report(Path project, Properties properties) {
        return properties.containsKey(GRADLE_WORKER) || isOfGradle(project) ? "build/naysayer" : "target/naysayer";
    }

    /** An IDE may run the tests of Gradle's project itself; where both build files lie, it could be either. */
    private static boolean isOfGradle(Path project) {
        return Files.notExists(project.resolve(MAVEN))
                && GRADLE.stream().anyMatch(file -> Files.exists(project.resolve(file)));
    }
}
