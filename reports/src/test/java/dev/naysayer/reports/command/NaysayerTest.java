package dev.naysayer.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.reports.ListeningConsole;
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
        ListeningConsole console = new ListeningConsole();
        assertThat(console.run(arguments)).isEqualTo(2);
        return console.told();
    }
}
