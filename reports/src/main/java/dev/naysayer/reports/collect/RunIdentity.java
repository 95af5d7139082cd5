package dev.naysayer.reports.collect;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which processes belong to one run.
 *
 * <p>Problem: Surefire and Failsafe run the tests of one build in several processes, beside and behind each other and module by module,
 * and tell none of them of the others. Constraint: a process that outlives builds, such as a daemon, joins what does not belong
 * together. Choice: under Surefire it is the process that started this one; elsewhere it is this process itself, and whoever starts
 * several says by {@value #SETTING} that they are one.
 */
final class RunIdentity {

    /** The JUnit configuration parameter, or system property, that names the run; new with each run. */
    static final String SETTING = "naysayer.run-id";

    private static final Pattern SUREFIRE =
            Pattern.compile("surefirebooter|org\\.apache\\.maven\\.surefire\\.booter\\.ForkedBooter");

    /** Surefire names its files by when it began. */
    private static final Pattern BEGINNING = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d_\\d+");

    private static final Pattern DAEMON = Pattern.compile("(?i)mvnd|daemon");

    private static final String OF_THIS_PROCESS = ofProcess();

    private RunIdentity() {}

    /** The same for all processes of a run, and for no others. */
    static String of(Optional<String> given) {
        return given.filter(id -> !id.isBlank()).map(id -> "given " + id).orElse(OF_THIS_PROCESS);
    }

    private static String ofProcess() {
        String command = System.getProperty("sun.java.command", "");
        ProcessHandle self = ProcessHandle.current();
        Optional<ProcessHandle> parent = SUREFIRE.matcher(command).find() ? self.parent() : Optional.empty();
        ProcessHandle process = parent.orElse(self);
        if (!isDaemon(process)) {
            return name(process);
        }
        Matcher beginning = BEGINNING.matcher(command);
        return "%s %s".formatted(name(process), beginning.find() ? beginning.group() : UUID.randomUUID());
    }

    private static boolean isDaemon(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> DAEMON.matcher(line).find())
                .isPresent();
    }

    /** A number alone may be given to another process later. */
    private static String name(ProcessHandle process) {
        return "process %d of %s"
                .formatted(
                        process.pid(),
                        process.info().startInstant().map(Instant::toString).orElse("an unknown time"));
    }
}
