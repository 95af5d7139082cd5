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
                IntStream.range(10, 60).mapToObj(number -> "name-" + number).toList();

        assertThat(Suggestion.of("something", List.of("b", "a"))).isEqualTo("known are: a, b");
        assertThat(Suggestion.of("something", many))
                .isEqualTo("the nearest are: name-10, name-11, name-12, name-13, name-14");
    }

    @Test
    void a_name_of_which_a_part_is_written_is_what_was_meant() {
        Set<String> profiles = Set.of("mcp-2025-11-25", "mcp-2026-07-28", "rfc9068", "oauth21");

        assertThat(Suggestion.of("mcp", profiles)).isEqualTo("did you mean 'mcp-2025-11-25' or 'mcp-2026-07-28'?");
        assertThat(Suggestion.of("introspection", Set.of("token-endpoint", "introspection-endpoint")))
                .isEqualTo("did you mean 'introspection-endpoint'?");
        assertThat(Suggestion.of("token-expired", Set.of("expired-token", "token-in-query")))
                .isEqualTo("did you mean 'expired-token'?");
    }

    @Test
    void a_short_name_is_like_none_of_its_length() {
        assertThat(Suggestion.of("mcp", Set.of("acr", "name"))).isEqualTo("known are: acr, name");
        assertThat(Suggestion.of("arc", Set.of("acr", "sub"))).isEqualTo("did you mean 'acr'?");
    }

    @Test
    void what_has_another_name_here_is_called_by_it_where_it_may_stand() {
        assertThat(Suggestion.of("no-session", Set.of("no-token", "no-colon", "unknown-session")))
                .isEqualTo("did you mean 'no-token'?");
        assertThat(Suggestion.of("no-session", Set.of("no-colon", "unknown-user")))
                .isEqualTo("known are: no-colon, unknown-user");
    }

    @Test
    void what_mostly_stands_there_is_listed_alone() {
        assertThat(Suggestion.of("frm", Set.of("body", "kind"), Set.of("form-twice")))
                .isEqualTo("known are: body, kind");
        assertThat(Suggestion.of("expired-tokn", Set.of("body", "kind"), Set.of("expired-token")))
                .isEqualTo("did you mean 'expired-token'?");
    }

    @Test
    void a_name_may_be_as_long_as_a_file() {
        assertThat(Suggestion.of("a-".repeat(1_000_000), Set.of("body", "kind")))
                .isEqualTo("known are: body, kind");
    }

    @Test
    void a_name_that_may_be_somebody_elses_is_misspelt_only_where_it_is_very_near() {
        Set<String> known = Set.of("NAYSAYER_TARGET", "NAYSAYER_STRICT");

        assertThat(Suggestion.misspelt("NAYSAYER_TRAGET", known)).contains("NAYSAYER_TARGET");
        assertThat(Suggestion.misspelt("NAYSAYER_TOKEN", known)).isEmpty();
    }
}
