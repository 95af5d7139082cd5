package dev.naysayer.engine.run;

import dev.naysayer.dsl.openapi.UntestedFile;
import dev.naysayer.dsl.read.SuiteReader;
import dev.naysayer.dsl.source.Reading;
import dev.naysayer.dsl.source.UserFile;
import dev.naysayer.dsl.source.Variables;
import dev.naysayer.engine.rule.profile.Profiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A suite's file and the folder that its references never leave.
 *
 * @param path the file
 * @param root the folder
 * @param limit how many bytes it has with all that it uses, and each other file that it refers to, at most
 * @param environment which of its environments is meant, or null for the suite as it stands
 */
public record SuiteFile(
        Path path, Path root, long limit, @Nullable String environment) {

    private static final SuiteReader READER = new SuiteReader(Profiles.vocabulary());

    /** With the limit that holds where no setting says more. */
    public SuiteFile(Path path, Path root) {
        this(path, root, UserFile.DEFAULT_LIMIT, null);
    }

    /** The same file with another limit. */
    public SuiteFile upTo(long bytes) {
        return new SuiteFile(path, root, bytes, environment);
    }

    /** The same file as it is in an environment; null for the suite as it stands. */
    public SuiteFile in(@Nullable String chosen) {
        return new SuiteFile(path, root, limit, chosen);
    }

    /** A suite that stands for itself: its references stay in its own folder. */
    public static SuiteFile alone(Path path) {
        return new SuiteFile(path, path.resolveSibling("").normalize());
    }

    /** What it is called in settings: the file's name without {@value SuiteReader#SUFFIX}. */
    public String name() {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(SuiteReader.SUFFIX)
                ? name.substring(0, name.length() - SuiteReader.SUFFIX.length())
                : name;
    }

    /** Reads the suite before anything runs: what a target promises and what a command prints has no value yet. */
    public Reading plan(Set<String> promised) {
        return reader().read(
                        path,
                        root,
                        new Variables(
                                name -> promised.contains(name) ? System.getProperty(name) : surroundings(name),
                                promised,
                                null));
    }

    /**
     * Reads the suite for sending.
     *
     * @param given what the started target gives
     * @param now what it gives now for such a name, or null where it gives nothing any more
     * @param commands runs the commands that the suite names
     */
    public Reading read(Map<String, String> given, UnaryOperator<@Nullable String> now, Variables.Commands commands) {
        return reader().read(
                        path,
                        root,
                        new Variables(
                                name -> {
                                    String property = System.getProperty(name);
                                    return property != null
                                            ? property
                                            : given.containsKey(name) ? given.get(name) : surroundings(name);
                                },
                                Set.of(),
                                commands,
                                given.keySet().stream()
                                        .filter(name -> System.getProperty(name) == null)
                                        .collect(Collectors.toMap(name -> name, name -> () -> now.apply(name)))));
    }

    /** The file that lists which operations of its document are not tested, as it should be; empty where it names none. */
    public Optional<UntestedFile> untested() {
        return reader().untested(path, root);
    }

    private SuiteReader reader() {
        return READER.upTo(limit).in(environment);
    }

    private static @Nullable String surroundings(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }
}
