package dev.naysayer.engine.outcome;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code report.json} that is read from its beginning to its end, and again in places.
 *
 * <p>Whoever writes reports and whoever only compares a run with a former one read it by this, in little memory.
 */
public final class ReportFile implements Closeable {

    /** The oldest form that this version reads. */
    public static final int OLDEST = 2;

    /** The form that this version writes; raised when a reader of the former form could misread the new one. */
    public static final int NEWEST = 4;

    /** What a report is called in its directory. */
    public static final String NAME = "report.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Of an older form.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path path;
    // Not a channel: whoever interrupts a thread closes the channels that it uses.
    private final RandomAccessFile places;
    private final JsonParser parser;
    private int form;

    /** The member whose value is read, or was read last; null before the first and behind the last. */
    private @Nullable String member;

    private ReportFile(Path path, RandomAccessFile places, JsonParser parser) {
        this.path = path;
        this.places = places;
        this.parser = parser;
    }

    /** Where an item stands, in bytes. */
    public record Place(long start, int length) {}

    /** One item of a list. */
    public record Item<T>(T value, Place place) {}

    /**
     * Opens a report.
     *
     * @param report the file, or the report directory that it lies in
     * @throws NoSuchFileException where there is none
     * @throws IOException where it cannot be read, or is no report of a form that this version reads
     */
    public static ReportFile open(Path report) throws IOException {
        Path path = Files.isDirectory(report) ? report.resolve(NAME) : report;
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no report");
        }
        RandomAccessFile places = new RandomAccessFile(path.toFile(), "r");
        try {
            ReportFile file = new ReportFile(path, places, JSON.createParser(new FileInputStream(path.toFile())));
            try {
                file.begin();
                return file;
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            places.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT
                    || !"schemaVersion".equals(parser.nextName())
                    || parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                throw fault("it is no report of Naysayer: it does not begin with its schemaVersion", null);
            }
            form = parser.getIntValue();
            if (form < OLDEST || form > NEWEST) {
                throw fault(
                        "it is of form %d, and this version of Naysayer reads the forms %d to %d: use %s"
                                .formatted(
                                        form,
                                        OLDEST,
                                        NEWEST,
                                        form > NEWEST
                                                ? "the version that wrote it, or a newer one"
                                                : "the version that wrote it, or run the tests again"),
                        null);
            }
        } catch (JacksonException e) {
            throw fault("it is no report of Naysayer", e);
        }
    }

    /** Which form it has. */
    public int form() {
        return form;
    }

    /** The value of a member that stands behind all that was read. */
    public <T extends @Nullable Object> T value(String name, TypeReference<T> type) throws IOException {
        enter(name);
        try {
            return JSON.readValue(parser, type);
        } catch (JacksonException e) {
            throw fault("'%s' cannot be read".formatted(name), e);
        }
    }

    /** Goes to a list that stands behind all that was read. */
    public void list(String name) throws IOException {
        enter(name);
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault("'%s' is no list".formatted(name), null);
        }
    }

    private void enter(String name) throws IOException {
        try {
            // A list that was not read to its end.
            while (parser.streamReadContext().inArray() || parser.currentToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
                parser.skipChildren();
            }
            for (String next = parser.nextName(); next != null; next = parser.nextName()) {
                parser.nextToken();
                if (next.equals(name)) {
                    member = name;
                    return;
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            throw fault("'%s' cannot be found".formatted(name), e);
        }
        throw fault(
                "'%s' is missing, or was read already, or stands before what it has to stand behind".formatted(name),
                null);
    }

    /** The next item of the list that was gone to; null behind the last. */
    public <T> @Nullable Item<T> next(String list, Class<T> type) throws IOException {
        if (!list.equals(member)) {
            throw new IllegalStateException("'%s' was left behind".formatted(list));
        }
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                member = null;
                return null;
            }
            long start = parser.currentTokenLocation().getByteOffset();
            T value = JSON.readValue(parser, type);
            return new Item<>(
                    value, new Place(start, (int) (parser.currentLocation().getByteOffset() - start)));
        } catch (JacksonException e) {
            throw fault("an item of '%s' cannot be read".formatted(list), e);
        }
    }

    /** An item that was read before. */
    public <T> T again(Place place, Class<T> type) throws IOException {
        byte[] bytes = new byte[place.length()];
        synchronized (places) {
            places.seek(place.start());
            places.readFully(bytes);
        }
        try {
            return JSON.readValue(bytes, type);
        } catch (JacksonException e) {
            throw fault("it was changed while it was read", e);
        }
    }

    /** With the place, where something is wrong there. */
    public IOException fault(String what, @Nullable RuntimeException cause) {
        String why = cause instanceof JacksonException json
                ? ", line %d: %s (%s)".formatted(json.getLocation().getLineNr(), what, json.getOriginalMessage())
                : ": " + what + (cause == null ? "" : " (" + cause.getMessage() + ")");
        return new IOException(path + why, cause);
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } finally {
            places.close();
        }
    }
}
