package dev.naysayer.dsl;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Resolves {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${file:path}} and {@code ${command:line}} in a value.
 *
 * <p>What comes out is never read again: a value can neither add YAML nor refer to something else. A command that stands in
 * several places runs once.
 */
final class Interpolation {

    /** {@code ${command:-x}} is a variable with a default: no command begins with a hyphen. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:file:(?<file>[^}]*)|command:(?!-)(?<command>[^}]*)"
                    + "|(?<name>[A-Za-z_][A-Za-z0-9_.]*)(?::-(?<default>[^}]*))?)}");

    /** The place of the command among the groups of {@link #REFERENCE}: results know no names yet in Java 17. */
    private static final int COMMAND = 2;

    private static final String BEGINNING = "${";

    private final Variables variables;
    private final SuiteFolder folder;
    private final Problems problems;
    private final Map<String, Printed> printed = new HashMap<>();
    private boolean complete = true;

    /** What became of a command: what it printed, or why that is no value. */
    private record Printed(@Nullable String text, @Nullable String failure) {}

    Interpolation(Variables variables, SuiteFolder folder, Problems problems) {
        this.variables = variables;
        this.folder = folder;
        this.problems = problems;
    }

    /** Whether every value was there; false once a promised variable or a command that may not run yet was asked for. */
    boolean complete() {
        return complete;
    }

    SuiteFolder folder() {
        return folder;
    }

    static boolean hasReference(String text) {
        return text.contains(BEGINNING);
    }

    /** Whether part of the text stands there for the case that a variable is not set. */
    static boolean hasDefault(String text) {
        return REFERENCE
                .matcher(text)
                .results()
                .anyMatch(reference -> reference.group().matches("\\$\\{[^:]+:-[^}]+}"));
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
            problems.at(
                    node,
                    "a reference is malformed",
                    "write ${NAME}, ${NAME:-default}, ${file:path} or ${command:line}");
            return null;
        }
        return whole ? resolved.toString() : null;
    }

    /**
     * Resolves the value anew each time it is asked, commands included, and gives null where that fails; null itself where
     * no command is part of the value.
     */
    @Nullable
    Supplier<@Nullable Secret> again(ScalarNode node) {
        if (REFERENCE.matcher(node.getValue()).results().noneMatch(reference -> reference.group(COMMAND) != null)) {
            return null;
        }
        return () -> {
            // By then the suite is read, and there is nobody to tell a problem to.
            Problems untold = new Problems(new SourceText("", ""));
            String value = new Interpolation(variables, folder, untold).resolve(node);
            return value == null ? null : new Secret(value);
        };
    }

    private @Nullable String value(ScalarNode node, Matcher reference) {
        String file = reference.group("file");
        if (file != null) {
            return file(node, file);
        }
        String command = reference.group("command");
        return command == null
                ? variable(node, reference.group("name"), reference.group("default"))
                : command(node, command.strip());
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

    private @Nullable String command(ScalarNode node, String command) {
        if (command.isEmpty()) {
            problems.at(node, "a reference names no command", "write the line behind it: ${command:line}");
            return null;
        }
        if (command.contains(BEGINNING)) {
            // It would have been cut at the first bracket that closes.
            problems.at(node, "a command cannot contain '}'", "write $NAME for a variable of the shell");
            return null;
        }
        Variables.Commands commands = variables.commands();
        if (commands == null) {
            complete = false;
            return null;
        }
        Printed answer = printed.computeIfAbsent(command, line -> run(commands, line));
        if (answer.failure() != null) {
            problems.at(node, answer.failure(), "run it by hand: it has to print the value and nothing else");
        }
        return answer.text();
    }

    private static Printed run(Variables.Commands commands, String command) {
        try {
            return new Printed(commands.run(command), null);
        } catch (Variables.Commands.Failed e) {
            return new Printed(null, String.valueOf(e.getMessage()));
        }
    }
}
