package dev.naysayer.reports.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.naysayer.engine.gate.GateRules;
import dev.naysayer.engine.outcome.GateOutcome;
import dev.naysayer.engine.outcome.OutcomeForm;
import dev.naysayer.reports.model.Circumstances;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a journal: one of these, and the others are null.
 *
 * @param process who writes the journal; the first line
 * @param begin a test plan begins
 * @param run the id that the engine gave its run
 * @param shard which of all cases are run, {@code 2/8}; no such line where all are
 * @param entry an outcome
 * @param gates what became of a suite's gate
 * @param missing a test that ended without an outcome
 * @param end a test plan ended
 */
record JournalLine(
        @Nullable Writer process,
        @Nullable Begin begin,
        @Nullable String run,
        @Nullable String shard,
        @Nullable Entry entry,
        @Nullable Gates gates,
        @Nullable Missing missing,
        @Nullable End end) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * The process that writes a journal.
     *
     * @param form which form the journal has, see {@link OutcomeForm#VERSION}
     * @param generator who writes it
     * @param identity what the processes of a run have in common
     * @param pid the process
     * @param since when the process was started, as far as that is known: a number may be given to another one later
     * @param started when the journal begins
     * @param directory what the process runs in
     */
    record Writer(
            int form,
            String generator,
            String identity,
            long pid,
            @Nullable Instant since,
            Instant started,
            String directory) {}

    /**
     * The begin of a test plan.
     *
     * @param suites the names of the suites that are to run
     * @param digests of their texts by their unique ids; null in a journal of an earlier version
     * @param paths of their files in their repositories, by their unique ids; null in a journal of an earlier version
     * @param gate what they have to keep; null where nothing is said of it
     * @param circumstances of what the run is, and what it is told; null in a journal of an earlier version
     */
    record Begin(
            Instant at,
            List<String> suites,
            @Nullable Map<String, String> digests,
            @Nullable Map<String, String> paths,
            @Nullable GateRules gate,
            @Nullable Circumstances circumstances) {}

    /**
     * An outcome.
     *
     * @param test the test's unique id
     * @param part whether only a part of its suite was asked for; null where all of it was
     */
    record Entry(String test, OutcomeForm outcome, @Nullable Boolean part) {}

    /**
     * What became of a suite's gate.
     *
     * @param test its unique id
     */
    record Gates(String test, List<GateOutcome> outcomes) {}

    /**
     * A test of which nothing is known.
     *
     * @param test its unique id
     * @param name what it is called
     */
    record Missing(String test, String name) {}

    /** @param whole whether all tests of the plan ended */
    record End(Instant at, boolean whole) {}

    static JournalLine of(Writer process) {
        return new JournalLine(process, null, null, null, null, null, null, null);
    }

    static JournalLine of(Begin begin) {
        return new JournalLine(null, begin, null, null, null, null, null, null);
    }

    static JournalLine ofRun(String id) {
        return new JournalLine(null, null, id, null, null, null, null, null);
    }

    static JournalLine ofShard(String shard) {
        return new JournalLine(null, null, null, shard, null, null, null, null);
    }

    static JournalLine of(Entry entry) {
        return new JournalLine(null, null, null, null, entry, null, null, null);
    }

    static JournalLine of(Gates gates) {
        return new JournalLine(null, null, null, null, null, gates, null, null);
    }

    static JournalLine of(Missing missing) {
        return new JournalLine(null, null, null, null, null, null, missing, null);
    }

    static JournalLine of(End end) {
        return new JournalLine(null, null, null, null, null, null, null, end);
    }

    /** One line of ASCII, without its end. */
    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    /** Whether a text is a line of a journal. */
    static boolean isOne(String text) {
        try {
            JSON.readValue(text, JournalLine.class);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    static JournalLine read(JournalText.Line line) {
        return JSON.readValue(line.bytes(), 0, line.length(), JournalLine.class);
    }
}
