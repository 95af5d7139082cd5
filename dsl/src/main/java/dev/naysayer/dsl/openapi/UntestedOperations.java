package dev.naysayer.dsl.openapi;

import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * {@code untested:} a file that lists the operations of the document which have no scenarios. It may only shrink: what is not tested has to
 * stand there, and what stands there must not be tested.
 */
final class UntestedOperations {

    static final String KEY = "untested";

    private final Problems problems;
    private final String name;
    private final String suite;
    private final Problems ofFile;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private UntestedOperations(Problems problems, ScalarNode named, String name, SourceText text) {
        this.problems = problems;
        this.name = name;
        this.suite = problems.position(named).file();
        this.ofFile = problems.joined(text);
        int number = 0;
        for (String line : text.text().lines().toList()) {
            number++;
            String operation = operation(line);
            if (operation.isEmpty()) {
                continue;
            }
            Integer earlier = lines.putIfAbsent(operation, number);
            if (earlier != null) {
                ofFile.at(number, 1, "'%s' is in line %d already".formatted(operation, earlier), "delete the line");
            }
        }
    }

    /** What a line names; empty where it is blank or a comment. */
    static String operation(String line) {
        return line.stripLeading().startsWith("#") ? "" : line.strip().replaceFirst("\\s+", " ");
    }

    /** Empty where the suite keeps no such file, or where it cannot be read, which is told. */
    static Optional<UntestedOperations> read(Fields fields, SuiteFolder folder, Problems problems) {
        ScalarNode named = Fields.scalar(fields.get(KEY), "'%s'".formatted(KEY), problems);
        if (named == null) {
            return Optional.empty();
        }
        String name = folder.called(named, named.getValue());
        try {
            SourceText text = new SourceText(name, folder.read(named, named.getValue()));
            return Optional.of(new UntestedOperations(problems, named, name, text));
        } catch (SuiteFolder.Unreachable e) {
            problems.at(
                    named,
                    String.valueOf(e.getMessage()),
                    e.missing
                            ? "have it written: naysayer check --write-untested %s"
                                    .formatted(problems.position(named).file())
                            : e.nextStep);
            return Optional.empty();
        }
    }

    /** What the file is called, from the suite's folder on. */
    String name() {
        return name;
    }

    boolean lists(String operation) {
        return lines.containsKey(operation);
    }

    /** Of an operation that no scenario tries, for no fault of its own. */
    void meetUntested(OpenApiDocument.Described operation, boolean excluded) {
        if (!lists(operation.name())) {
            problems.at(
                    operation.at(),
                    "%s is not tested, and %s does not list it".formatted(operation.name(), name),
                    "%s; where that has to wait, add the line '%s' to %s"
                            .formatted(
                                    excluded
                                            ? "take it out of 'exclude' in " + suite
                                            : "name it in %s below 'include' or 'also'".formatted(suite),
                                    operation.name(),
                                    name));
        }
    }

    /** Of an operation that is listed, and tested all the same. */
    void meetTested(String operation) {
        delete(operation, "%s is tested now".formatted(operation));
    }

    /** Tells of what is listed and gone. */
    void check(Set<String> names) {
        lines.keySet().stream()
                .filter(it -> !names.contains(it))
                .forEach(it -> delete(it, "the document has no operation '%s'".formatted(it)));
    }

    private void delete(String operation, String why) {
        Integer line = lines.get(operation);
        if (line != null) {
            ofFile.at(
                    line,
                    1,
                    why,
                    "delete the line: the list may only shrink; 'naysayer check --write-untested %s' does it"
                            .formatted(suite));
        }
    }

    /** The suite as if it kept no such file. */
    static MappingNode without(MappingNode suite) {
        return Joining.with(
                suite,
                suite.getValue().stream()
                        .map(it -> it.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals(Format.OPERATIONS)
                                        && it.getValueNode() instanceof MappingNode operations
                                ? new NodeTuple(key, withoutKey(operations))
                                : it)
                        .toList());
    }

    private static MappingNode withoutKey(MappingNode operations) {
        return Joining.with(
                operations,
                operations.getValue().stream()
                        .filter(it -> !(it.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(KEY)))
                        .toList());
    }
}
