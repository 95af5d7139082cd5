package dev.naysayer.cli;

import dev.naysayer.dsl.openapi.DocumentOutline;
import dev.naysayer.engine.junit.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/**
 * The document that a first suite is made of.
 *
 * @param file where it can be read
 * @param root the folder that it is read from, below which all its files lie
 * @param folder where its user wants the suite, or the project
 * @param origin what is told of a copy of it
 * @param limit how many bytes a file may have
 * @param isThere whether the suite can name it where it lies
 * @param isFetched whether its root is there for this call only
 */
record GivenDocument(Path file, Path root, Path folder, String origin, long limit, boolean isThere, boolean isFetched)
        implements AutoCloseable {

    /**
     * @param argument a file or an address
     * @param folder where the suite goes, or null where nobody says it
     * @param project whether the suite goes deeper than that
     */
    static GivenDocument of(String argument, @Nullable Path folder, boolean project) throws IOException {
        long limit = Setting.maxFileSize(
                LauncherDiscoveryRequestBuilder.request().build().getConfigurationParameters(), System.getenv());
        if (FetchedDocument.isAddress(argument)) {
            FetchedDocument fetched = FetchedDocument.of(argument, limit);
            Path root = Files.createTempDirectory("naysayer");
            Path file = fetched.save(root);
            return new GivenDocument(
                    file,
                    root,
                    Objects.requireNonNullElse(folder, Path.of("")),
                    ", as %s has it today".formatted(fetched.from()),
                    limit,
                    false,
                    true);
        }
        Path file = Path.of(argument);
        Path beside = file.resolveSibling("");
        Path whereTo = folder != null ? folder : project ? Path.of("") : beside;
        boolean isBelow = !project && absolute(file).startsWith(absolute(whereTo));
        return new GivenDocument(
                file, isBelow ? whereTo : beside, whereTo, ", a copy of " + file, limit, isBelow, false);
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Its files beside the suite, where they are not there already. */
    void addTo(NewFiles files, Path beside, DocumentOutline read) throws IOException {
        if (isThere) {
            return;
        }
        for (String name : read.files()) {
            Path from = absolute(root).resolve(name);
            if (Files.isRegularFile(from)) {
                files.add(beside.resolve(name), Files.readAllBytes(from), from.equals(absolute(file)) ? origin : "");
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (isFetched) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path it : deepestFirst) {
                    Files.delete(it);
                }
            }
        }
    }
}
