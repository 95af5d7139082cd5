package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Blueprint;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.Presentation;
import dev.naysayer.engine.credential.SourceFailed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be made of a user name and a password depends on both. */
class BasicPairTest {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "base64url-alphabet | user:pass   | the base64 of the good credential is the same either way",
                "missing-padding    | user:passwor | the base64 of the good credential is the same either way",
                "no-colon           | userpass    | the good credential has no colon",
                "wrong-password     | userpass    | the good credential has no colon",
                "brute-force        | userpass    | the good credential has no colon",
                "empty-password     | user:       | the good credential is empty there itself",
                "empty-user         | :pass       | the good credential is empty there itself",
                "password-72-bytes  | user:pass   | the good password is not longer than 72 bytes",
                "userinfo-in-url    | userpass    | the good credential has no colon",
                "password-latin1    | user:pass   | the good credential has no letter of ISO-8859-1 beyond ASCII,"
                        + " or one that is beyond both",
                "password-latin1    | user:pa€ä   | the good credential has no letter of ISO-8859-1 beyond ASCII,"
                        + " or one that is beyond both",
            })
    void what_cannot_be_made_of_a_pair_says_so(String condition, String pair, String because) {
        NotObtainable obstacle = catchThrowableOfType(
                NotObtainable.class, () -> blueprint(condition).text().apply(pair));

        assertThat(obstacle.because()).isEqualTo(because);
        assertThat(obstacle.add()).isNotBlank();
    }

    @Test
    void a_password_is_cut_behind_the_character_that_ends_beyond_72_bytes() throws NotObtainable, SourceFailed {
        String password = "a".repeat(71) + "ü" + "z";

        assertThat(blueprint("password-72-bytes").text().apply("user:" + password))
                .isEqualTo("user:" + "a".repeat(71) + "ü");
        assertThat(blueprint("password-72-bytes").text().apply("user:" + "a".repeat(73)))
                .isEqualTo("user:" + "a".repeat(72));
    }

    @Test
    void a_password_may_have_colons() throws NotObtainable, SourceFailed {
        assertThat(blueprint("empty-user").text().apply("user:a:b")).isEqualTo(":a:b");
        assertThat(blueprint("empty-password").text().apply("user:a:b")).isEqualTo("user:");
    }

    @Test
    void a_user_name_alone_is_no_secret_that_an_answer_could_give_away() throws NotObtainable, SourceFailed {
        for (String condition : List.of("no-colon", "empty-password")) {
            Credential credential = Trial.named("basic").credential(CredentialConditions.named(condition));

            assertThat(credential.secrets())
                    .isNotEmpty()
                    .doesNotContain(new Secret(Marks.USER), new Secret(Marks.USER + ":"));
        }
    }

    @Test
    void brute_force_tries_twenty_one_passwords_and_the_good_one_is_none_of_them() throws NotObtainable, SourceFailed {
        Trial basic = Trial.named("basic");
        Credential last = basic.credential(CredentialConditions.named("brute-force"));

        List<String> tried = Stream.concat(last.before().stream(), Stream.of(last))
                .map(credential -> credential.fields().get(0).value().reveal())
                .map(field -> new String(
                        Base64.getDecoder().decode(field.substring("Basic ".length())), StandardCharsets.UTF_8))
                .toList();

        assertThat(tried)
                .hasSize(21)
                .doesNotHaveDuplicates()
                .doesNotContain(basic.good())
                .allMatch(pair -> pair.startsWith(Marks.USER + ":"));
    }

    @Test
    void what_stands_in_a_url_is_percent_encoded() {
        Presentation presentation = Trial.named("basic").present("us er:p@ss:w/rd");
        Credential credential = blueprint("userinfo-in-url").carriage().carry(presentation);

        assertThat(credential.line().target().apply("/orders")).isEqualTo("http://us%20er:p%40ss%3Aw%2Frd@/orders");
        assertThat(credential.secrets()).contains(new Secret("us%20er:p%40ss%3Aw%2Frd"));
    }

    private static Blueprint blueprint(String condition) {
        return CredentialConditions.named(condition).applyTo(Blueprint.good(condition, List.of()));
    }
}
