package dev.naysayer.engine.run;

import dev.naysayer.dsl.source.Variables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a suite's {@code ${command:…}} through the platform's shell, anew each time it is asked.
 *
 * <p>What a command prints is a secret: it goes into no message, and neither do the command's arguments.
 */
final class CommandRun implements Variables.Commands {

    private static final int LONGEST = 64 * 1024;

    /** How long it may take to read what a command that has ended left in the pipe. */
    private static final Duration REST = Duration.ofSeconds(2);

    /** The first word, unless it is something else than a program: {@code TOKEN=… program} begins with a value. */
    private static final Pattern PROGRAM = Pattern.compile("\\s*([\\w./\\\\-]{1,64})(?:\\s.*)?", Pattern.DOTALL);

    private final Duration limit;

    /** @param limit how long a command may take */
    CommandRun(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String run(String command) throws Failed {
        String name = name(command);
        Process process = start(command, name);
        ByteArrayOutputStream printed = printed(process, name);
        if (printed.size() > LONGEST) {
            throw new Failed(name + " prints more than 64 KiB");
        }
        if (process.exitValue() != 0) {
            throw new Failed("%s ended with exit status %d".formatted(name, process.exitValue()));
        }
        String value = withoutLineEnds(printed.toString(StandardCharsets.UTF_8));
        if (value.isBlank()) {
            throw new Failed(name + " printed nothing");
        }
        return value;
    }

    private static Process start(String command, String name) throws Failed {
        List<String> shell =
                System.getProperty("os.name").startsWith("Windows") ? List.of("cmd.exe", "/c") : List.of("sh", "-c");
        try {
            return new ProcessBuilder(shell.get(0), shell.get(1), command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // Its message quotes the whole line.
            throw new Failed(name + " could not be started");
        }
    }

    /** Reads on a thread of its own: what a command leaves running may hold its output open for ever. */
    private ByteArrayOutputStream printed(Process process, String name) throws Failed {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Thread reader = new Thread(() -> read(process, printed), "naysayer-command");
        reader.setDaemon(true);
        reader.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failed("%s took longer than %d s".formatted(name, limit.toSeconds()));
            }
            reader.join(REST.toMillis());
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(name + " was interrupted");
        } finally {
            destroy(process);
        }
    }

    private static void read(Process process, ByteArrayOutputStream printed) {
        byte[] buffer = new byte[8 * 1024];
        try (InputStream output = process.getInputStream()) {
            process.getOutputStream().close();
            int length = output.read(buffer);
            while (length >= 0 && printed.size() <= LONGEST) {
                printed.write(buffer, 0, length);
                length = output.read(buffer);
            }
        } catch (IOException e) {
            // The process is gone, and its exit status says the rest.
        }
        if (printed.size() > LONGEST) {
            destroy(process);
        }
    }

    private static void destroy(Process process) {
        if (process.isAlive()) {
            // Asked for while the process lives: afterwards nothing leads to its descendants.
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static String withoutLineEnds(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String name(String command) {
        Matcher program = PROGRAM.matcher(command);
        return program.matches() ? "the command '%s …'".formatted(program.group(1)) : "the command";
    }
}
