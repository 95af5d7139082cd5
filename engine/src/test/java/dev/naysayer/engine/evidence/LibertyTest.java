package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.Liberty.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What senders are told not to write is seen, though it parses. */
class LibertyTest {

    @Test
    void whitespace_beside_the_equals_sign() {
        assertNoted("Basic realm| =| \"a\"", Kind.BAD_WHITESPACE, Kind.BAD_WHITESPACE);
        assertNoted("Basic realm=|\t\"a\", b=c", Kind.BAD_WHITESPACE);
    }

    @Test
    void empty_members() {
        assertNoted("|, Bearer", Kind.EMPTY_MEMBER);
        assertNoted("Bearer realm=\"a\",|", Kind.EMPTY_MEMBER);
        assertNoted("Bearer realm=\"a\", |, error=\"b\"", Kind.EMPTY_MEMBER);
        assertNoted("Bearer , |realm=\"a\"", Kind.EMPTY_MEMBER);
        assertNoted("|,|", Kind.EMPTY_MEMBER, Kind.EMPTY_MEMBER);
    }

    @Test
    void backslashes_before_what_needs_none() {
        assertNoted("Basic realm=\"|\\a|\\p\\\"i\\\\\"", Kind.NEEDLESS_QUOTED_PAIR, Kind.NEEDLESS_QUOTED_PAIR);
    }

    @Test
    void a_second_challenge_on_a_line() {
        assertNoted("Bearer realm=\"a\", |Basic realm=\"b\"", Kind.FURTHER_CHALLENGE);
        assertNoted("Negotiate, |Bearer", Kind.FURTHER_CHALLENGE);
        assertThat(ChallengeParser.liberties(List.of("Bearer realm=\"a\"", "Basic realm=\"b\"")))
                .isEmpty();
        assertThat(ChallengeParser.liberties(List.of("Bearer realm=\"a\"", "error=\"x\", Basic realm=\"b\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "Bearer", "Bearer realm=\"a b\", error=\"c=,\"", "Negotiate YII==", "Bearer {token},,"
            })
    void nothing_is_noted_where_none_was_taken_or_the_line_is_broken(String line) {
        assertThat(ChallengeParser.liberties(List.of(line))).isEmpty();
    }

    @Test
    void a_description_has_a_caret_under_the_place() {
        assertThat(new Liberty(Kind.EMPTY_MEMBER, "Bearer a=b,", 11).describe().lines())
                .containsExactly("Bearer a=b,", "           ^ an empty list member");
    }

    /** The bars mark where the liberties are expected. */
    private static void assertNoted(String marked, Kind... kinds) {
        String line = marked.replace("|", "");
        List<Liberty> noted = ChallengeParser.liberties(List.of(line));
        assertThat(noted).extracting(Liberty::kind).containsExactly(kinds);
        StringBuilder shown = new StringBuilder(line);
        for (int last = noted.size() - 1; last >= 0; last--) {
            shown.insert(noted.get(last).offset(), '|');
        }
        assertThat(shown).hasToString(marked);
    }
}
