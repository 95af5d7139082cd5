package dev.naysayer.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {

    private static final List<Header> LINES = List.of(
            new Header("Accept", "application/json"),
            new Header("X-Empty", ""),
            new Header("accept", "text/csv;q=0.5, */*;q=0"));

    @Test
    void all_lines_of_a_field_are_one_list_however_its_name_is_written() {
        assertThat(Header.value(LINES, "ACCEPT")).isEqualTo("application/json, text/csv;q=0.5, */*;q=0");
    }

    @Test
    void a_field_that_is_empty_is_there_and_one_that_is_not_there_is_null() {
        assertThat(Header.value(LINES, "X-Empty")).isEmpty();
        assertThat(Header.value(LINES, "X-None")).isNull();
    }
}
