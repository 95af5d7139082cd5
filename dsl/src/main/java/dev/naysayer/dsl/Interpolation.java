package dev.naysayer.dsl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Resolves {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${file:path}} in a value.
 *
 * <p>What comes out is never read again: a value can neither add YAML nor refer to something else.
 */
final class Interpolation {

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:file:(?<file>[^}]*)|(?<name>[A-Za-z_][A-Za-z0-9_.]*)(?::-(?<default>[^}]*))?)}");
    private static final String BEGINNING = "${";

    private final Variables variables;
    private final SuiteFolder folder;
    private final Problems problems;
    private boolean complete = true;

    Interpolation(Variables variables, SuiteFolder folder, Problems problems) {
        this.variables = variables;
        this.folder = folder;
        this.problems = problems;
    }

    /** Whether every value was there; false once a promised variable was asked for. */
    boolean complete() {
        return complete;
    }

    SuiteFolder folder() {
        return folder;
    }

    static boolean hasReference(String text) {
        return text.contains(BEGINNING);
    }

    /** The resolved value; null where there is a problem, or where the value is only promised. */
    @Nullable
    String resolve(ScalarNode node) {
        String text = node.getValue();
        StringBuilder resolved = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        boolean whole = true;
        while (reference.find()) {
            String value = value(node, reference);
            whole &= value != null;
            reference.appendReplacement(resolved, Matcher.quoteReplacement(value == null ? "" : value));
        }
        reference.appendTail(resolved);
        if (REFERENCE.matcher(text).replaceAll("").contains(BEGINNING)) {
            problems.at(node, "a reference is malformed", "write ${NAME}, ${NAME:-default} or ${file:path}");
            return null;
        }
        return whole ? resolved.toString() : null;
    }

    private @Nullable String value(ScalarNode node, Matcher reference) {
        String file = reference.group("file");
        return file == null ? variable(node, reference.group("name"), reference.group("default")) : file(node, file);
    }

    private @Nullable String variable(ScalarNode node, String name, @Nullable String byDefault) {
        String value = variables.lookup().apply(name);
        if (value != null) {
            return value;
        }
        if (variables.promised().contains(name)) {
            complete = false;
            return null;
        }
        if (byDefault == null) {
            problems.at(
                    node,
                    "the variable '%s' is not set".formatted(name),
                    "set it as environment variable or system property, or give a default: ${%s:-…}".formatted(name));
        }
        return byDefault;
    }

    private @Nullable String file(ScalarNode node, String path) {
        try {
            return folder.read(path).stripTrailing();
        } catch (SuiteFolder.Unreachable e) {
            problems.at(node, String.valueOf(e.getMessage()), e.nextStep);
            return null;
        }
    }
}
