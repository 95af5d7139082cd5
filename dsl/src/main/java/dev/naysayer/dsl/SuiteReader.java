package dev.naysayer.dsl;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

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

    /** @param vocabulary the names of conditions, schemes and token sources that a suite may use */
    public SuiteReader(Vocabulary vocabulary) {
        this(vocabulary, UserFile.DEFAULT_LIMIT);
    }

    private SuiteReader(Vocabulary vocabulary, long limit) {
        this.vocabulary = vocabulary;
        this.limit = limit;
    }

    /** The same reader for files that may have this many bytes, in place of {@link UserFile#DEFAULT_LIMIT}. */
    public SuiteReader upTo(long bytes) {
        return new SuiteReader(vocabulary, bytes);
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

    private Reading read(SourceText text, Problems problems, Interpolation interpolation) {
        LiteralSecrets.find(text, problems);
        Suite suite = new YamlTree(text, problems)
                .compose("suite: <name of the API>")
                .flatMap(root -> new SuiteParser(vocabulary, problems, interpolation).parse(root))
                .orElse(null);
        Reading.Understood understood = suite == null ? null : new Reading.Understood(suite, interpolation.complete());
        return understood == null || !problems.isEmpty()
                ? new Reading.Unreadable(problems.found(), understood)
                : understood;
    }
}
