package dev.naysayer.dsl.source;

import dev.naysayer.dsl.BodySchema;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The files a suite may refer to: relative to the file in which the reference stands, never outside the suite's root, but for those
 * that hold a secret.
 *
 * <p>What a file says may go into requests and reports, so a suite of somebody else must not lead anywhere. A secret goes where its
 * credential goes and is hidden everywhere else; it lies where a machine keeps secrets, which is seldom beside a suite, and should not
 * be pushed there.
 */
public final class SuiteFolder {

    /** A reference that leads nowhere; the message ends in a next step. */
    public static final class Unreachable extends Exception {

        private static final long serialVersionUID = 1;

        public final String nextStep;

        /** Whether there is none, or none that may be read, so that it may have to be written first. */
        public final boolean missing;

        Unreachable(String message, String nextStep) {
            this(message, nextStep, false);
        }

        private Unreachable(String message, String nextStep, boolean missing) {
            super(message);
            this.nextStep = nextStep;
            this.missing = missing;
        }
    }

    private final Path suite;
    private final Path root;
    private final long limit;
    private final Map<String, String> read = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, BodySchema> schemas = new HashMap<>();

    /** @param limit how many bytes a file may have */
    public SuiteFolder(Path suite, Path root, long limit) {
        this.suite = suite.normalize();
        this.root = root;
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    /** The text of a file that a node names; one that is referred to a thousand times is read once. */
    public String read(Node from, String reference) throws Unreachable {
        return read(from, reference, read, this::inside);
    }

    /** The bytes of a file that a node names; not kept, since nothing but a body has them. */
    public byte[] readBytes(Node from, String reference) throws Unreachable {
        return fromDisk(file(from), reference, this::inside, UserFile::bytes);
    }

    /** What a schema was compiled to that a node names; null where it was not, or not yet. */
    @Nullable
    public BodySchema schema(Node from, String reference) {
        return schemas.get(schemaKey(from, reference));
    }

    /** Keeps a schema for all that name it: to check and to compile one takes longer than to read the suite. */
    public void keep(Node from, String reference, BodySchema schema) {
        schemas.put(schemaKey(from, reference), schema);
    }

    private String schemaKey(Node from, String reference) {
        return file(from) + "\n" + reference;
    }

    /** The text of a file that holds a secret, wherever it lies. */
    String readSecret(Node from, String reference) throws Unreachable {
        return read(from, reference, secrets, this::anywhere);
    }

    /** What a file that a node names is called in problems: its path from the suite's folder on. */
    public String called(Node from, String reference) {
        try {
            return suite.resolveSibling("")
                    .relativize(file(from).resolveSibling(reference).normalize())
                    .toString()
                    .replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // No path of this machine, or one that begins at its root.
            return reference;
        }
    }

    private String read(Node from, String reference, Map<String, String> known, Place place) throws Unreachable {
        Path named = file(from);
        String key = named + "\n" + reference;
        String text = known.get(key);
        if (text == null) {
            text = fromDisk(named, reference, place, UserFile::text);
            known.put(key, text);
        }
        return text;
    }

    /** The file that a node stands in. */
    private Path file(Node node) {
        return node.getStartMark()
                .map(mark -> suite.resolveSibling(mark.getName()).normalize())
                .orElse(suite);
    }

    /** Where a file lies that may be read. */
    private interface Place {
        Path of(Path named, String reference) throws Unreachable, IOException;
    }

    private Path inside(Path named, String reference) throws Unreachable, IOException {
        Path file = named.resolveSibling(reference).normalize();
        if (reference.startsWith("/") || !file.startsWith(root.normalize())) {
            throw outside(reference);
        }
        // Links are followed before the second look, or one could lead out of the root.
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw outside(reference);
        }
        return file;
    }

    /** An absolute path is one of this machine, also where the suite lies in a jar. */
    private Path anywhere(Path named, String reference) {
        Path file = Path.of(reference);
        return file.isAbsolute() ? file : named.resolveSibling(reference).normalize();
    }

    /** What is read of a file that lies there. */
    private interface Content<T> {
        T of(Path file, long limit) throws IOException, UserFile.Refused;
    }

    private <T> T fromDisk(Path named, String reference, Place place, Content<T> content) throws Unreachable {
        try {
            return content.of(place.of(named, reference), limit);
        } catch (UserFile.Refused e) {
            throw new Unreachable("the file '%s' %s".formatted(reference, e.getMessage()), e.nextStep());
        } catch (CharacterCodingException e) {
            throw new Unreachable(
                    "the file '%s' is not UTF-8 text".formatted(reference),
                    "save it as UTF-8; bytes for a body are named with 'body-file'; a key in DER becomes text by: openssl pkey -inform DER -in key.der -out key.pem;"
                            + " a PKCS#12 file is named with 'key-store'");
        } catch (InvalidPathException | IOException e) {
            throw new Unreachable(
                    "the file '%s' cannot be read".formatted(reference),
                    reference.startsWith("/")
                            ? "check that it exists, and that whoever runs the tests may read it"
                            : "paths are relative to %s: check that it exists beside it and is UTF-8 text"
                                    .formatted(named.equals(suite) ? "the suite" : named.getFileName()),
                    true);
        }
    }

    private static Unreachable outside(String reference) {
        return new Unreachable(
                "the file '%s' lies outside the suite's root".formatted(reference),
                "move it beside the suite or below it");
    }
}
