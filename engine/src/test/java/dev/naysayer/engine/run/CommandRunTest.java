package dev.naysayer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.naysayer.dsl.source.Variables.Commands.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are written for sh")
class CommandRunTest {

    private static final CommandRun PATIENT = new CommandRun(Duration.ofSeconds(30));
    private static final CommandRun IMPATIENT = new CommandRun(Duration.ofSeconds(2));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_value_is_what_is_printed_without_the_line_ends_at_its_end() throws Failed {
        assertThat(PATIENT.run("printf 'first\\n second \\r\\n\\n'")).isEqualTo("first\n second ");
    }

    @Test
    void a_command_is_a_line_for_the_shell() throws Failed {
        assertThat(PATIENT.run("VALUE=\"a b\"; echo $VALUE | tr a-z A-Z")).isEqualTo("A B");
    }

    @Test
    void standard_input_is_at_its_end_and_standard_error_is_not_looked_at() throws Failed {
        assertThat(PATIENT.run("cat; echo complaint >&2; echo value")).isEqualTo("value");
    }

    @Test
    void a_command_runs_anew_each_time() throws Failed {
        String counting = "echo >> '%s'; wc -l < '%s' | tr -d ' '".formatted(folder.resolve("n"), folder.resolve("n"));

        assertThat(PATIENT.run(counting)).isEqualTo("1");
        assertThat(PATIENT.run(counting)).isEqualTo("2");
    }

    @Test
    void another_exit_status_than_0_gives_no_value_and_quotes_nothing() {
        assertThat(failure(PATIENT, "printf 'hidden %s' argument; exit 3"))
                .isEqualTo("the command 'printf …' ended with exit status 3");
        assertThat(failure(PATIENT, "TOKEN=hidden false")).isEqualTo("the command ended with exit status 1");
        assertThat(failure(PATIENT, "no-such-program --hidden"))
                .isEqualTo("the command 'no-such-program …' ended with exit status 127");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "printf '\\n\\n'", "printf ' \\t'"})
    void blanks_are_no_value(String command) {
        assertThat(failure(PATIENT, command)).endsWith("…' printed nothing");
    }

    @Test
    void a_shell_that_cannot_be_started_is_told_without_the_line() {
        assertThat(failure(PATIENT, "print\0hidden")).isEqualTo("the command could not be started");
    }

    @Test
    void up_to_64_KiB_are_read_and_a_command_that_never_stops_printing_is_ended() throws Failed {
        assertThat(PATIENT.run("head -c 65536 /dev/zero | tr '\\0' a")).hasSize(65_536);
        assertThat(failure(PATIENT, "head -c 65537 /dev/zero | tr '\\0' a"))
                .isEqualTo("the command 'head …' prints more than 64 KiB");
        assertThat(failure(PATIENT, "yes hidden")).isEqualTo("the command 'yes …' prints more than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec 3> '%s'; sleep 600",
                "exec 3> '%s'; sleep 600 & wait",
                "exec 3> '%s'; (sh -c 'sleep 600; true'; true) | cat",
                "exec 3> '%s'; trap '' TERM; while :; do sleep 600; done",
                "exec 3> '%s'; exec >&-; sleep 600"
            })
    void a_command_that_hangs_ends_with_all_that_it_started(String command) throws Exception {
        Path held = folder.resolve("held");
        assertThat(new ProcessBuilder("mkfifo", held.toString()).start().waitFor(10, TimeUnit.SECONDS))
                .isTrue();
        // The pipe is at its end only when no process holds it any more.
        CompletableFuture<byte[]> ended = CompletableFuture.supplyAsync(() -> read(held));

        assertThat(failure(IMPATIENT, command.formatted(held))).isEqualTo("the command 'exec …' took longer than 2 s");

        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void what_a_command_leaves_running_is_neither_waited_for_nor_ended() throws Exception {
        Path id = folder.resolve("id");

        assertThat(PATIENT.run("sleep 60 & echo $! > '%s'; echo value".formatted(id)))
                .isEqualTo("value");

        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(id).strip())))
                .hasValueSatisfying(left -> assertThat(left.destroyForcibly()).isTrue());
    }

    @Test
    void who_is_interrupted_stops_waiting_and_stays_interrupted() throws Exception {
        FutureTask<Boolean> interrupted = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            return failure(PATIENT, "sleep 600").equals("the command 'sleep …' was interrupted")
                    && Thread.currentThread().isInterrupted();
        });

        new Thread(interrupted).start();

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String failure(CommandRun commands, String command) {
        Failed[] failed = new Failed[1];
        assertThatExceptionOfType(Failed.class)
                .isThrownBy(() -> commands.run(command))
                .withMessageNotContaining("hidden")
                .satisfies(e -> failed[0] = e);
        return String.valueOf(failed[0].getMessage());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
