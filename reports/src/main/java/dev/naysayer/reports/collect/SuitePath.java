package dev.naysayer.reports.collect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a suite's file lies in its repository, as code hosts name it.
 *
 * <p>Problem: tests read the copy that the build made of it, which is in no repository. Choice: the file of the same name below one of
 * the module's folders of sources is what it was copied from.
 */
final class SuitePath {

    /** As Maven and Gradle lay them out, and as both are told to by many. */
    private static final List<String> SOURCES = List.of("resources", "java", "kotlin");

    private static final String REPOSITORY = ".git";

    private SuitePath() {}

    /**
     * The path from the repository's root, with slashes; empty where no such file is found.
     *
     * @param file what the tests read
     * @param project the directory that the tests run in
     */
    static Optional<String> of(Path file, Path project) {
        Path module = project.toAbsolutePath().normalize();
        Path read = file.toAbsolutePath().normalize();
        return source(read, module)
                .map(it -> root(it, module).relativize(it).toString().replace('\\', '/'));
    }

    private static Optional<Path> source(Path read, Path module) {
        if (!read.startsWith(module)) {
            return Optional.empty();
        }
        Path inside = module.relativize(read);
        List<Path> folders = sources(module);
        if (folders.stream().anyMatch(read::startsWith)) {
            return Optional.of(read);
        }
        // The longest part first: a file of that name in another package is another suite.
        return IntStream.range(0, inside.getNameCount())
                .mapToObj(from -> inside.subpath(from, inside.getNameCount()))
                .flatMap(part -> folders.stream().map(folder -> folder.resolve(part)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** {@code src/test/resources} first, then the like of all other sets of sources. */
    private static List<Path> sources(Path module) {
        try (Stream<Path> sets = Files.list(module.resolve("src"))) {
            return sets.filter(Files::isDirectory)
                    .sorted((one, other) -> Boolean.compare(other.endsWith("test"), one.endsWith("test")))
                    .flatMap(set -> SOURCES.stream().map(set::resolve))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Of a checkout, or of a work tree, where it is a file; without one it is the module. */
    private static Path root(Path source, Path module) {
        for (Path folder = source.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(REPOSITORY))) {
                return folder;
            }
        }
        return module;
    }
}
