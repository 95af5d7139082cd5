package dev.naysayer.engine.junit;

import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds suites on the class path. */
final class SuiteLocator {

    private SuiteLocator() {}

    /** A class's suite: relative to its package first, then to the class path's root. */
    static Optional<SuiteFile> of(Class<?> type, String name) {
        String folder = name.startsWith("/") ? "" : type.getPackageName().replace('.', '/') + "/";
        ClassLoader loader = type.getClassLoader();
        return file(loader, (folder + name).replaceFirst("^/", "")).or(() -> file(loader, name));
    }

    /** A resource of the class path; its root is the class path's root. */
    static Optional<SuiteFile> file(ClassLoader loader, String resource) {
        URL url = loader.getResource(resource);
        return url == null ? Optional.empty() : Optional.of(file(url, resource));
    }

    /**
     * The resources that are suites in a package and those below it, in the order of their names.
     *
     * <p>By hand: JUnit's own search has another form in each of its generations.
     */
    static Set<String> inPackage(ClassLoader loader, String packageName) {
        String folder = packageName.replace('.', '/');
        Set<String> found = new TreeSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(folder))) {
                Path root = path(url.toURI());
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(SuiteReader.SUFFIX))
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .forEach(name -> found.add(folder.isEmpty() ? name : folder + "/" + name));
                }
            }
        } catch (URISyntaxException | IOException | UncheckedIOException e) {
            throw new IllegalStateException("the package cannot be searched for suites: " + packageName, e);
        }
        return found;
    }

    private static SuiteFile file(URL url, String resource) {
        try {
            Path path = path(url.toURI());
            Path root =
                    path.resolve("../".repeat(Path.of(resource).getNameCount())).normalize();
            return new SuiteFile(path, root);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the class path names a resource that cannot be opened: " + resource, e);
        }
    }

    /** A jar's file system stays open for the rest of the process: its suites are read again when they run. */
    private static Path path(URI uri) throws IOException {
        try {
            return Path.of(uri);
        } catch (FileSystemNotFoundException e) {
            return open(uri);
        }
    }

    @SuppressWarnings("resource") // see above
    private static Path open(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of()).provider().getPath(uri);
        } catch (FileSystemAlreadyExistsException e) {
            return Path.of(uri);
        }
    }
}
