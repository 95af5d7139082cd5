package dev.naysayer.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a text counts as the same. */
class SeenTest {

    /** JDKs do not agree on it. */
    @Test
    void a_letter_of_another_script_ends_no_trace_id_and_begins_none_on_any_jdk() {
        assertThat(Seen.folded("trace é0123456789abcdef!")).isEqualTo("trace é…!");
        assertThat(Seen.folded("trace 0123456789abcdefé")).isEqualTo("trace …é");
    }
}
