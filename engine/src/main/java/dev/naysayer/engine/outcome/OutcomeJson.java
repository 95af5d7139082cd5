package dev.naysayer.engine.outcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of an outcome: what travels from the engine to its listeners, one case at a time.
 *
 * <p>Every member is always written, null or not, and reading is as strict: an unknown, missing or repeated member is
 * an error. Two versions of Naysayer on one class path are then seen at once, and not as a report with gaps.
 */
public final class OutcomeJson {

    /** Raised when a reader of the former form could misread the new one. */
    public static final int FORM = 2;

    /** The key under which the engine publishes a case's outcome as a JUnit report entry. */
    public static final String REPORT_ENTRY_KEY = "naysayer.outcome";

    /** The key under which the engine publishes what a rule over several answers came to. */
    public static final String COMPARISON_KEY = "naysayer.comparison";

    /** The key, in the same report entry, of what this outcome is the first to share with others. */
    public static final String SHARED_KEY = "naysayer.shared";

    /** The key under which the engine publishes what somebody who watches the run has to know, in one line. */
    public static final String NOTICE_KEY = "naysayer.notice";

    /** The key under which the engine publishes the run's id, before the first outcome. */
    public static final String RUN_KEY = "naysayer.run";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            // The records' order is the reading order; Jackson 3 would sort by the alphabet.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    // problem: report entries pass through consoles and XML files of any encoding, and an answer's text may be
    // anything. choice: pure ASCII, with no character that XML forbids.
    private static final JsonMapper ASCII =
            MAPPER.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private OutcomeJson() {}

    /** One line of ASCII. */
    public static String line(Object form) {
        return ASCII.writeValueAsString(form);
    }

    /** What {@link #line} wrote. */
    static <T> T read(String json, Class<T> form) {
        return MAPPER.readValue(json, form);
    }

    static void requireForm(int form) {
        if (form != FORM) {
            throw new IllegalArgumentException("this is form " + form
                    + " of an outcome, and this version of Naysayer reads form " + FORM + " only");
        }
    }

    /** A short name for a content: the same in every process, and of another content another. */
    static String digest(Object content) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(line(content).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
