package dev.naysayer.reports.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The rules of accessibility that a program can check, as Deque's axe-core has them. */
final class AxeCore {

    private static final String SCRIPT = load();

    /** What is broken, and where; a page's own script never meets it, since each tab is thrown away. */
    private static final String RUN = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.flatMap(rule =>
              rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary)))
            """;

    private AxeCore() {}

    /** One line for each place that breaks a rule. */
    static List<String> findings(Tab tab) {
        tab.evaluate(SCRIPT + "; 1");
        return tab.evaluate(RUN).values().stream().map(it -> it.asString()).toList();
    }

    private static String load() {
        try (InputStream in = Objects.requireNonNull(AxeCore.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
