package dev.naysayer.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.ChallengeField.Broken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenChallengeTest {

    @Test
    void parameters_need_a_scheme() {
        assertBroken("|realm=a", "expected an auth-scheme before the first parameter");
        assertBroken(", |realm=a", "expected an auth-scheme before the first parameter");
    }

    @Test
    void parameters_need_a_space_after_their_scheme() {
        assertBroken("Basic, |realm=a", "expected an auth-scheme, since parameters need a space after theirs");
        assertBroken("Basic|\trealm=a", "expected a space or a comma after the auth-scheme");
        assertBroken("Basic |\trealm=a", "expected a parameter or a token68");
        assertBroken("Basic|\"a\"", "expected a space or a comma after the auth-scheme");
    }

    @Test
    void parameters_do_not_stand_beside_a_token68() {
        assertBroken(
                "Basic a=, |realm=a", "expected an auth-scheme, since a challenge with a token68 takes no parameters");
    }

    @Test
    void a_member_starts_with_a_token() {
        assertBroken("|\"a\"", "expected an auth-scheme or a parameter");
        assertBroken("Basic a=b, |=c", "expected an auth-scheme or a parameter");
        assertBroken("|Basic =a", "expected an auth-scheme before the first parameter");
    }

    @Test
    void a_name_needs_an_equals_sign_and_a_value() {
        assertBroken("Basic realm |\"a\"", "expected \"=\" and a value after the parameter name");
        assertBroken("Basic realm |a", "expected \"=\" and a value after the parameter name");
        assertBroken("Basic a=b, c=|", "expected a token or a quoted string as the value");
        assertBroken("Basic a=|/b", "expected a token or a quoted string as the value");
        assertBroken("Basic a=|=b", "expected a token or a quoted string as the value");
    }

    @Test
    void a_url_needs_quotes() {
        assertBroken(
                "Bearer resource_metadata=https|://api.example",
                "expected quotes around the value, since a token cannot hold this character");
    }

    @Test
    void values_are_followed_by_a_comma() {
        assertBroken("Bearer scope=a |b", "expected a comma");
        assertBroken("Bearer scope=\"a\"|b", "expected a comma");
    }

    @Test
    void quotes_are_closed() {
        assertBroken("Basic realm=\"a|", "expected a closing quote");
        assertBroken("Basic realm=\"a| \t", "expected a closing quote");
        assertBroken("Basic realm=\"a\\\"|", "expected a closing quote");
        assertBroken("Basic realm=\"a\\|", "expected a closing quote");
        assertThat(broken("Basic realm=\"a", "b\"").line()).isEqualTo("Basic realm=\"a");
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 7, '\r', '\n', 0x1b, 0x7f})
    void control_characters_are_allowed_nowhere(char control) {
        assertBroken("Basic realm=\"a|" + control + "\"", "expected a quoted string without control characters");
        assertBroken("Basic realm=\"\\|" + control + "\"", "expected a quoted string without control characters");
        assertBroken("Basic|" + control, "expected a space or a comma after the auth-scheme");
        assertBroken("Basic realm=\"a\"|" + control + ", Bearer", "expected a comma");
        assertBroken("|" + control + "Basic", "expected an auth-scheme or a parameter");
    }

    @Test
    void letters_above_ascii_are_in_no_token() {
        assertBroken(
                "Basic realm=caf|\u00e9", "expected quotes around the value, since a token cannot hold this character");
        assertBroken("|\u212aerberos", "expected an auth-scheme or a parameter");
    }

    @Test
    void a_description_has_a_caret_under_the_place() {
        assertThat(broken("Basic\ta realm=\"x\r\"").describe().lines())
                .containsExactly(
                        "Basic\u2409a realm=\"x\u240d\"", "     ^ expected a space or a comma after the auth-scheme");
    }

    /** The bar marks where the line is expected to break. */
    private static void assertBroken(String marked, String reason) {
        String line = marked.replace("|", "");
        assertThat(ChallengeParser.parse(List.of(line))).isEqualTo(new Broken(line, marked.indexOf('|'), reason));
    }

    private static Broken broken(String... lines) {
        ChallengeField field = ChallengeParser.parse(List.of(lines));
        assertThat(field).isInstanceOf(Broken.class);
        return (Broken) field;
    }
}
