package dev.naysayer.reports.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A generated suite, run by the engine with its report. */
final class OurSuite {

    private OurSuite() {}

    public static void main(String[] arguments) throws IOException {
        Work work = Work.given();
        Path suite = suite(Path.of(System.getProperty("things.folder")), work);
        // The control stands before the refusals and behind them.
        int tests = work.cases() == 1 ? 3 : work.cases() / 5 * 6;
        LaunchedTests.run(
                "auth-contract",
                selectFile(suite.toString()),
                tests,
                Map.of("naysayer.parallelism", String.valueOf(work.inFlight())));
        if (!Files.exists(suite.resolveSibling("report").resolve("index.html"))) {
            throw new IllegalStateException("there is no report");
        }
        Figures.tell();
        System.exit(0);
    }

    private static Path suite(Path folder, Work work) throws IOException {
        Files.writeString(folder.resolve("problem.schema.json"), Checks.SCHEMA);
        String operations = work.operations()
                .mapToObj(it -> "  - GET /things/%d: {scope: %s}".formatted(it, Tokens.SCOPE))
                .collect(Collectors.joining("\n"));
        List<String> scenarios = work.answers().stream()
                .filter(Answer::isRefusal)
                .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return Files.writeString(folder.resolve("things.auth.yaml"), """
                suite: Things API
                target: %s

                credentials:
                  bearer:
                    mint: {issuer: "%s", audience: "%s", key: "${%s}"}

                operations:
                %s

                scenarios: %s

                refusals: {body: {schema: problem.schema.json}}
                """.formatted(
                        work.url(), Tokens.ISSUER, Tokens.AUDIENCE, Work.KEY, operations, scenarios));
    }
}
