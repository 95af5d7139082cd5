package dev.naysayer.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One answer of a rule's proof, for readers.
 *
 * @param facts what its leading lines say of the case, {@code condition: no-token}
 * @param answer the raw answer
 * @param finding what the rule says of it, empty where it keeps the rule
 */
record RuleExample(List<String> facts, String answer, String finding) {

    private static final Path FOLDER = Path.of("../engine/src/test/resources/dev/naysayer/engine");

    private static final String FACT = "# ";

    /** The shortest answer that breaks the rule. */
    static RuleExample violating(String rule) {
        return shortest(folder(rule).resolve("violates"));
    }

    /** The shortest answer that keeps the rule. */
    static RuleExample passing(String rule) {
        return shortest(folder(rule).resolve("passes"));
    }

    private static Path folder(String rule) {
        Path ofOneAnswer = FOLDER.resolve("rule").resolve(rule);
        return Files.exists(ofOneAnswer)
                ? ofOneAnswer
                : FOLDER.resolve("comparison").resolve(rule);
    }

    private static RuleExample shortest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .min(Comparator.comparing((Path file) -> read(file).length())
                            .thenComparing(file -> String.valueOf(file.getFileName())))
                    .map(RuleExample::of)
                    .orElseThrow(() -> new IllegalStateException("no answer lies in " + folder));
        } catch (IOException e) {
            throw new IllegalStateException("a rule needs answers in " + folder, e);
        }
    }

    private static RuleExample of(Path file) {
        List<String> lines = read(file).lines().toList();
        Path finding = file.resolveSibling(String.valueOf(file.getFileName()).replace(".http", ".txt"));
        return new RuleExample(
                lines.stream()
                        .takeWhile(line -> line.startsWith(FACT))
                        .map(line -> line.substring(FACT.length()))
                        .toList(),
                lines.stream().dropWhile(line -> line.startsWith(FACT)).collect(Collectors.joining("\n")),
                Files.exists(finding) ? read(finding).stripTrailing() : "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("not readable: " + file, e);
        }
    }

    /** The answer behind its case, and what the rule says of it. */
    String text(String heading) {
        String told = facts.stream().map(fact -> "`" + fact + "`").collect(Collectors.joining(", "));
        return (told.isEmpty() ? "%s:\n\n".formatted(heading) : "%s, %s:\n\n".formatted(heading, told))
                + block("http", answer)
                + (finding.isEmpty() ? "" : "\n" + block("", finding));
    }

    /** Between fences that are longer than any within. */
    private static String block(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return "%s%s\n%s\n%s\n".formatted(fence, language, text, fence);
    }
}
