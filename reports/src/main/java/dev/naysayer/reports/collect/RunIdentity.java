package dev.naysayer.reports.collect;

import dev.naysayer.engine.junit.Setting;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which processes belong to one run.
 *
 * <p>Problem: Surefire and Failsafe run the tests of one build in several processes, beside and behind each other and module by module,
 * and tell none of them of the others. Constraint: a process that outlives builds, such as a daemon, joins what does not belong
 * together. Choice: under Surefire it is the process that started this one; elsewhere it is this process itself, and whoever starts
 * several says by {@link Setting#RUN_ID} that they are one.
 */
final class RunIdentity {

    private static final Pattern SUREFIRE =
            Pattern.compile("surefirebooter|org\\.apache\\.maven\\.surefire\\.booter\\.ForkedBooter");

    /** Surefire names its files by when it began. */
    private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d_\\d+");

    private static final Pattern DAEMON = Pattern.compile("(?i)mvnd|daemon");

    private static final Pattern SHELL =
            Pattern.compile("(?i)(?:^|.*[/\\\\])(?:sh|bash|dash|ash|ksh|zsh|busybox|cmd\\.exe)");

    private static final String OF_THIS_PROCESS = of(
            System.getProperty("sun.java.command", ""),
            Known.of(ProcessHandle.current()),
            starter(ProcessHandle.current()).map(Known::of),
            UUID.randomUUID().toString());

    private RunIdentity() {}

    /**
     * Who started it. Surefire has each process started by a shell of its own, and not every shell gives its place to what it starts.
     */
    private static Optional<ProcessHandle> starter(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        return parent.filter(RunIdentity::isShell).isPresent() ? parent.flatMap(RunIdentity::starter) : parent;
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .command()
                .filter(it -> SHELL.matcher(it).matches())
                .isPresent();
    }

    /**
     * What is known of a process.
     *
     * @param since when it was started, or null: a number alone may be given to another process later
     * @param command its command line, as far as it can be seen
     */
    record Known(long pid, @Nullable Instant since, String command) {

        static Known of(ProcessHandle process) {
            return new Known(
                    process.pid(),
                    process.info().startInstant().orElse(null),
                    process.info().commandLine().orElse(""));
        }

        @Override
        public String toString() {
            return "process %d of %s".formatted(pid, since == null ? "an unknown time" : since);
        }
    }

    /** The same for all processes of a run, and for no others. */
    static String of(Optional<String> given) {
        return given.filter(id -> !id.isBlank()).map(id -> "given " + id).orElse(OF_THIS_PROCESS);
    }

    /**
     * The identity where nobody gives one.
     *
     * @param arguments what this process was started with
     * @param otherwise something new
     */
    static String of(String arguments, Known self, Optional<Known> parent, String otherwise) {
        Known process = SUREFIRE.matcher(arguments).find() ? parent.orElse(self) : self;
        if (!DAEMON.matcher(process.command()).find()) {
            return process.toString();
        }
        Matcher beginning = BEGINNING.matcher(arguments);
        return process + " " + (beginning.find() ? beginning.group() : otherwise);
    }
}
