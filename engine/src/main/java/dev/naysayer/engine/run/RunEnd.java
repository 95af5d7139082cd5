package dev.naysayer.engine.run;

import dev.naysayer.engine.mover.Mover;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether a run has to end before its time: somebody cancelled it, or the process is asked to end.
 *
 * <p>Whoever waits looks here every now and then. Nothing that was not sent by then is sent any more.
 */
public final class RunEnd {

    /** Why something was not sent. */
    static final Stopped STOPPED = new Stopped(Mover.SUITE, "the run was ended before its time; run it again", null);

    private final BooleanSupplier asked;
    private final LongSupplier nanoTime;
    private volatile boolean brought;

    /**
     * @param asked whether JUnit or a build tool wants the run to end; from then on it always does
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public RunEnd(BooleanSupplier asked, LongSupplier nanoTime) {
        this.asked = asked;
        this.nanoTime = nanoTime;
    }

    /** From now on it has come. */
    public void bring() {
        brought = true;
    }

    /** How late it is for whoever waits, in nanoseconds; only differences mean anything. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Asked often, from many threads. */
    public boolean hasCome() {
        return brought || asked.getAsBoolean();
    }
}
