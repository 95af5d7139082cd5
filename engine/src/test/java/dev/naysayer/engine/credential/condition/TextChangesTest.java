package dev.naysayer.engine.credential.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.naysayer.engine.credential.NotObtainable;
import dev.naysayer.engine.credential.SourceFailed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of any text, shown on texts that can be read. */
class TextChangesTest {

    @ParameterizedTest
    @ValueSource(strings = {"abcXYZ-019_.~+/=", "a", "7", "", "!!!", "täglich"})
    void what_is_made_up_is_of_the_same_kinds_of_characters_and_another_text(String good) {
        String madeUp = MadeUp.like(good);

        assertThat(madeUp).isNotEqualTo(good).isEqualTo(MadeUp.like(good));
        if (madeUp.length() == good.length()) {
            assertThat(kinds(madeUp)).isEqualTo(kinds(good));
        } else {
            assertThat(madeUp).isEqualTo(good + "x");
        }
    }

    private static String kinds(String text) {
        return text.replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A").replaceAll("[0-9]", "0");
    }

    @Test
    void a_long_text_is_made_up_to_its_end() {
        String madeUp = MadeUp.like("a".repeat(1000));

        assertThat(madeUp).hasSize(1000);
        assertThat(madeUp.substring(0, 32)).isNotEqualTo(madeUp.substring(32, 64));
        assertThat(madeUp.chars().distinct().count()).isGreaterThan(20);
    }

    @Test
    void each_number_makes_up_a_text_of_its_own() {
        for (String good : List.of("correct horse battery", "???")) {
            Set<String> made = IntStream.rangeClosed(1, 21)
                    .mapToObj(n -> MadeUp.like(good, n))
                    .collect(Collectors.toSet());

            assertThat(made).hasSize(21).doesNotContain(good);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "aBc", "a7c", "a-c", "aäc", "x", "--x--"})
    void one_character_in_the_middle_changes(String good) throws NotObtainable, SourceFailed {
        String mutated = TextChanges.mutated(good);
        int middle = good.length() / 2;

        assertThat(mutated).hasSameSizeAs(good);
        assertThat(mutated.charAt(middle)).isNotEqualTo(good.charAt(middle));
        assertThat(mutated.substring(0, middle)).isEqualTo(good.substring(0, middle));
        assertThat(mutated.substring(middle + 1)).isEqualTo(good.substring(middle + 1));
    }

    @Test
    void a_text_is_cut_or_spelt_otherwise() throws NotObtainable, SourceFailed {
        assertThat(TextChanges.truncated("abc")).isEqualTo("ab");
        assertThat(TextChanges.firstHalf("abcdef")).isEqualTo("abc");
        assertThat(TextChanges.firstHalf("abcde")).isEqualTo("ab");
        assertThat(TextChanges.caseChanged("aB-9c")).isEqualTo("Ab-9C");
    }

    @Test
    void a_text_that_has_nothing_to_change_is_not_obtainable() {
        assertThatExceptionOfType(NotObtainable.class)
                .isThrownBy(() -> TextChanges.caseChanged("12-34"))
                .withMessage("because the good credential has no letter, add one with letters to its source");
        assertThatExceptionOfType(NotObtainable.class)
                .isThrownBy(() -> TextChanges.truncated("a"))
                .withMessage("because the good credential is too short, add a longer one to its source");
        assertThatExceptionOfType(NotObtainable.class).isThrownBy(() -> TextChanges.firstHalf("a"));
        assertThatExceptionOfType(NotObtainable.class).isThrownBy(() -> TextChanges.mutated(""));
    }
}
