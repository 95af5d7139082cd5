package dev.naysayer.cli;

import dev.naysayer.dsl.openapi.DocumentOutline;
import dev.naysayer.dsl.openapi.DocumentOutline.Described;
import dev.naysayer.dsl.openapi.DocumentOutline.Scheme;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.junit.SuitePreview;
import dev.naysayer.engine.rule.profile.Profiles;
import dev.naysayer.engine.run.SuiteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A first suite of a document that reads.
 *
 * <p>Problem: a document may hold anything, and only the reader of suites knows what of it can be tested. Choice: the suite is read before
 * it is written, and what cannot be is left out with the reader's words, until it reads.
 *
 * @param named what the suite is called, or null for what the document is
 * @param target the base URL, or null where a variable says it
 * @param otherwise how credentials travel where the document says nothing of it
 * @param given values of parameters
 * @param limit how many bytes a file may have
 */
record FirstOfDocument(
        @Nullable SuiteName named,
        @Nullable String target,
        FirstSuite.Scheme otherwise,
        Map<String, String> given,
        long limit) {

    private static final int MOST_TOLD = 5;

    /**
     * The suite.
     *
     * @param root the folder in which it will lie; it contains the document
     * @throws Unusable where the document is none, or none that a suite can be made of
     */
    DocumentSuite of(Path document, Path root) {
        DocumentOutline outline = outline(document, root);
        SuiteName name = named != null ? named : name(outline);
        String file = root.toAbsolutePath()
                .normalize()
                .relativize(document.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
        Map<String, String> unusable = new LinkedHashMap<>();
        while (true) {
            DocumentSuite suite = suite(name, file, outline, unusable);
            List<Problem> problems = problems(suite, root);
            if (problems.isEmpty()) {
                return suite;
            }
            int known = unusable.size();
            problems.forEach(it -> culprits(it, suite).forEach(what -> unusable.putIfAbsent(what, reason(it))));
            if (unusable.size() == known) {
                throw told(document, problems);
            }
        }
    }

    private DocumentOutline outline(Path document, Path root) {
        try {
            UserFile.bytes(document, limit);
        } catch (UserFile.Refused e) {
            throw new Unusable("%s %s: %s".formatted(document, e.getMessage(), e.nextStep()));
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: check that it is there, and may be read".formatted(document));
        }
        DocumentOutline outline = DocumentOutline.read(document, root, limit);
        // Without operations there is nothing to leave out.
        if (!outline.problems().isEmpty() && outline.operations().isEmpty()) {
            throw told(document, outline.problems());
        }
        return outline;
    }

    private static SuiteName name(DocumentOutline outline) {
        return SuiteName.ofTitle(outline.title())
                .orElseGet(() -> SuiteName.ofOperation(outline.operations().stream()
                        .map(Described::name)
                        .findFirst()
                        .orElse("")));
    }

    private DocumentSuite suite(SuiteName name, String file, DocumentOutline outline, Map<String, String> unusable) {
        FirstChoice first = FirstChoice.of(outline, unusable, otherwise);
        FirstValues values = FirstValues.of(first.tested(), name.prefix(), given);
        if (!values.leftOut().isEmpty()) {
            // What is left out needs no value, and perhaps a credential less.
            Map<String, String> more = new LinkedHashMap<>(unusable);
            more.putAll(values.leftOut());
            first = FirstChoice.of(outline, more, otherwise);
            values = FirstValues.of(first.tested(), name.prefix(), given);
        }
        if (first.tested().isEmpty()) {
            throw nothing(first);
        }
        return new DocumentSuite(name, target, file, outline, first, values);
    }

    private static Unusable nothing(FirstChoice choice) {
        String reasons = choice.leftOut().entrySet().stream()
                .limit(MOST_TOLD)
                .map(it -> "%n  %s: %s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
        return new Unusable(
                "the document has no operation that a first suite can test, which only reads%s%s%nList one yourself: naysayer init --operation='GET /orders'"
                        .formatted(
                                reasons,
                                choice.changing().isEmpty()
                                        ? ""
                                        : "%n  %d operations may change something"
                                                .formatted(choice.changing().size())));
    }

    /** Of which each variable is set to something: which of them are not, whoever has the suite learns later. */
    private List<Problem> problems(DocumentSuite suite, Path root) {
        Path file = root.toAbsolutePath().resolve(suite.name().file());
        Reading read = new SuiteReader(Profiles.vocabulary())
                .upTo(limit)
                .read(suite.yaml(), file, root.toAbsolutePath(), Variables.of(it -> it.endsWith("_URL") ? null : "1"));
        return read instanceof Reading.Understood understood
                ? SuitePreview.beyondReading(understood.suite(), new SuiteFile(file, root.toAbsolutePath()).upTo(limit))
                : ((Reading.Unreadable) read).problems();
    }

    /** What of the document a problem is about: by its place there, by the suite's line, or by its name in the message. */
    private static List<String> culprits(Problem problem, DocumentSuite suite) {
        List<String> placed = Stream.concat(
                        suite.choice().credentials().stream()
                                .filter(it -> it.at().holds(problem.at()))
                                .map(Scheme::name),
                        suite.choice().tested().stream()
                                .filter(it -> it.at().holds(problem.at()) || isWritten(it, problem.sourceLine()))
                                .map(Described::name))
                .toList();
        return !placed.isEmpty()
                ? placed
                : suite.choice().tested().stream()
                        .map(Described::name)
                        .filter(problem.message()::contains)
                        .max(Comparator.comparing(String::length))
                        .stream()
                        .toList();
    }

    /** By its own name, or by that of a parameter. */
    private static boolean isWritten(Described operation, String line) {
        return line.contains("- %s:".formatted(SuiteText.key(operation.name())))
                || operation.lacking().stream()
                        .anyMatch(it -> line.startsWith("    %s:".formatted(SuiteText.key(it.name()))));
    }

    private static String reason(Problem it) {
        return "No suite can test it as it stands: %s.".formatted(it.message());
    }

    private static Unusable told(Path document, List<Problem> problems) {
        return new Unusable("no suite can be made of %s yet, so nothing is written:%n%s"
                .formatted(
                        document,
                        problems.stream()
                                .limit(MOST_TOLD)
                                .map(Problem::toString)
                                .collect(Collectors.joining("\n"))));
    }
}
