package dev.naysayer.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void a_near_name_is_what_was_meant() {
        assertThat(Suggestion.of("KID-unknwon", Set.of("kid-unknown", "kid-missing")))
                .isEqualTo("did you mean 'kid-unknown'?");
    }

    @Test
    void of_names_that_are_equally_near_it_is_always_the_same() {
        assertThat(Suggestion.of("aud-nul", List.of("aud-nun", "aud-null"))).isEqualTo("did you mean 'aud-null'?");
        assertThat(Suggestion.of("aud-nul", List.of("aud-null", "aud-nun"))).isEqualTo("did you mean 'aud-null'?");
    }

    @Test
    void of_few_names_all_are_told_and_of_many_the_nearest() {
        List<String> many =
                IntStream.range(10, 40).mapToObj(number -> "name-" + number).toList();

        assertThat(Suggestion.of("something", List.of("b", "a"))).isEqualTo("known are: a, b");
        assertThat(Suggestion.of("something", many))
                .isEqualTo("the nearest are: name-10, name-11, name-12, name-13, name-14");
    }

    @Test
    void a_name_that_may_be_somebody_elses_is_misspelt_only_where_it_is_very_near() {
        Set<String> known = Set.of("NAYSAYER_TARGET", "NAYSAYER_STRICT");

        assertThat(Suggestion.misspelt("NAYSAYER_TRAGET", known)).contains("NAYSAYER_TARGET");
        assertThat(Suggestion.misspelt("NAYSAYER_TOKEN", known)).isEmpty();
    }
}
