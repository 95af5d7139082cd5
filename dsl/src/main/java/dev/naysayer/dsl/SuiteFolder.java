package dev.naysayer.dsl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The files a suite may refer to: relative to itself, never outside its root. */
final class SuiteFolder {

    /** A reference that leads nowhere; the message ends in a next step. */
    static final class Unreachable extends Exception {

        private static final long serialVersionUID = 1;

        final String nextStep;

        Unreachable(String message, String nextStep) {
            super(message);
            this.nextStep = nextStep;
        }
    }

    private final Path suite;
    private final Path root;

    SuiteFolder(Path suite, Path root) {
        this.suite = suite;
        this.root = root;
    }

    String read(String reference) throws Unreachable {
        try {
            Path file = suite.resolveSibling(reference).normalize();
            if (reference.startsWith("/") || !file.startsWith(root.normalize())) {
                throw outside(reference);
            }
            // Links are followed before the second look, or one could lead out of the root.
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw outside(reference);
            }
            return Files.readString(file);
        } catch (InvalidPathException | IOException e) {
            throw new Unreachable(
                    "the file '%s' cannot be read".formatted(reference),
                    "paths are relative to the suite: check that it exists beside it and is UTF-8 text");
        }
    }

    private static Unreachable outside(String reference) {
        return new Unreachable(
                "the file '%s' lies outside the suite's root".formatted(reference),
                "move it beside the suite or below it");
    }
}
