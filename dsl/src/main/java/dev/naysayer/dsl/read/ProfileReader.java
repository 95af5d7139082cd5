package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Profile;
import dev.naysayer.dsl.format.Vocabulary;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.LiteralSecrets;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Problems;
import dev.naysayer.dsl.source.SourceText;
import dev.naysayer.dsl.source.SuiteFolder;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.dsl.source.YamlTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a {@code *.profile.yaml} file. */
public final class ProfileReader {

    /** What a profile's file name ends with. */
    public static final String SUFFIX = ".profile.yaml";

    private final Vocabulary vocabulary;

    /** @param vocabulary the names that a profile may use */
    public ProfileReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * A profile that is part of the program.
     *
     * @throws IllegalArgumentException where it has problems, with all of them
     */
    public Profile read(String file, String text) {
        SourceText source = new SourceText(file, text);
        Problems problems = new Problems(source);
        // It has no folder, and refers to nothing.
        Path nowhere = Path.of(file).toAbsolutePath();
        Interpolation nothing = new Interpolation(
                Variables.of(name -> null), new SuiteFolder(nowhere, nowhere, UserFile.DEFAULT_LIMIT), problems);
        Optional<Profile> profile = read(source, problems, nothing);
        List<Problem> found = problems.found();
        if (profile.isEmpty() || !found.isEmpty()) {
            throw new IllegalArgumentException(found.toString());
        }
        return profile.get();
    }

    Optional<Profile> read(SourceText source, Problems problems, Interpolation interpolation) {
        LiteralSecrets.find(source, problems);
        return new YamlTree(source, problems)
                .compose("profile: <name>")
                .flatMap(new ProfileParser(vocabulary, problems, interpolation)::parse);
    }
}
