package dev.naysayer.cli;

import dev.naysayer.dsl.Expectation;
import dev.naysayer.dsl.Position;
import dev.naysayer.engine.junit.SuitePreview;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What several commands tell in the same words. */
final class Shown {

    private Shown() {}

    /** Its path, as short as it is from here. */
    static String file(SuitePreview preview) {
        if (preview.file() == null) {
            return "a suite that is not there";
        }
        Path here = Path.of("").toAbsolutePath();
        Path file = preview.file().path();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    /** {@code orders.auth.yaml:14}, which editors and consoles turn into a link. */
    static String place(Position at) {
        return at.file() + ":" + at.line();
    }

    /** {@code invalid_token or no code}. */
    static String errors(List<String> codes) {
        return codes.stream()
                .map(code -> code.equals(Expectation.NO_ERROR) ? "no code" : code)
                .collect(Collectors.joining(" or "));
    }
}
