package dev.naysayer.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a secret in a file's text. */
class LiteralSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-",
                "a-a-A1",
                "aA1+",
                "eyJ",
                "eyJhhhhhh.",
                "eyJhhhhhh",
                "d: ",
                "d:\"",
                "\"d\"",
                "-----BEGIN",
                "-----BEGIN A",
                "-----BEGIN PRIVATE KEY-----",
                "AKIA",
                "ghp_a",
                "sk_live_a",
                "xoxb-",
                "://",
                "://a",
                "://a@",
                "${command:",
                "${command:a",
                "${command: ",
                "${command:a}",
                "=",
                "_",
                "é1aA"
            })
    void a_line_is_searched_for_secrets_in_a_time_that_grows_as_it_does(String part) {
        String line = part.repeat(100_000 / part.length());
        long begin = System.nanoTime();
        LiteralSecrets.find(new SourceText("orders.auth.yaml", line), new Problems(new SourceText("", "")));
        String blanked = LiteralSecrets.blank(line);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(blanked).isNotEmpty();
    }

    @Test
    void a_long_and_mixed_word_is_a_secret_wherever_it_begins() {
        String word = "aB3".repeat(13) + "x";

        assertThat(LiteralSecrets.blank("key: " + word + " # ours")).isEqualTo("key: ••• # ours");
        assertThat(LiteralSecrets.blank("-" + word + "/" + word)).isEqualTo("•••");
        assertThat(LiteralSecrets.blank("key: " + word.substring(1))).contains(word.substring(1));
        assertThat(LiteralSecrets.blank("key: " + "=".repeat(40) + "aB3")).contains("aB3");
    }
}
