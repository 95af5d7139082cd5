package dev.naysayer.dsl.source;

import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Resolves {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${file:path}} and {@code ${command:line}} in a value.
 *
 * <p>What comes out is never read again: a value can neither add YAML nor refer to something else. A command that stands in
 * several places runs once.
 */
public final class Interpolation {

    private final Variables variables;
    private final SuiteFolder folder;
    private final Problems problems;
    private final boolean rehearsed;
    private final Map<String, Printed> printed = new HashMap<>();
    private boolean complete = true;
    private long resolvedCharacters;

    /** How much all references and {@code body-file}s of a suite may stand for, in files of the size that one may have. */
    private static final int MOST_FILES = 16;

    /** What became of a command: what it printed, or why that is no value. */
    private record Printed(@Nullable String text, @Nullable String failure) {}

    public Interpolation(Variables variables, SuiteFolder folder, Problems problems) {
        this(variables, folder, problems, false);
    }

    private Interpolation(Variables variables, SuiteFolder folder, Problems problems, boolean rehearsed) {
        this.variables = variables;
        this.folder = folder;
        this.problems = problems;
        this.rehearsed = rehearsed;
    }

    /** For a reading that nothing is sent by: what a variable, a file or a command would give need not be there. */
    public Interpolation rehearsal(Problems ofRehearsal) {
        return new Interpolation(
                new Variables(variables.lookup(), variables.promised(), null), folder, ofRehearsal, true);
    }

    /** Whether every value was there; false once a promised variable or a command that may not run yet was asked for. */
    public boolean complete() {
        return complete;
    }

    public SuiteFolder folder() {
        return folder;
    }

    public static boolean hasReference(String text) {
        return text.contains(Reference.BEGINNING);
    }

    /** Whether part of the text stands there for the case that a variable is not set. */
    public static boolean hasDefault(String text) {
        return Reference.in(text).stream()
                .anyMatch(reference ->
                        !Objects.requireNonNullElse(reference.byDefault(), "").isEmpty());
    }

    /** The resolved value; null where there is a problem, or where the value is only promised. */
    @Nullable
    public String resolve(ScalarNode node) {
        return resolve(node, folder::read, true);
    }

    /** The same of a secret, whose file may lie anywhere. */
    @Nullable
    public String resolveSecret(ScalarNode node) {
        return resolve(node, folder::readSecret, false);
    }

    /**
     * The value with what its references lead to beside what stands here: nobody is shown the one in the place of the other. Null where
     * there is a problem, or where a value is only promised.
     *
     * @param secretFiles whether files may lie anywhere, and nobody is shown what they hold
     */
    @Nullable
    public Template template(ScalarNode node, boolean secretFiles) {
        return template(node, secretFiles, false);
    }

    /** The same, where what a command or a target gives is asked for anew in each request. */
    @Nullable
    public Template renewed(ScalarNode node) {
        return template(node, false, true);
    }

    /** Whether such a text is another one in each request, as far as that shows before anything runs. */
    public boolean isRenewed(ScalarNode node) {
        return Reference.in(node.getValue()).stream()
                .anyMatch(it -> it.command() != null
                        || (it.name() != null
                                && (variables.promised().contains(it.name())
                                        || variables.again().containsKey(it.name()))));
    }

    private @Nullable Template template(ScalarNode node, boolean secretFiles, boolean renewed) {
        String text = node.getValue();
        List<Reference> references = Reference.in(text);
        if (isFaulty(node, references)) {
            return null;
        }
        List<Template.Piece> pieces = new ArrayList<>();
        int copied = 0;
        for (Reference reference : references) {
            Template.Piece piece = piece(node, reference, secretFiles, renewed);
            if (piece == null) {
                return null;
            }
            pieces.add(Template.Piece.literal(text.substring(copied, reference.start())));
            pieces.add(piece);
            copied = reference.end();
        }
        pieces.add(Template.Piece.literal(text.substring(copied)));
        pieces.removeIf(piece -> piece.written().isEmpty());
        return new Template(pieces);
    }

    private Template.@Nullable Piece piece(ScalarNode node, Reference reference, boolean secretFiles, boolean renewed) {
        Template.Fresh fresh = fresh(reference);
        if (fresh != null) {
            return Template.Piece.made(reference.written(), fresh);
        }
        String value = value(node, reference, secretFiles ? folder::readSecret : folder::read, true);
        if (value == null || !isAffordable(node, value)) {
            return null;
        }
        boolean isInTheOpen =
                reference.name() == null ? reference.file() != null && !secretFiles : !isKnown(reference.name());
        return isInTheOpen
                ? Template.Piece.literal(value)
                : new Template.Piece(
                        reference.written(), new Secret(value), null, renewed ? again(node, reference) : null);
    }

    /** Asks for what the reference leads to now; null where that is the same each time. */
    private @Nullable Supplier<@Nullable Secret> again(ScalarNode node, Reference reference) {
        String command = reference.command();
        Supplier<@Nullable String> again = command == null
                ? variables.again().get(String.valueOf(reference.name()))
                : () -> anew().command(node, command.strip());
        return again == null
                ? null
                : () -> {
                    String value = again.get();
                    return value == null ? null : new Secret(value);
                };
    }

    /** By then the suite is read, and there is nobody to tell a problem to. */
    private Interpolation anew() {
        return new Interpolation(variables, folder, new Problems(new SourceText("", "")));
    }

    /** What the reference stands for in a text that is made anew each time; null where it is a variable. */
    private Template.@Nullable Fresh fresh(Reference reference) {
        return reference.byDefault() != null || (reference.name() != null && isKnown(reference.name()))
                ? null
                : Template.Fresh.named(reference.name()).orElse(null);
    }

    private boolean isKnown(String name) {
        return variables.promised().contains(name) || variables.lookup().apply(name) != null;
    }

    /** How the file of a reference is read. */
    private interface Files {
        String read(ScalarNode node, String path) throws SuiteFolder.Unreachable;
    }

    /** @param defaults whether a default may stand in a reference: that of a secret would be in the open */
    private @Nullable String resolve(ScalarNode node, Files files, boolean defaults) {
        String text = node.getValue();
        List<Reference> references = Reference.in(text);
        if (isFaulty(node, references)) {
            return null;
        }
        StringBuilder resolved = new StringBuilder();
        boolean whole = true;
        int copied = 0;
        for (Reference reference : references) {
            String value = value(node, reference, files, defaults);
            if (value != null && !isAffordable(node, value)) {
                return null;
            }
            whole &= value != null;
            resolved.append(text, copied, reference.start()).append(value);
            copied = reference.end();
        }
        return whole ? resolved.append(text, copied, text.length()).toString() : null;
    }

    /** Whether a suite may stand for this as well, else there is a problem: a file within its limit may be named ten thousand times. */
    public boolean isAffordable(ScalarNode node, String value) {
        resolvedCharacters += value.length();
        long most = folder.limit() * MOST_FILES;
        if (resolvedCharacters > most) {
            problems.at(
                    node,
                    "from here on the references of this file stand for more than " + UserFile.shown(most),
                    "refer to less, or allow more MiB with " + UserFile.LIMIT_SETTING);
            return false;
        }
        return true;
    }

    /** Looked for before anything of the value is resolved: half a command must not run. */
    private boolean isFaulty(ScalarNode node, List<Reference> references) {
        String rest = Reference.beside(references, node.getValue());
        if (rest.contains(Reference.BEGINNING)) {
            problems.at(
                    node,
                    "a reference is malformed",
                    "write ${NAME}, ${NAME:-default}, ${file:path} or ${command:line}");
            return true;
        }
        if (references.stream().anyMatch(Reference::holdsAnother)) {
            problems.at(node, "a reference cannot stand in another", "write the path or the default itself");
            return true;
        }
        if (Reference.anyIsCutShort(references, rest)) {
            problems.atUnfinished(
                    node,
                    "the braces of a command do not balance",
                    "write a '{' before each '}', in quotes too, or put the line into a script");
            return true;
        }
        return false;
    }

    /**
     * Resolves the value anew each time it is asked, commands included, and gives null where that fails; null itself where
     * no command is part of the value.
     */
    @Nullable
    public Supplier<@Nullable Secret> again(ScalarNode node, boolean secret) {
        if (Reference.in(node.getValue()).stream().allMatch(reference -> reference.command() == null)) {
            return null;
        }
        return () -> {
            Interpolation anew = anew();
            String value = secret ? anew.resolveSecret(node) : anew.resolve(node);
            return value == null ? null : new Secret(value);
        };
    }

    private @Nullable String value(ScalarNode node, Reference reference, Files files, boolean defaults) {
        if (reference.file() != null) {
            return file(node, reference.file(), files);
        }
        return reference.command() == null
                ? variable(node, String.valueOf(reference.name()), reference.byDefault(), defaults)
                : command(node, reference.command().strip());
    }

    private @Nullable String variable(ScalarNode node, String name, @Nullable String byDefault, boolean defaults) {
        String value = variables.lookup().apply(name);
        if (value != null) {
            return value;
        }
        if (variables.promised().contains(name) || (rehearsed && byDefault == null)) {
            complete = false;
            return null;
        }
        if (byDefault == null) {
            problems.at(
                    node,
                    "the variable '%s' is not set".formatted(name),
                    Template.Fresh.named(name).isPresent()
                            ? "only 'headers', 'query' and 'body' have one made anew; here, set it as environment variable"
                            : "set it as environment variable or system property"
                                    + (defaults ? ", or give a default: ${%s:-…}".formatted(name) : ""));
        }
        return byDefault;
    }

    private @Nullable String file(ScalarNode node, String path, Files files) {
        try {
            return files.read(node, path).stripTrailing();
        } catch (SuiteFolder.Unreachable e) {
            if (!rehearsed) {
                problems.at(node, String.valueOf(e.getMessage()), e.nextStep);
            }
            return null;
        }
    }

    private @Nullable String command(ScalarNode node, String command) {
        if (command.isEmpty()) {
            problems.at(node, "a reference names no command", "write the line behind it: ${command:line}");
            return null;
        }
        if (command.contains(Reference.BEGINNING)) {
            // The shell does not know all variables that a suite knows, and would take nothing in their place.
            problems.at(node, "a command cannot contain '${'", "write $NAME for a variable of the shell");
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
