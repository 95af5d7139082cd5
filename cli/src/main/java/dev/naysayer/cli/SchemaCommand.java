package dev.naysayer.cli;

import dev.naysayer.dsl.shape.FormatSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}: what an editor needs to know the format. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        header = "Prints the JSON Schema of a kind of file, for editors.",
        description = {
            "",
            "  naysayer schema suite > suite.schema.json",
            "",
            "and as the first line of a suite:",
            "",
            "  # yaml-language-server: $schema=suite.schema.json",
            ""
        })
final class SchemaCommand implements Callable<Integer> {

    /** As documents name the place: it is the same wherever the code lies. */
    private static final String SCHEMAS = "/dev/naysayer/dsl/schema/";

    private final Console console;

    @Parameters(paramLabel = "KIND", description = "suite, part, profile or waivers. Default: suite", arity = "0..1")
    private FormatSchema.Kind kind = FormatSchema.Kind.SUITE;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        // JSON is UTF-8, whatever a terminal reads.
        console.out().writeBytes(schema(kind).getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    static String schema(FormatSchema.Kind kind) throws IOException {
        String file = SCHEMAS + kind.file();
        try (InputStream schema = Objects.requireNonNull(FormatSchema.class.getResourceAsStream(file), file)) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
