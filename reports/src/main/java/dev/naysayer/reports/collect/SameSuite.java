package dev.naysayer.reports.collect;

import dev.naysayer.engine.outcome.SuiteOutcome;
import dev.naysayer.reports.model.Environment;
import dev.naysayer.reports.model.Recorded;
import dev.naysayer.reports.model.Run;
import dev.naysayer.reports.model.RunProcess;
import dev.naysayer.reports.model.SuiteOrigin;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a suite is known in two records: names only, since machines have a project wherever they like.
 *
 * @param module the folder that its tests ran in, below the one in which all of its run were
 * @param className the class that names it, or null where none does
 * @param file its file's name
 * @param name its own
 */
record SameSuite(String module, @Nullable String className, String file, String name) {

    /** A suite as it ran against one base URL. */
    record Ran(SameSuite suite, @Nullable String target, SuiteOrigin origin) {}

    /**
     * One case, comparison or waiver.
     *
     * @param number counted from 0, where two of one run are called alike
     */
    record Case(SameSuite suite, String target, String one, String other, int number) {}

    static Ran of(Recorded it, String project) {
        SuiteOrigin origin = it.origin();
        SuiteOutcome outcome = it.outcome();
        String directory = origin.directory();
        String module = directory.startsWith(project) ? directory.substring(project.length()) : directory;
        return new Ran(
                new SameSuite(module.replace('\\', '/'), origin.className(), outcome.file(), outcome.suite()),
                outcome.target(),
                origin);
    }

    /** The folder in which all processes of a run were. Not a path: the machine that it was on may have had others. */
    static String project(Run run) {
        return run.processes().stream()
                .map(RunProcess::directory)
                .reduce(SameSuite::common)
                .orElse("");
    }

    private static String common(String one, String other) {
        if (one.equals(other)) {
            return one;
        }
        int length = 0;
        int folder = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
            folder = ends(one, length) && ends(other, length) ? length : folder;
        }
        return one.substring(0, folder);
    }

    private static boolean ends(String folder, int length) {
        return length == folder.length() || folder.charAt(length) == '/' || folder.charAt(length) == '\\';
    }

    /** Where it ran, the same for all records of it. */
    SuiteOrigin origin(SuiteOrigin ran) {
        return new SuiteOrigin(
                "%s of %s by %s in %s".formatted(name, file, className, module),
                ran.directory(),
                ran.className(),
                ran.digest(),
                ran.path());
    }

    /** Which base URLs a suite ran against: two of them are two environments, and all of this machine are one. */
    static final class Targets {

        private final Map<SameSuite, Set<String>> known = new HashMap<>();

        void add(Ran it) {
            if (it.target() != null) {
                known.computeIfAbsent(it.suite(), same -> new HashSet<>()).add(plain(it.target()));
            }
        }

        private static String plain(String target) {
            // A process that is started for the tests listens where there is room.
            return Environment.isLocal(target)
                    ? "this machine" + URI.create(target).getRawPath()
                    : target;
        }

        /** One whose target could not be started ran against the only one that there is. */
        private String of(Ran it) {
            if (it.target() != null) {
                return plain(it.target());
            }
            Set<String> all = known.getOrDefault(it.suite(), Set.of());
            return all.size() == 1 ? all.iterator().next() : "none";
        }
    }

    /** Tells those of one run apart that are called alike. */
    static final class Numbers {

        private final Map<Case, Integer> next = new HashMap<>();

        Case of(Ran ran, Targets targets, String one, String other) {
            Case first = new Case(ran.suite(), targets.of(ran), one, other, 0);
            int number = next.merge(first, 1, Integer::sum) - 1;
            return new Case(first.suite(), first.target(), one, other, number);
        }
    }
}
