package dev.naysayer.engine.outcome;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of an outcome: what travels from the engine to its listeners, one case at a time.
 *
 * <p>Every member is always written, null or not, and reading is as strict: an unknown, missing or repeated member is
 * an error. Two versions of Naysayer on one class path are then seen at once, and not as a report with gaps.
 */
public final class OutcomeJson {

    /** The key under which the engine publishes a case's outcome as a JUnit report entry. */
    public static final String REPORT_ENTRY_KEY = "naysayer.outcome";

    /** The key under which the engine publishes what a rule over several answers came to. */
    public static final String COMPARISON_KEY = "naysayer.comparison";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            // The records' order is the reading order; Jackson 3 would sort by the alphabet.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** The key under which the engine publishes what somebody who watches the run has to know, in one line. */
    public static final String NOTICE_KEY = "naysayer.notice";

    /**
     * The key under which the engine publishes the run's id, once, on its own node; requests carry it in their {@code
     * User-Agent}.
     */
    public static final String RUN_KEY = "naysayer.run";

    // problem: report entries pass through consoles and XML files of any encoding, and an answer's text may be
    // anything. choice: pure ASCII, with no character that XML forbids.
    private static final JsonMapper ASCII =
            MAPPER.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final JsonMapper INDENTED =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OutcomeJson() {}

    /** One line of ASCII. */
    public static String write(CaseOutcome outcome) {
        return ASCII.writeValueAsString(outcome);
    }

    /**
     * The outcome that {@link #write} wrote.
     *
     * @throws tools.jackson.core.JacksonException where the text is no outcome of this version
     */
    public static CaseOutcome read(String json) {
        return MAPPER.readValue(json, CaseOutcome.class);
    }

    /** One line of ASCII. */
    public static String write(ComparisonOutcome outcome) {
        return ASCII.writeValueAsString(outcome);
    }

    /**
     * The outcome that {@link #write(ComparisonOutcome)} wrote.
     *
     * @throws tools.jackson.core.JacksonException where the text is no outcome of this version
     */
    public static ComparisonOutcome readComparison(String json) {
        return MAPPER.readValue(json, ComparisonOutcome.class);
    }

    static String write(OutcomeDocument document) {
        return INDENTED.writeValueAsString(document);
    }

    static OutcomeDocument readDocument(String json) {
        return MAPPER.readValue(json, OutcomeDocument.class);
    }
}
