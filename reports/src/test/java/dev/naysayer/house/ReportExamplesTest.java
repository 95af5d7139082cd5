package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.Told;
import dev.naysayer.reports.RecordedRun;
import dev.naysayer.reports.collect.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** The programs in {@code docs/report.md} are compiled as they stand there, and do what is said of them. */
class ReportExamplesTest {

    @TempDir
    private Path folder;

    @Test
    void the_reader_prints_each_broken_rule_with_the_status_of_the_answer() throws Exception {
        ReportWriter.write(RecordedRun.document(), folder);

        try (URLClassLoader loader = compiled("BrokenRules")) {
            var main = loader.loadClass("BrokenRules").getMethod("main", String[].class);
            String printed = printedBy(() -> main.invoke(null, (Object) new String[] {folder.toString()}));

            assertThat(printed.lines())
                    .contains("GET /orders › expired-token: MUST bearer-error-matches, answered 401")
                    .hasSize(RecordedRun.outcomes().stream()
                            .mapToInt(it -> it.violations().size())
                            .sum());
        }
    }

    @Test
    void the_listener_prints_what_it_is_told() throws Exception {
        CaseOutcome outcome = RecordedRun.outcomes().stream()
                .filter(it -> it.kind() == OutcomeKind.VIOLATION)
                .findFirst()
                .orElseThrow();
        UniqueId id = UniqueId.forEngine("auth-contract");
        TestIdentifier test = TestIdentifier.from(new EngineDescriptor(id, "GET /orders › expired-token"));

        try (URLClassLoader loader = compiled("OutcomeListener")) {
            TestExecutionListener listener = (TestExecutionListener)
                    loader.loadClass("OutcomeListener").getConstructor().newInstance();
            String printed = printedBy(() -> {
                Runnable end = () -> listener.executionFinished(test, TestExecutionResult.successful());
                new Told(outcome, List.of()).during(id.toString(), end);
                new Told(null, RecordedRun.comparisons().subList(0, 1)).during(id.toString(), end);
                end.run();
            });

            assertThat(printed.lines())
                    .containsExactly("VIOLATION GET /orders › expired-token", "CONFORMING status-is-the-same");
        }
    }

    /** The class of this name, of which the page shows the whole file. */
    private URLClassLoader compiled(String name) throws IOException {
        String source = Files.readString(Path.of("../docs/report.md"))
                .split("public class " + name, 2)[1]
                .split("```", 2)[0];
        String imports = Files.readString(Path.of("../docs/report.md")).split("public class " + name, 2)[0];
        imports = imports.substring(imports.lastIndexOf("```java\n") + "```java\n".length());
        Path file = Files.writeString(folder.resolve(name + ".java"), imports + "public class " + name + source);
        int exit = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        file.toString());
        assertThat(exit).isZero();
        return new URLClassLoader(new URL[] {url(folder)}, ReportExamplesTest.class.getClassLoader());
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static String printedBy(Work work) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
