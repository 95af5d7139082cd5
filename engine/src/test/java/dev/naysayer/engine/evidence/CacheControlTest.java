package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheControlTest {

    @Test
    void directives_of_all_lines_count_and_the_first_of_a_name_wins() {
        assertThat(CacheControl.of(List.of("No-Cache, max-age=0", "max-age=60, private=\"set-cookie, x\""))
                        .directives())
                .isEqualTo(Map.of("no-cache", "", "max-age", "0", "private", "set-cookie, x"));
        assertThat(CacheControl.of(List.of()).directives()).isEmpty();
    }

    @Test
    void what_names_fields_speaks_of_those_only() {
        assertThat(CacheControl.of(List.of("private")).forbidsSharing()).isTrue();
        assertThat(CacheControl.of(List.of("private=\"set-cookie\"")).forbidsSharing())
                .isFalse();
        assertThat(CacheControl.of(List.of("no-cache=\"set-cookie\"")).forbidsReuse())
                .isFalse();
    }

    @Test
    void seconds_are_a_number_above_zero() {
        assertThat(CacheControl.of(List.of("max-age=060")).allowsSeconds("max-age"))
                .isTrue();
        assertThat(CacheControl.of(List.of("max-age=\"60\"")).allowsSeconds("max-age"))
                .isTrue();
        assertThat(CacheControl.of(List.of("max-age=0")).allowsSeconds("max-age"))
                .isFalse();
        assertThat(CacheControl.of(List.of("max-age=soon")).allowsSeconds("max-age"))
                .isFalse();
    }
}
