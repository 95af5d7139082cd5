package dev.naysayer.reports.command;

import dev.naysayer.reports.model.Unfit;
import java.nio.file.Path;

/**
 * A record, and what it is called here.
 *
 * @param name what stands before the first {@code =}, or the path itself
 */
record NamedPath(String name, Path path) {

    static NamedPath of(String word) throws Unfit {
        int end = word.indexOf('=');
        return end <= 0
                ? new NamedPath(word, Arguments.path(word))
                : new NamedPath(word.substring(0, end), Arguments.path(word.substring(end + 1)));
    }
}
