package dev.naysayer.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types something else than a command is told what there is. */
class NaysayerTest {

    @Test
    void without_a_command_all_of_them_are_told() {
        assertThat(said()).startsWith("say what to do:").contains("  merge <report directory> ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mrege a b | there is no command 'mrege'; there are:",
                "merge a --fast | there is no option --fast: there are --baseline, --fail-on, --max-inconclusive, --max-warnings, --min-cases",
                "gate | say which record: gate target/naysayer/report.json",
                "gate /nowhere/report.json | there is no report",
                "merge a | say where the report goes",
                "merge a b\u0000c | is no path",
                "merge a /nowhere/\u001b[2J | there is no folder and no file /nowhere/␛[2J: name those",
            })
    void what_cannot_be_done_is_said_with_the_next_step(String arguments, String words) {
        assertThat(said(arguments.split(" "))).contains(words);
    }

    private static String said(String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        assertThat(Naysayer.run(out, out, arguments)).isEqualTo(2);
        return told.toString(StandardCharsets.UTF_8);
    }
}
