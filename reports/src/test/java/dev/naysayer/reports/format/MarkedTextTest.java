package dev.naysayer.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.exchange.Header;
import dev.naysayer.engine.outcome.Finding;
import dev.naysayer.engine.outcome.Transcript;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is marked of an answer, and how its challenge and its request are drawn. */
class MarkedTextTest {

    @Test
    void what_a_finding_quotes_is_marked_wherever_it_stands() {
        assertThat(marked("X-Powered-By: Express/4", "header X-Powered-By: Express/4"))
                .isEqualTo("[X-Powered-By: Express/4]".replace("[X-Powered-By: ", "X-Powered-By: ["));
        assertThat(marked(
                        "{\"detail\": \"cannot find a key with kid prod\"}",
                        "the body at /detail: …find a key with kid…"))
                .isEqualTo("{\"detail\": \"cannot [find a key with kid] prod\"}");
        assertThat(marked("{\"path\": \"C:\\\\web\\\\x.config\"}", "the body at /path: C:\\web\\x.config"))
                .isEqualTo("{\"path\": \"[C:\\\\web\\\\x.config]\"}");
        assertThat(marked("HTTP 200\nDate: now", "200")).isEqualTo("[HTTP 200]\nDate: now");
        assertThat(marked("HTTP 401\nDate: now", "no Cache-Control")).isEqualTo("HTTP 401\nDate: now");
        assertThat(marked("", "200")).isEmpty();
    }

    @Test
    void a_challenge_is_drawn_part_by_part_with_the_part_that_is_wrong_marked() {
        ChallengeView view = view(
                "Bearer realm=orders, error=\"invalid_request\"",
                finding("realm-quoted-string", null, null),
                finding("error-fits-status", "error=\"invalid_token\"", "x"));

        assertThat(view.broken()).isNull();
        assertThat(view.parts())
                .containsExactly(
                        new ChallengeView.Part("scheme", "Bearer", "", false),
                        new ChallengeView.Part("realm", "orders", "a token", true),
                        new ChallengeView.Part("error", "invalid_request", "quoted", true));
    }

    @Test
    void a_challenge_that_cannot_be_read_is_marked_from_where_it_stops_making_sense() {
        assertThat(view("Bearer realm=\"a\" error=\"b\"").broken())
                .isEqualTo(new ChallengeView.Broken("Bearer realm=\"a\" ", "error=\"b\"", "expected a comma"));
        assertThat(view("Bearer realm=\"a").broken())
                .isEqualTo(new ChallengeView.Broken("Bearer realm=\"a", "", "expected a closing quote"));
    }

    @Test
    void a_command_is_quoted_so_that_no_shell_obeys_what_stands_in_it() {
        Transcript sent = new Transcript(
                "POST",
                "http://a/it's?x=$(id)",
                List.of(new Header("Authorization", "Bearer ***redacted***"), new Header("Host", "a")),
                "{\"a\": \"`id`\"}",
                401,
                List.of(),
                null,
                null,
                false,
                false,
                null);

        assertThat(Curl.of(sent)).isEqualTo("""
                        curl --include --path-as-is --request 'POST' \\
                          --header 'Authorization: Bearer ***redacted***' \\
                          --data-binary '{"a": "`id`"}' \\
                          'http://a/it'\\''s?x=$(id)'""");
    }

    private static String marked(String text, String actual) {
        return MarkedText.of(text, List.of(finding("some-rule", null, actual))).stream()
                .map(it -> it.marked() ? "[%s]".formatted(it.text()) : it.text())
                .collect(Collectors.joining());
    }

    private static ChallengeView view(String challenge, Finding... findings) {
        ChallengeView view = ChallengeView.of(
                new Transcript(
                        "GET",
                        "http://a",
                        List.of(),
                        null,
                        401,
                        List.of(new Header("WWW-Authenticate", challenge)),
                        null,
                        null,
                        false,
                        false,
                        null),
                List.of(findings));
        assertThat(view).isNotNull();
        return view;
    }

    private static Finding finding(String rule, @Nullable String expected, @Nullable String actual) {
        return new Finding(
                rule,
                "MUST",
                "rfc6750",
                null,
                "RFC 6750",
                null,
                "summary",
                "why",
                "clients",
                "fix",
                "violated",
                expected,
                actual,
                null);
    }
}
