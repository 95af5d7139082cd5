package dev.naysayer.cli;

import dev.naysayer.dsl.shape.FormatSchema;
import dev.naysayer.engine.exchange.BuildVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        header = "Writes a first suite that only reads, with comments on how to go on.",
        description = {
            "",
            "  naysayer init openapi.yaml",
            "  naysayer init https://orders.example/openapi.json suites",
            "  naysayer init suites --operation='GET /orders' --operation='GET /orders/{id}' --path=id=1001",
            "",
            "Of an OpenAPI document it takes operations, credentials and what requests need; what the document",
            "does not say becomes a variable. An address is fetched, once, and saved beside the suite; nothing",
            "else is sent. Beside the suite lies the schema that editors read. What is there already is never",
            "overwritten.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:it is written", " 2:nothing is written"})
final class InitCommand implements Callable<Integer> {

    private static final String SCHEMA = "suite.schema.json";
    private static final String PROJECT = "/dev/naysayer/cli/first-pom.xml";

    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "DOCUMENT",
            arity = "0..1",
            description = "An OpenAPI document: its file, .yaml or .json, or its address. May be left out.")
    private @Nullable String first;

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "Where the suite goes. Default: beside the document; without one the folder you are in.")
    private @Nullable Path second;

    @Option(names = "--target", paramLabel = "URL", description = "The base URL of the API. Default: a variable.")
    private @Nullable String target;

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description =
                    "How credentials travel, where no document says it: ${COMPLETION-CANDIDATES}. Default: bearer")
    private FirstSuite.Scheme scheme = FirstSuite.Scheme.BEARER;

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description =
                    "Method and path, GET or HEAD, where no document lists them; several are several options. Default: GET /orders")
    private List<String> operations = List.of();

    @Option(
            names = "--path",
            paramLabel = "NAME=VALUE",
            description = "A value for {NAME} in a path; of a document for any parameter.")
    private Map<String, String> path = new LinkedHashMap<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What the suite is called. Default: as the document, or as the first path begins.")
    private @Nullable String name;

    @Option(names = "--maven", description = "Also a pom.xml and a test class, so that 'mvn test' runs it.")
    private boolean maven;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (first != null && isDocument(first)) {
            ofDocument(first);
        } else if (second != null) {
            throw new Unusable("%s is no document: name its file, which ends with .yaml or .json, or its address"
                    .formatted(first));
        } else {
            ofOperations(Path.of(first == null ? "" : first));
        }
        return 0;
    }

    /** A folder may be called like a file, but where it is there, it is one. */
    private static boolean isDocument(String argument) {
        return FetchedDocument.isAddress(argument)
                || (argument.matches("(?i).*\\.(json|ya?ml)") && !Files.isDirectory(Path.of(argument)))
                || Files.isRegularFile(Path.of(argument));
    }

    private void ofOperations(Path folder) throws IOException {
        List<String> listed = operations.isEmpty() ? List.of("GET /orders") : operations;
        SuiteName called = name == null ? SuiteName.ofOperation(listed.get(0)) : new SuiteName(name);
        FirstSuite suite = new FirstSuite(called, target, scheme, listed, path);
        NewFiles files = new NewFiles();
        files.add(beside(folder, called).resolve(called.file()), suite.yaml());
        addRest(files, folder, called);
        files.write();
        files.tell(console);
        console.blank();
        console.say("Next: set %s, then".formatted(suite.secret()));
        List.of("check", "doctor", "run").forEach(it -> console.say("  naysayer %s %s".formatted(it, shown(folder))));
    }

    private void ofDocument(String document) throws IOException {
        if (!operations.isEmpty()) {
            throw new Unusable("the document lists operations: leave --operation out, or the document");
        }
        FirstSuite.requireUrl(target);
        try (GivenDocument given = GivenDocument.of(document, second, maven)) {
            DocumentSuite suite = new FirstOfDocument(
                            name == null ? null : new SuiteName(name), target, scheme, path, given.limit())
                    .of(given.file(), given.root());
            Path beside = beside(given.folder(), suite.name());
            NewFiles files = new NewFiles();
            Path file = beside.resolve(suite.name().file());
            files.add(file, suite.yaml());
            given.addTo(files, beside, suite.document());
            addRest(files, given.folder(), suite.name());
            files.write();
            files.tell(console);
            tellNext(suite, file, given.folder());
        }
    }

    private void tellNext(DocumentSuite suite, Path file, Path folder) {
        console.blank();
        console.say(suite.summary());
        console.blank();
        console.say("Next:");
        console.say("  1. set %s; 'naysayer check %s' says what is missing, and until then nothing is sent"
                .formatted(String.join(", ", suite.variables()), file));
        console.say("  2. naysayer doctor %s".formatted(file));
        console.say("  3. %s".formatted(maven ? "mvn test -f " + folder.resolve("pom.xml") : "naysayer run " + file));
    }

    private static String shown(Path folder) {
        return folder.toString().isEmpty() ? "." : folder.toString();
    }

    private Path beside(Path folder, SuiteName called) {
        return maven ? folder.resolve("src/test/resources/com/example").resolve(called.packageName()) : folder;
    }

    /** The schema, and what makes it a project. */
    private void addRest(NewFiles files, Path folder, SuiteName called) throws IOException {
        files.add(beside(folder, called).resolve(SCHEMA), SchemaCommand.schema(FormatSchema.Kind.SUITE));
        if (maven) {
            files.add(folder.resolve("pom.xml"), project(called));
            files.add(
                    folder.resolve("src/test/java/com/example")
                            .resolve(called.packageName())
                            .resolve(called.title() + "AuthContractTest.java"),
                    test(called));
        }
    }

    private static String project(SuiteName called) throws IOException {
        return text(PROJECT)
                .replace("@project.version@", BuildVersion.version())
                .replace("<artifactId>orders</artifactId>", "<artifactId>%s</artifactId>".formatted(called.text()));
    }

    private static String test(SuiteName called) {
        return """
                package com.example.%s;

                import dev.naysayer.engine.junit.AuthContract;

                @AuthContract("%s")
                class %sAuthContractTest {}
                """.formatted(called.packageName(), called.file(), called.title());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
