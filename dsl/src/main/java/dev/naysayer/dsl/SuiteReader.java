package dev.naysayer.dsl;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a {@code *.auth.yaml} file.
 *
 * <p>YAML 1.2 through the node tree: every node knows its line, no value is re-typed behind the author's back
 * ({@code realm: NO} stays text), and our own grammar decides what may stand where.
 */
public final class SuiteReader {

    /** What a suite's file name ends with. */
    public static final String SUFFIX = ".auth.yaml";

    private final Vocabulary vocabulary;

    /** @param vocabulary the names of conditions, schemes and token sources that a suite may use */
    public SuiteReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads one suite, or finds every problem in it.
     *
     * @param file the suite
     * @param root the folder that {@code ${file:…}} and {@code schema:} never leave; it contains the suite
     * @param variables what {@code ${NAME}} stands for
     */
    public Reading read(Path file, Path root, Variables variables) {
        SourceText text = new SourceText(file.getFileName().toString(), "");
        Problems problems = new Problems(text);
        try {
            text = new SourceText(file.getFileName().toString(), Files.readString(file));
            problems = new Problems(text);
            return read(text, problems, new Interpolation(variables, new SuiteFolder(file, root), problems));
        } catch (CharacterCodingException e) {
            problems.at(1, 1, "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.at(1, 1, "the file cannot be read", "check that it exists and may be read");
        }
        return new Reading.Unreadable(problems.found(), null);
    }

    private Reading read(SourceText text, Problems problems, Interpolation interpolation) {
        LiteralSecrets.find(text, problems);
        Suite suite = compose(text, "suite: <name of the API>", problems)
                .flatMap(root -> new SuiteParser(vocabulary, problems, interpolation).parse(root))
                .orElse(null);
        Reading.Understood understood = suite == null ? null : new Reading.Understood(suite, interpolation.complete());
        return understood == null || !problems.found().isEmpty()
                ? new Reading.Unreadable(problems.found(), understood)
                : understood;
    }

    static Optional<Node> compose(SourceText text, String beginning, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(text.file())
                .setSchema(new CoreSchema())
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text.text());
            if (root.isEmpty()) {
                problems.at(1, 1, "the file is empty", "begin with '%s'".formatted(beginning));
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            problems.at(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "this is not YAML: " + e.getProblem(),
                    "check indentation, quotes and brackets here and just above");
        } catch (StackOverflowError e) {
            // The composer is recursive and sets no limit of its own.
            problems.at(1, 1, "the file is nested too deeply", "look for brackets that are never closed");
        } catch (YamlEngineException e) {
            problems.at(1, 1, "this is not YAML: " + e.getMessage(), "check indentation, quotes and brackets");
        }
        return Optional.empty();
    }
}
