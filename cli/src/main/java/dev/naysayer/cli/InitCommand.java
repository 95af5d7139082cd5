package dev.naysayer.cli;

import dev.naysayer.dsl.shape.FormatSchema;
import dev.naysayer.engine.exchange.BuildVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: a first suite. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Writes a first suite that only reads, with comments on how to go on. Sends nothing.",
        description = {
            "",
            "  naysayer init suites --operation='GET /orders' --operation='GET /orders/{id}' --path=id=1001",
            "",
            "Beside it lies the schema that editors read. What is there already is never overwritten.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it is written", " 2:nothing is written"})
final class InitCommand implements Callable<Integer> {

    private static final String SCHEMA = "suite.schema.json";
    private static final String PROJECT = "/dev/naysayer/cli/first-pom.xml";

    private final Console console;

    @Parameters(paramLabel = "FOLDER", arity = "0..1", description = "Where it goes. Default: the folder you are in.")
    private Path folder = Path.of("");

    @Option(names = "--target", paramLabel = "URL", description = "The base URL of the API. Default: a variable.")
    private @Nullable String target;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = "How credentials travel: ${COMPLETION-CANDIDATES}. Default: bearer")
    private FirstSuite.Scheme scheme = FirstSuite.Scheme.BEARER;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "Method and path, GET or HEAD; several are several options. Default: GET /orders")
    private List<String> operations = List.of("GET /orders");

    @Option(names = "--path", paramLabel = "NAME=VALUE", description = "A value for {NAME} in a path.")
    private Map<String, String> path = new LinkedHashMap<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the suite is called. Default: as the first path begins.")
    private @Nullable String name;

    @Option(names = "--maven", description = "Also a pom.xml and a test class, so that 'mvn test' runs it.")
    private boolean maven;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        FirstSuite suite =
                new FirstSuite(name == null ? FirstSuite.nameFor(operations) : name, target, scheme, operations, path);
        Map<Path, String> files = files(suite);
        write(files);
        files.keySet().forEach(it -> console.say("wrote " + it));
        console.blank();
        String suites = folder.toString().isEmpty() ? "." : folder.toString();
        console.say("Next: set %s, then".formatted(suite.secret()));
        List.of("check", "doctor", "run").forEach(it -> console.say("  naysayer %s %s".formatted(it, suites)));
        return 0;
    }

    private Map<Path, String> files(FirstSuite suite) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        String place = "com/example/" + suite.packageName();
        Path beside = maven ? folder.resolve("src/test/resources").resolve(place) : folder;
        files.put(beside.resolve(suite.file()), suite.yaml());
        files.put(beside.resolve(SCHEMA), SchemaCommand.schema(FormatSchema.Kind.SUITE));
        if (maven) {
            files.put(folder.resolve("pom.xml"), project(suite));
            files.put(
                    folder.resolve("src/test/java").resolve(place).resolve(suite.title() + "AuthContractTest.java"),
                    test(suite));
        }
        return files;
    }

    private static String project(FirstSuite suite) throws IOException {
        return text(PROJECT)
                .replace("@project.version@", BuildVersion.version())
                .replace("<artifactId>orders</artifactId>", "<artifactId>%s</artifactId>".formatted(suite.name()));
    }

    private static String test(FirstSuite suite) {
        return """
                package com.example.%s;

                import dev.naysayer.engine.junit.AuthContract;

                @AuthContract("%s")
                class %sAuthContractTest {}
                """.formatted(suite.packageName(), suite.file(), suite.title());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All of them, or none. */
    private static void write(Map<Path, String> files) throws IOException {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Files.exists(file.getKey()) && !isThere(file)) {
                throw new Unusable("%s is there already: nothing is written; name another folder, or --name=…"
                        .formatted(file.getKey()));
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            try {
                Files.createDirectories(
                        Objects.requireNonNull(file.getKey().toAbsolutePath().getParent()));
                if (!isThere(file)) {
                    Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
                }
            } catch (IOException e) {
                throw new Unusable("%s cannot be written (%s): name a folder that can be written to"
                        .formatted(file.getKey(), e.getClass().getSimpleName()));
            }
        }
    }

    /** A second suite in the same folder has the same schema beside it. */
    private static boolean isThere(Map.Entry<Path, String> file) throws IOException {
        return file.getKey().endsWith(SCHEMA)
                && Files.exists(file.getKey())
                && Files.readString(file.getKey()).equals(file.getValue());
    }
}
