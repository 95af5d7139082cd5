package dev.naysayer.engine.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the libraries that a framework's BOM likes to set back are new enough: where they are not, reading a suite dies of a missing
 * class, and nothing says whose it is nor what to set.
 */
final class LibraryJars {

    /**
     * A library.
     *
     * @param jar its coordinates and the oldest version that will do
     * @param witness a class that this version brought
     */
    private record Library(String jar, String witness) {}

    private static final List<Library> NEEDED = List.of(
            new Library("com.networknt:json-schema-validator 3", "com.networknt.schema.SchemaRegistry"),
            new Library(
                    "com.fasterxml.jackson.core:jackson-annotations 2.21",
                    "com.fasterxml.jackson.annotation.JsonSerializeAs"));

    private LibraryJars() {}

    /** What is too old and what to set, in one line; empty where all is as new as it has to be. */
    static Optional<String> problem(ClassLoader loader) {
        List<String> old = NEEDED.stream()
                .filter(library -> !has(loader, library.witness()))
                .map(Library::jar)
                .toList();
        return old.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the class path has an older version than %s, so nothing was tested: name it in dependencyManagement, before the BOM that brings the older one; docs/inherited.md has the versions that Naysayer is built with"
                                .formatted(old.stream().collect(Collectors.joining(" and "))));
    }

    private static boolean has(ClassLoader loader, String type) {
        try {
            Class.forName(type, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
