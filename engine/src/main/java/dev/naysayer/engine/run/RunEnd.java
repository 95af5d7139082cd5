package dev.naysayer.engine.run;

import java.util.function.BooleanSupplier;

/**
 * Whether a run has to end before its time: somebody cancelled it, or the process is asked to end.
 *
 * <p>Whoever waits looks here every now and then. Nothing that was not sent by then is sent any more.
 */
public final class RunEnd {

    /** Why something was not sent. */
    static final String WORDS = "the run was ended before its time; run it again";

    private final BooleanSupplier asked;
    private volatile boolean brought;

    /** @param asked whether JUnit or a build tool wants the run to end; from then on it always does */
    public RunEnd(BooleanSupplier asked) {
        this.asked = asked;
    }

    /** Of a run that nobody ends. */
    static RunEnd never() {
        return new RunEnd(() -> false);
    }

    /** From now on it has come. */
    public void bring() {
        brought = true;
    }

    /** Asked often, from many threads. */
    public boolean hasCome() {
        return brought || asked.getAsBoolean();
    }
}
