package dev.naysayer.engine.junit;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Suggestion;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the base URLs that a run was told for single suites: a name that no suite has, and one that several have.
 *
 * @param settings of the run
 * @param suites all suites of the run
 */
record SuiteTargets(Settings settings, List<SuiteFile> suites) {

    /** Deeper than this nobody puts suites. */
    private static final int DEPTH = 30;

    /** Names of no suite, neither of the run nor beside those: a run of one suite is often told the targets of all. */
    List<String> unknown() {
        Set<String> names = suites.stream().map(SuiteFile::name).collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown = settings.suitesWithTarget()
                .filter(name -> !names.contains(name))
                .toList();
        if (unknown.isEmpty() || suites.isEmpty()) {
            return List.of();
        }
        suites.stream()
                .map(SuiteFile::root)
                .distinct()
                .flatMap(SuiteTargets::names)
                .forEach(names::add);
        return unknown.stream()
                .filter(name -> !names.contains(name))
                .map(name -> "there is no suite '%s' for the setting %s: %s"
                        .formatted(name, Setting.TARGET_OF_SUITE.of(name), Suggestion.of(name, names)))
                .toList();
    }

    private static Stream<String> names(Path root) {
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            return files
                    .filter(file -> file.toString().endsWith(SuiteReader.SUFFIX))
                    .map(file -> SuiteFile.alone(file).name())
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            // What cannot be searched holds no name that is known.
            return Stream.of();
        }
    }

    /** That the setting for this suite is one for another, too; an environment variable tells fewer names apart than a parameter. */
    Optional<String> ambiguous(SuiteFile file) {
        return settings.ownTarget(file).flatMap(given -> {
            Collection<String> meant = suites.stream()
                    .filter(other ->
                            settings.ownTarget(other).filter(given::equals).isPresent())
                    .map(other -> other.path().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            return meant.size() < 2
                    ? Optional.empty()
                    : Optional.of("%s is said of several suites, %s: give them file names that differ"
                            .formatted(given.setting(), String.join(" and ", meant)));
        });
    }
}
