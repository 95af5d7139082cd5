package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                               | true  | false
                    application/json, application/problem+json     | true  | false
                    application/vnd.api+json                       | true  | false
                    Application/JSON;charset=utf-8                 | true  | false
                    application/json, text/event-stream            | true  | false
                    application/*                                  | true  | false
                    application/json, text/plain, */*              | true  | true
                    */*                                            | true  | true
                    text/*                                         | false | true
                    text/html, application/xhtml+xml, */*;q=0.8    | true  | true
                    application/json, text/html;q=0                | true  | false
                    application/json, text/html;q=0.000, */*;q=0.1 | true  | false
                    application/json;q=0, */*                      | false | true
                    application/xml                                | false | false
                    nonsense                                       | true  | false
                    """)
    void the_most_specific_range_says_what_is_taken(String field, boolean json, boolean page) {
        assertThat(Accept.of(field).takesJson()).isEqualTo(json);
        assertThat(Accept.of(field).takesPage()).isEqualTo(page);
    }

    @Test
    void where_nothing_is_known_json_was_asked_for() {
        assertThat(Accept.of(null).takesJson()).isTrue();
        assertThat(Accept.of(null).takesPage()).isFalse();
    }
}
