package dev.naysayer.engine.rule;

import dev.naysayer.engine.mover.Mover;
import java.util.Arrays;

/** Words for what Naysayer itself did wrong. */
public final class OwnFault {

    private OwnFault() {}

    /**
     * {@code Naysayer failed at it with java.lang.StackOverflowError (Leak.java:120): please report that}. An exception's message is
     * left out: it may quote what nobody should read. Only the JVM's own, about a class that is not there, is shown.
     */
    public static String words(Throwable fault) {
        if (isOfTheBuild(fault)) {
            return "a library that Naysayer needs is missing or of another version (%s): look in mvn dependency:tree for what a BOM or an exclusion of the build has changed"
                    .formatted(fault);
        }
        return "Naysayer failed at it with %s%s: please report that"
                .formatted(fault.getClass().getName(), place(fault));
    }

    /** Whose move it is. */
    public static Mover mover(Throwable fault) {
        return isOfTheBuild(fault) ? Mover.SUITE : Mover.TOOL;
    }

    private static boolean isOfTheBuild(Throwable fault) {
        return fault instanceof NoClassDefFoundError || fault instanceof IncompatibleClassChangeError;
    }

    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.naysayer."))
                .findFirst()
                .map(frame -> " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }
}
