package dev.naysayer.engine.run;

import dev.naysayer.engine.outcome.CaseOutcome;
import dev.naysayer.engine.plan.ContractCase;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An operation's control in front of the refusals: sent once, by whoever asks first, while all others wait for it. */
final class FirstControl {

    private final ContractCase it;
    private final Supplier<CaseOutcome> sending;
    private final ReentrantLock explaining = new ReentrantLock();
    private volatile @Nullable CaseOutcome known;
    private @Nullable CaseOutcome explained;

    FirstControl(ContractCase it, Supplier<CaseOutcome> sending) {
        this.it = it;
        this.sending = sending;
    }

    ContractCase it() {
        return it;
    }

    boolean isKnown() {
        return known != null;
    }

    /** @throws Courtesy.Crowded where it came in vain beside other requests; whoever asks next sends it again */
    CaseOutcome outcome() {
        CaseOutcome outcome = known;
        if (outcome != null) {
            return outcome;
        }
        synchronized (sending) {
            outcome = known;
            if (outcome == null) {
                outcome = sending.get();
                known = outcome;
            }
            return outcome;
        }
    }

    /** The outcome with an explanation, which is made once. It may look at other controls, so it holds up nobody who asks for this one. */
    CaseOutcome explained(UnaryOperator<CaseOutcome> explanation) {
        explaining.lock();
        try {
            CaseOutcome text = explained;
            if (text == null) {
                text = explanation.apply(outcome());
                explained = text;
            }
            return text;
        } finally {
            explaining.unlock();
        }
    }
}
