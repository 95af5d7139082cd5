package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeParserTest {

    /** Whoever asserts in Java may hand over a line that no connection of ours would read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer scope=\"a a \\\\\\\"\", ",
                "Bearer realm=\"",
                "a,",
                "Bearer a=b, ",
                "\\\"",
                "=",
                " ",
                "Bearer ",
                "token68== , "
            })
    void a_mebibyte_is_read_in_half_a_second(String piece) {
        List<String> line = List.of(piece.repeat(1024 * 1024 / piece.length()));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fastest = Long.MAX_VALUE;
        for (int tried = 0; tried < 3; tried++) {
            long start = threads.getCurrentThreadCpuTime();
            ChallengeParser.parse(line);
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(500));
    }

    @Nested
    class WhatOtherParsersGetWrong {

        @Test
        void a_bearer_challenge_with_three_parameters() {
            assertThat(
                            parsed(
                                    "Bearer realm=\"example\", error=\"invalid_token\", error_description=\"The token expired\""))
                    .containsExactly(challenge(
                            "Bearer",
                            quoted("realm", "example"),
                            quoted("error", "invalid_token"),
                            quoted("error_description", "The token expired")));
        }

        @Test
        void the_same_scheme_twice_is_two_challenges() {
            assertThat(parsed("Bearer realm=\"a\", Bearer realm=\"b\""))
                    .containsExactly(
                            challenge("Bearer", quoted("realm", "a")), challenge("Bearer", quoted("realm", "b")));
        }

        @Test
        void a_bare_scheme_after_a_parameter_is_a_challenge() {
            assertThat(parsed("Bearer realm=\"x\", Negotiate"))
                    .containsExactly(challenge("Bearer", quoted("realm", "x")), challenge("Negotiate"));
        }

        @Test
        void a_scheme_with_dashes_and_digits_is_a_challenge() {
            assertThat(parsed("Bearer realm=\"x\", AWS4-HMAC-SHA256 realm=\"y\""))
                    .containsExactly(
                            challenge("Bearer", quoted("realm", "x")),
                            challenge("AWS4-HMAC-SHA256", quoted("realm", "y")));
        }

        @Test
        void whitespace_round_the_equals_sign_is_tolerated() {
            assertThat(parsed("Bearer realm = \"x\", error = \"invalid_token\""))
                    .containsExactly(challenge("Bearer", quoted("realm", "x"), quoted("error", "invalid_token")));
        }

        @Test
        void a_token68_is_kept_with_its_padding() {
            assertThat(parsed("Negotiate YII=")).containsExactly(new Challenge("Negotiate", "YII=", List.of()));
        }

        @Test
        void a_missing_comma_is_broken() {
            assertThat(broken("Bearer realm=\"x\" error=\"invalid_token\""))
                    .isEqualTo(new Broken("Bearer realm=\"x\" error=\"invalid_token\"", 17, "expected a comma"));
        }

        @Test
        void a_scheme_in_lower_case_is_the_same_scheme() {
            Challenge challenge = parsed("bearer realm=\"x\"").get(0);
            assertThat(challenge.scheme()).isEqualTo("bearer");
            assertThat(challenge.hasScheme("Bearer")).isTrue();
            assertThat(challenge.hasScheme("Basic")).isFalse();
        }

        @Test
        void a_scheme_alone_is_enough() {
            assertThat(parsed("Bearer")).containsExactly(challenge("Bearer"));
        }

        @Test
        void what_looks_like_a_parameter_inside_quotes_is_none() {
            Challenge challenge =
                    parsed("Bearer realm=\"a,error=invalid_token,b\"").get(0);
            assertThat(challenge.param("error")).isNull();
            assertThat(challenge.param("realm")).isEqualTo("a,error=invalid_token,b");
        }
    }

    @Nested
    class Lists {

        @Test
        void no_line_and_empty_lines_offer_nothing() {
            assertThat(parsed()).isEmpty();
            assertThat(parsed("", " \t ", ",", " ,\t, ")).isEmpty();
        }

        @Test
        void empty_members_are_tolerated_everywhere() {
            assertThat(parsed(", ,Basic realm=a,,\t, charset=b ,, Bearer,,"))
                    .containsExactly(
                            challenge("Basic", plain("realm", "a"), plain("charset", "b")), challenge("Bearer"));
        }

        @Test
        void the_parameters_of_a_scheme_may_start_with_an_empty_member() {
            assertThat(parsed("Basic , realm=a")).containsExactly(challenge("Basic", plain("realm", "a")));
            assertThat(parsed("Basic \t, realm=a")).containsExactly(challenge("Basic", plain("realm", "a")));
        }

        @Test
        void commas_may_have_spaces_and_tabs_or_nothing_round_them() {
            assertThat(parsed("Basic realm=a\t,\tcharset=b,c=d \t , \tBearer"))
                    .containsExactly(
                            challenge("Basic", plain("realm", "a"), plain("charset", "b"), plain("c", "d")),
                            challenge("Bearer"));
        }

        @Test
        void whitespace_at_both_ends_is_not_part_of_the_line() {
            assertThat(parsed(" \tBasic realm=a\t ")).containsExactly(challenge("Basic", plain("realm", "a")));
        }

        @Test
        void several_lines_are_read_in_order() {
            assertThat(parsed("Negotiate", "Bearer realm=a, Basic realm=b", "Digest realm=c"))
                    .extracting(Challenge::scheme)
                    .containsExactly("Negotiate", "Bearer", "Basic", "Digest");
        }

        @Test
        void a_line_may_continue_the_challenge_of_the_line_before() {
            assertThat(parsed("Bearer realm=a", "error=b, Basic realm=c"))
                    .containsExactly(
                            challenge("Bearer", plain("realm", "a"), plain("error", "b")),
                            challenge("Basic", plain("realm", "c")));
        }

        @Test
        void the_first_broken_line_is_reported_wherever_it_stands() {
            assertThat(broken("Basic realm=a", "Bearer \"x\"", "Digest ="))
                    .extracting(Broken::line)
                    .isEqualTo("Bearer \"x\"");
        }
    }

    @Nested
    class Parameters {

        @Test
        void names_are_found_without_regard_to_case_and_kept_as_sent() {
            Challenge challenge = parsed("Basic Realm=a").get(0);
            assertThat(challenge.params("rEALM")).containsExactly(plain("Realm", "a"));
        }

        @Test
        void a_name_sent_twice_is_kept_twice() {
            Challenge challenge = parsed("Basic realm=a, REALM=\"b\"").get(0);
            assertThat(challenge.params("realm")).containsExactly(plain("realm", "a"), quoted("REALM", "b"));
            assertThat(challenge.param("realm")).isEqualTo("a");
        }

        @Test
        void a_token_and_a_quoted_string_with_the_same_value_differ_in_quoted_only() {
            assertThat(parsed("Basic a=b, a=\"b\"").get(0).params()).containsExactly(plain("a", "b"), quoted("a", "b"));
        }

        @Test
        void tabs_round_the_equals_sign_are_tolerated() {
            assertThat(parsed("Basic a\t=\tb, c \t= \"d\""))
                    .containsExactly(challenge("Basic", plain("a", "b"), quoted("c", "d")));
        }

        @Test
        void every_character_of_a_token_is_accepted() {
            String token = "!#$%&'*+-.^_`|~09azAZ";
            assertThat(parsed(token + " " + token + "=" + token))
                    .containsExactly(challenge(token, plain(token, token)));
        }

        @Test
        void a_quoted_string_may_be_empty() {
            assertThat(parsed("Basic realm=\"\"")).containsExactly(challenge("Basic", quoted("realm", "")));
        }

        @Test
        void quoted_pairs_are_undone() {
            assertThat(parsed("Basic realm=\"\\\"\\\\\\a\\\t\\ \\\u00e9\""))
                    .containsExactly(challenge("Basic", quoted("realm", "\"\\a\t \u00e9")));
        }

        @Test
        void a_tab_and_every_byte_above_ascii_are_legal_inside_quotes() {
            assertThat(parsed("Basic realm=\"\t\u0080\u00ff\""))
                    .containsExactly(challenge("Basic", quoted("realm", "\t\u0080\u00ff")));
        }

        @Test
        void a_client_may_have_decoded_bytes_above_ascii_as_it_likes() {
            assertThat(parsed("Basic realm=\"\u2022\ud83d\ude00\"").get(0).param("realm"))
                    .isEqualTo("\u2022\ud83d\ude00");
        }
    }

    @Nested
    class Token68 {

        @ParameterizedTest
        @ValueSource(strings = {"a", "realm", "YII=", "YII==", "realm=", "a/b", "+/-._~", "09azAZ===="})
        void is_what_ends_its_member(String token68) {
            Challenge challenge = new Challenge("Negotiate", token68, List.of());
            assertThat(parsed("Negotiate  " + token68)).containsExactly(challenge);
            assertThat(parsed("Negotiate " + token68 + " , Basic")).containsExactly(challenge, challenge("Basic"));
        }

        @Test
        void is_more_than_its_padding() {
            assertThat(new FieldLine("==").token68()).isNull();
        }

        @Test
        void is_not_a_name_with_a_value() {
            assertThat(parsed("Negotiate YII=a")).containsExactly(challenge("Negotiate", plain("YII", "a")));
            assertThat(parsed("Negotiate YII= a")).containsExactly(challenge("Negotiate", plain("YII", "a")));
        }
    }

    private static List<Challenge> parsed(String... lines) {
        ChallengeField field = ChallengeParser.parse(List.of(lines));
        assertThat(field).isInstanceOf(Parsed.class);
        return ((Parsed) field).challenges();
    }

    private static Broken broken(String... lines) {
        ChallengeField field = ChallengeParser.parse(List.of(lines));
        assertThat(field).isInstanceOf(Broken.class);
        return (Broken) field;
    }

    private static Challenge challenge(String scheme, AuthParam... params) {
        return new Challenge(scheme, null, List.of(params));
    }

    private static AuthParam quoted(String name, String value) {
        return new AuthParam(name, value, true);
    }

    private static AuthParam plain(String name, String value) {
        return new AuthParam(name, value, false);
    }
}
