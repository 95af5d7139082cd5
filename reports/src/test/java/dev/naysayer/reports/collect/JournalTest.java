package dev.naysayer.reports.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.OutcomeForm;
import dev.naysayer.engine.outcome.OutcomeKind;
import dev.naysayer.engine.outcome.OutcomeReader;
import dev.naysayer.engine.outcome.Transcript;
import dev.naysayer.reports.model.RunProcess.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** No process has it. */
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    @Test
    void each_line_can_be_read_again_by_its_place() throws IOException {
        Journal journal = journal("a", NOON);
        journal.add(entry("short"));
        journal.add(entry("x".repeat(200_000)));

        Map<JournalText.Place, String> read = new LinkedHashMap<>();
        journal.text().read((place, line) -> read.put(place, line.toString()));

        assertThat(read).hasSize(3);
        for (Map.Entry<JournalText.Place, String> line : read.entrySet()) {
            assertThat(journal.text().at(line.getKey())).hasToString(line.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "say \"no\" and 'never', back\\slash / slash",
                "line\nfeed\r\n\ttab\u2028and\u2029others",
                "\u0000\u0001\b\u001b[31m\u007f\u0085",
                "emoji \uD83D\uDE45 and \u202E right to left \u05D0",
                "</script><script>alert(1)</script> ]]> <![CDATA[ <!-- -->",
                "\"}}}\n{\"end\":{\"whole\":true}}",
                ""
            })
    void hostile_text_comes_back_unchanged_from_one_line_of_printable_ascii(String text) throws IOException {
        CaseOutcome outcome = saying(text);
        Journal journal = journal("a", NOON);
        journal.add("[case:%s]".formatted(text), outcome, false);

        List<JournalLine> read = new ArrayList<>();
        journal.text().read((place, line) -> read.add(JournalLine.read(line)));

        assertThat(Files.readString(path(journal))).matches("([\\x20-\\x7f]*\\n){2}");
        assertThat(read).hasSize(2);
        JournalLine.Entry entry = Objects.requireNonNull(read.get(1).entry());
        assertThat(entry.test()).isEqualTo("[case:%s]".formatted(text));
        assertThat(new OutcomeReader().outcome(entry.outcome())).contains(outcome);
    }

    /** In every place that holds a text. */
    private static CaseOutcome saying(String text) {
        Finding broken = new Finding(
                text, text, text, text, text, text, text, text, text, text, "violated", text, text, null, null);
        Transcript exchange = new Transcript(
                text,
                text,
                List.of(new Header(text, text)),
                text,
                401,
                List.of(new Header(text, text)),
                text,
                text,
                true,
                true,
                0,
                text,
                7L,
                text);
        return new CaseOutcome(
                        text,
                        text,
                        7,
                        text,
                        text,
                        text,
                        text,
                        false,
                        OutcomeKind.VIOLATION,
                        text,
                        List.of(broken),
                        exchange)
                .after(List.of(text));
    }

    @Test
    void a_line_that_was_being_written_when_its_process_died_is_none() throws IOException {
        Journal journal = journal("a", NOON);
        journal.add(entry("whole"));
        Path path = path(journal);
        Files.writeString(path, "{\"entry\":{\"test\":\"ha", StandardOpenOption.APPEND);

        List<String> lines = new ArrayList<>();
        try (JournalText text = JournalText.of(path)) {
            text.read((place, line) -> lines.add(line.toString()));
        }

        assertThat(lines).hasSize(2).last().asString().contains("whole");
        assertThat(JournalFile.read(path)).isPresent();
    }

    @Test
    void whoever_interrupts_a_test_does_not_end_the_journal() throws IOException {
        Journal journal = journal("a", NOON);

        Thread.currentThread().interrupt();
        journal.add(entry("interrupted"));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(journal.trouble()).isNull();
        assertThat(path(journal)).content().contains("interrupted");
    }

    @Test
    void what_cannot_be_written_is_kept_in_memory() throws IOException {
        Journal journal = journal("a", NOON);
        journal.add(entry("on disk"));
        journal.close();
        journal.add(entry("in memory"));

        assertThat(journal.trouble()).isNotNull();
        Journal nowhere = Journal.open(path(journal), writer("a", NOON, NOBODY), "b.jsonl");
        nowhere.add(entry("in memory"));
        List<String> lines = new ArrayList<>();
        nowhere.text()
                .read((place, line) ->
                        lines.add(line + " " + nowhere.text().at(place).length()));
        assertThat(lines).hasSize(2);
    }

    @Test
    void it_belongs_to_its_run_and_to_what_ran_at_the_same_time() {
        Instant before = NOON.minusSeconds(60);
        Instant after = NOON.plusSeconds(60);
        JournalLine.Writer ours = writer("ours", NOON, NOBODY);

        assertThat(file("ours", before, before).belongsTo(ours)).isTrue();
        assertThat(file("other", before, before).belongsTo(ours)).isFalse();
        assertThat(file("other", before, after).belongsTo(ours)).isTrue();
        assertThat(file("other", after, after).belongsTo(ours)).isTrue();
        // Killed before we began, and under way.
        assertThat(killed("other", before).belongsTo(ours)).isFalse();
        assertThat(killed("other", after).belongsTo(ours)).isTrue();
        assertThat(killed("ours", before).belongsTo(ours)).isTrue();
    }

    @Test
    void a_number_that_was_given_to_another_process_is_no_sign_of_life() {
        long pid = ProcessHandle.current().pid();
        Instant since = ProcessHandle.current().info().startInstant().orElse(null);

        assertThat(state(pid, since)).isEqualTo(State.RUNNING);
        assertThat(state(pid, NOON)).isEqualTo(State.LOST);
        assertThat(state(NOBODY, NOON)).isEqualTo(State.LOST);
    }

    @Test
    void what_is_written_behind_an_end_takes_the_end_away() throws IOException {
        Journal journal = journal("a", NOON);
        journal.add(JournalLine.of(new JournalLine.Begin(NOON, List.of("Orders API"), Map.of(), Map.of(), null, null)));
        journal.add(JournalLine.of(new JournalLine.End(NOON, true)));
        assertThat(read(journal).process().state()).isEqualTo(State.ENDED);

        journal.add(entry("again"));
        assertThat(read(journal).process().state()).isEqualTo(State.LOST);

        journal.add(JournalLine.of(new JournalLine.End(NOON, false)));
        assertThat(read(journal).process().state()).isEqualTo(State.BROKEN_OFF);
        assertThat(read(journal).suites()).containsExactly("Orders API");
    }

    @Test
    void a_file_of_another_form_is_no_journal() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), "{\"process\":{\"form\":99}}\n{}\n");

        assertThat(JournalFile.read(other)).isEmpty();
        assertThat(JournalFile.read(Files.writeString(folder.resolve("empty.jsonl"), "")))
                .isEmpty();
        assertThat(new JournalFolder(folder).contents().journals()).isEmpty();
        new JournalFolder(folder).removeOthers(writer("ours", NOON, NOBODY));
        assertThat(folder).isEmptyDirectory();
    }

    private static State state(long pid, @Nullable Instant since) {
        JournalLine.Writer writer =
                new JournalLine.Writer(OutcomeForm.VERSION, "Naysayer", "a", pid, since, NOON, "/home/me");
        return new JournalFile(writer, List.of(), List.of(), null, null, NOON)
                .process()
                .state();
    }

    private static JournalFile file(String identity, Instant started, Instant ended) {
        return new JournalFile(
                writer(identity, started, NOBODY), List.of(), List.of(), null, new JournalLine.End(ended, true), ended);
    }

    private static JournalFile killed(String identity, Instant touched) {
        return new JournalFile(writer(identity, touched, NOBODY), List.of(), List.of(), null, null, touched);
    }

    private static JournalFile read(Journal journal) throws IOException {
        return JournalFile.read(path(journal)).orElseThrow();
    }

    private static Path path(Journal journal) {
        Path path = journal.path();
        if (path == null) {
            throw new IllegalStateException("it is in memory alone");
        }
        return path;
    }

    private Journal journal(String identity, Instant started) {
        return Journal.open(folder, writer(identity, started, NOBODY), identity + ".jsonl");
    }

    private static JournalLine.Writer writer(String identity, Instant started, long pid) {
        return new JournalLine.Writer(OutcomeForm.VERSION, "Naysayer", identity, pid, null, started, "/home/me");
    }

    private static JournalLine entry(String text) {
        return JournalLine.of(new JournalLine.Entry(
                "[engine:auth-contract]/[case:%s]".formatted(text), new OutcomeForm(null, null, null, null), null));
    }
}
