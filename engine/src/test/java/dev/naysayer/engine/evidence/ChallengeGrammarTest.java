package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the parser against a second reading of the grammar, one that knows nothing of how the parser decides. */
class ChallengeGrammarTest {

    private static final String TOKEN = "[a-zA-Z0-9!#$%&'*+.^_`|~-]+";
    private static final String TOKEN68 = "[a-zA-Z0-9._~+/-]+=*";
    private static final String QUOTED_STRING = "\"(?:[\\t !#-\\[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*\"";
    private static final String AUTH_PARAM = TOKEN + "[ \\t]*=[ \\t]*(?:" + TOKEN + "|" + QUOTED_STRING + ")";
    private static final String CHALLENGE = TOKEN + "(?: +(?:" + TOKEN68 + "|" + list(AUTH_PARAM) + "))?";
    private static final Pattern FIELD = Pattern.compile("[ \\t]*" + list(CHALLENGE) + "[ \\t]*");

    private static final List<String> CHARACTERS = List.of("a", "/", " ", "\t", ",", "=", "\"", "\\");
    private static final List<String> WORDS = List.of("a", " ", ",", " b=c", ",d=\"\"", "e/f=", "\t=");

    @Test
    void every_line_of_up_to_six_characters_is_accepted_exactly_if_the_grammar_allows_it() {
        assertThat(disagreements(CHARACTERS, 6)).isEmpty();
    }

    @Test
    void every_line_of_up_to_six_words_is_accepted_exactly_if_the_grammar_allows_it() {
        assertThat(disagreements(WORDS, 6)).isEmpty();
    }

    /** The list rule for recipients, RFC 9110 section 5.6.1.2. */
    private static String list(String element) {
        return "(?:" + element + ")?(?:[ \\t]*,[ \\t]*(?:" + element + ")?)*";
    }

    private static List<String> disagreements(List<String> pieces, int most) {
        List<String> found = new ArrayList<>();
        List<String> lines = List.of("");
        for (int length = 1; length <= most; length++) {
            lines = lines.stream()
                    .flatMap(line -> pieces.stream().map(line::concat))
                    .toList();
            lines.stream().filter(line -> accepted(line) != allowed(line)).forEach(found::add);
        }
        assertThat(lines).as("the longest lines").hasSizeGreaterThan(100_000);
        assertThat(lines).as("the longest lines that are allowed").anyMatch(ChallengeGrammarTest::allowed);
        return found;
    }

    private static boolean accepted(String line) {
        return ChallengeParser.parse(List.of(line)) instanceof Parsed;
    }

    private static boolean allowed(String line) {
        return FIELD.matcher(line).matches();
    }
}
