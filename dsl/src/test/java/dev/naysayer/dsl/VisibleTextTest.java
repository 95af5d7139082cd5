package dev.naysayer.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever others write, what is shown of it is seen, stays in its place, and has an end. */
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x80, 0x9b, 0x9d, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x200c, 0x200d,
                0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2064, 0x2065, 0x2066, 0x2069, 0x206f, 0x2800,
                0x3164, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xfffb, 0xfffe, 0xffff, 0x1fffe, 0xe0001, 0xe0041, 0xe007f,
                0xe0100
            })
    void what_nobody_sees_or_a_device_obeys_is_a_mark(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThat(VisibleText.of(text)).isEqualTo("a⟨U+%04X⟩b".formatted(character));
        assertThat(VisibleText.ofLine(text)).isEqualTo(VisibleText.of(text));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\ud800', '\udbff', '\udc00', '\udfff'})
    void half_a_character_is_shown_as_it_is_written_into_a_file(char half) {
        assertThat(VisibleText.of("a" + half + "b")).isEqualTo("a\uFFFDb");
        assertThat(VisibleText.lines("a" + half + "b")).isEqualTo("a\uFFFDb");
        assertThat(VisibleText.reason("🙅" + half)).isEqualTo("🙅\uFFFD");
    }

    @ParameterizedTest
    @CsvSource({
        "'::error::x', '⟨::⟩error::x'",
        "'a\n  \t::stop-commands::t\nb', 'a\n  \t⟨::⟩stop-commands::t\nb'",
        "'a\r\n::add-mask::x', 'a\n⟨::⟩add-mask::x'",
        "'a ##[error]x', 'a ⟨##⟩[error]x'",
        "'##vso[task.setvariable]x', '⟨##⟩vso[task.setvariable]x'",
        "'##teamcity[x]', '⟨##⟩teamcity[x]'",
        "'a::b, ## heading, [x]', 'a::b, ## heading, [x]'"
    })
    void what_a_build_server_would_obey_is_no_command_on_a_console(String text, String shown) {
        assertThat(VisibleText.ofConsole(text)).isEqualTo(shown);
    }

    @Test
    void no_control_and_nothing_that_formats_gets_through_whatever_Unicode_adds() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> character != '\n' && character != '\t')
                .filter(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.SURROGATE)
                .forEach(character -> assertThat(VisibleText.of(Character.toString(character)))
                        .as("U+%04X", character)
                        .doesNotContain(Character.toString(character)));
    }

    @Test
    void controls_are_shown_by_their_pictures() {
        assertThat(VisibleText.of("\0a\u001b[31m\u007f\r")).isEqualTo("␀a␛[31m␡␍");
        assertThat(VisibleText.of("a\tb\nc\r\nd")).isEqualTo("a\tb\nc\nd");
        assertThat(VisibleText.ofLine("a\tb\nc\r\nd")).isEqualTo("a␉b␊c␍␊d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "invalid_token", "é ü ß", "漢字", "אב", "😀", "⚠\ufe0f", "e\u0301", "a\u00a0b"})
    void what_people_write_stays_as_it_is(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    @Test
    void a_long_value_ends_with_its_length() {
        assertThat(VisibleText.value("a".repeat(300))).isEqualTo("a".repeat(300));
        assertThat(VisibleText.value("a".repeat(12_345))).isEqualTo("a".repeat(300) + "… (12,345 characters)");
        assertThat(VisibleText.value("a".repeat(299) + "😀")).isEqualTo("a".repeat(299) + "… (301 characters)");
    }

    @Test
    void many_lines_are_cut_one_by_one_and_together() {
        assertThat(VisibleText.lines("short\nlines")).isEqualTo("short\nlines");
        assertThat(VisibleText.lines("first\n" + "a".repeat(1_000) + "\nlast"))
                .isEqualTo("first\n" + "a".repeat(300) + "… (1,000 characters)\nlast");
        assertThat(VisibleText.lines("line\n".repeat(100_000)))
                .hasSizeLessThan(3_100)
                .endsWith("(500,000 characters)");
    }
}
