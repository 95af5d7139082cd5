package dev.naysayer.engine.outcome;

import java.time.Instant;
import java.util.List;

/**
 * All outcomes of one run, the document every report is made from.
 *
 * @param schemaVersion which form of this document it is; see {@link #SCHEMA_VERSION}
 * @param generator who wrote it, {@code Naysayer 1.0.0}
 * @param finished when the run ended
 * @param cases in the order in which the cases ran
 * @param comparisons what rules over several answers came to, in the order in which they were judged
 */
public record OutcomeDocument(
        int schemaVersion,
        String generator,
        Instant finished,
        List<CaseOutcome> cases,
        List<ComparisonOutcome> comparisons) {

    /** Raised when a reader of the former form could misread the new one. */
    public static final int SCHEMA_VERSION = 1;

    public OutcomeDocument {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("this is form " + schemaVersion + " of the document, and this version"
                    + " of Naysayer reads form " + SCHEMA_VERSION + " only: use the version that wrote it");
        }
        cases = List.copyOf(cases);
        comparisons = List.copyOf(comparisons);
    }

    /** A document in the form that this version writes. */
    public static OutcomeDocument of(
            String generator, Instant finished, List<CaseOutcome> cases, List<ComparisonOutcome> comparisons) {
        return new OutcomeDocument(SCHEMA_VERSION, generator, finished, cases, comparisons);
    }

    /** Indented JSON. */
    public String write() {
        return OutcomeJson.write(this);
    }

    /**
     * The document that {@link #write} wrote.
     *
     * @throws tools.jackson.core.JacksonException where the text is no document of this version
     */
    public static OutcomeDocument read(String json) {
        return OutcomeJson.readDocument(json);
    }
}
