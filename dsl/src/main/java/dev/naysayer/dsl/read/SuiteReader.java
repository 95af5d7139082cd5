package dev.naysayer.dsl.read;

import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.openapi.OperationsOfDocument;
import dev.naysayer.dsl.openapi.UntestedFile;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Joining;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.dsl.source.YamlTree;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

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
    private final long limit;
    private final @Nullable String environment;

    /** @param vocabulary the names of conditions, schemes and token sources that a suite may use */
    public SuiteReader(Vocabulary vocabulary) {
        this(vocabulary, UserFile.DEFAULT_LIMIT, null);
    }

    private SuiteReader(Vocabulary vocabulary, long limit, @Nullable String environment) {
        this.vocabulary = vocabulary;
        this.limit = limit;
        this.environment = environment;
    }

    /** The same reader for files that may have this many bytes, in place of {@link UserFile#DEFAULT_LIMIT}. */
    public SuiteReader upTo(long bytes) {
        return new SuiteReader(vocabulary, bytes, environment);
    }

    /** The same reader for suites as they are in this of their environments; null for suites as they stand. */
    public SuiteReader in(@Nullable String chosen) {
        return new SuiteReader(vocabulary, limit, chosen);
    }

    /**
     * Reads one suite, or finds every problem in it.
     *
     * @param file the suite
     * @param root the folder that {@code use:}, {@code ${file:…}} and {@code schema:} never leave; it contains the suite
     * @param variables what {@code ${NAME}} stands for
     */
    public Reading read(Path file, Path root, Variables variables) {
        SourceText text = new SourceText(file.getFileName().toString(), "");
        Problems problems = new Problems(text);
        try {
            text = new SourceText(file.getFileName().toString(), UserFile.text(file, limit));
            problems = new Problems(text);
            return read(text, problems, new Interpolation(variables, new SuiteFolder(file, root, limit), problems));
        } catch (UserFile.Refused e) {
            problems.at(1, 1, "the file " + e.getMessage(), e.nextStep());
        } catch (CharacterCodingException e) {
            problems.at(1, 1, "the file is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.at(1, 1, "the file cannot be read", "check that it exists and may be read");
        }
        return new Reading.Unreadable(problems.found(), null);
    }

    /**
     * Reads a suite that is not written yet, as if it lay there.
     *
     * @param text what the file will hold
     */
    public Reading read(String text, Path file, Path root, Variables variables) {
        SourceText source = new SourceText(String.valueOf(file.getFileName()), text);
        Problems problems = new Problems(source);
        return read(source, problems, new Interpolation(variables, new SuiteFolder(file, root, limit), problems));
    }

    /**
     * The parts that a suite uses, itself or by another part, and the files of its OpenAPI document, as far as they can be read: for whoever has to know whether two texts of a
     * suite are the same.
     *
     * @param limit how many bytes they may have together
     */
    public static List<Path> parts(Path suite, long limit) {
        try {
            Path file = suite.toAbsolutePath();
            SourceText text = new SourceText(String.valueOf(file.getFileName()), UserFile.text(file, limit));
            if (!text.text().contains(Format.USE) && !text.text().contains(Format.OPENAPI)) {
                return List.of();
            }
            // Whoever runs the suite has been told of all that is wrong with it.
            Problems untold = new Problems(text);
            SuiteFolder folder = new SuiteFolder(file, file.getRoot(), limit);
            PartsReader reader = new PartsReader(untold, folder, new Joining((path, value) -> {}));
            OperationsOfDocument document = new OperationsOfDocument(untold, folder);
            new YamlTree(text, untold)
                    .compose("")
                    .flatMap(root -> reader.read(text, root))
                    .ifPresent(document::read);
            return Stream.concat(reader.names().stream(), document.files().stream())
                    .map(file::resolveSibling)
                    .toList();
        } catch (UserFile.Refused | IOException e) {
            return List.of();
        }
    }

    /**
     * The file that lists what of a document is not tested, as it should be; empty where the suite names none, or where it cannot be read.
     *
     * @param root as of {@link #read(Path, Path, Variables)}
     */
    public Optional<UntestedFile> untested(Path suite, Path root) {
        try {
            Path file = suite.toAbsolutePath();
            SourceText text = new SourceText(String.valueOf(file.getFileName()), UserFile.text(file, limit));
            // Whoever runs the suite is told of all that is wrong with it.
            Problems untold = new Problems(text);
            SuiteFolder folder = new SuiteFolder(file, root.toAbsolutePath(), limit);
            PartsReader reader = new PartsReader(untold, folder, new Joining((path, value) -> {}));
            Node whole = new YamlTree(text, untold)
                    .compose("")
                    .flatMap(it -> reader.read(text, it))
                    .orElse(null);
            String name = whole == null
                    ? null
                    : OperationsOfDocument.untestedFile(whole, folder).orElse(null);
            if (!(whole instanceof MappingNode mapping) || name == null) {
                return Optional.empty();
            }
            return UntestedFile.of(
                    file.resolveSibling(name), OperationsOfDocument.trial(mapping, untold, folder), limit);
        } catch (UserFile.Refused | IOException e) {
            return Optional.empty();
        }
    }

    private Reading read(SourceText text, Problems problems, Interpolation interpolation) {
        LiteralSecrets.find(text, problems);
        Joining joining = new Joining(new DroppedSecrets(vocabulary, problems));
        OperationsOfDocument document = new OperationsOfDocument(problems, interpolation.folder());
        Reading.Understood understood = new YamlTree(text, problems)
                .compose("suite: <name of the API>")
                .flatMap(root -> new PartsReader(problems, interpolation.folder(), joining).read(text, root))
                .flatMap(document::read)
                .flatMap(root ->
                        new EnvironmentReading(vocabulary, problems, interpolation, joining, environment).read(root))
                .map(document::documented)
                .orElse(null);
        return understood == null || !problems.isEmpty()
                ? new Reading.Unreadable(problems.found(), understood)
                : understood;
    }
}
