package dev.naysayer.engine.run;

import dev.naysayer.engine.credential.ConditionGroup;
import dev.naysayer.engine.credential.ConditionInfo;
import dev.naysayer.engine.credential.TokenNeed;
import dev.naysayer.engine.plan.CaseRole;
import dev.naysayer.engine.plan.ContractCase;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One piece of a suite's work, such as a case, and how far it is. */
final class Step {

    /** How far a step is. */
    enum State {
        WAITING,
        UNDER_WAY,
        /** It came in vain beside others, and has to be done alone. */
        AGAIN,
        DONE
    }

    /** When a step's turn comes among those of its operation; the next ones wait until all of one are done. */
    enum Phase {
        CONTROL,
        /** What nobody gets: other answers are judged beside it, and beside the control's. */
        NOBODY,
        REFUSALS,
        CONTROL_AFTER
    }

    /** Whose conditions try passwords, so that an API may count. */
    private static final Set<ConditionGroup> PASSWORDS = EnumSet.of(ConditionGroup.BASIC, ConditionGroup.DIGEST);

    private final String name;
    private final String operation;
    private final Phase phase;
    private final boolean alone;
    private final Supplier<?> work;
    private final boolean wanted;
    private State state = State.WAITING;
    private boolean again;
    private boolean handedOver;
    private @Nullable Object outcome;

    private Step(String name, String operation, Phase phase, boolean alone, Supplier<?> work, boolean wanted) {
        this.name = name;
        this.operation = operation;
        this.phase = phase;
        this.alone = alone;
        this.work = work;
        this.wanted = wanted;
    }

    /** @param wanted whether somebody will ask for its outcome */
    static Step of(ContractCase it, Supplier<?> work, boolean wanted) {
        return new Step(it.name(), it.operation().name(), phase(it), isAlone(it), work, wanted);
    }

    /** What is done when all before it is, and nothing beside it. */
    static Step alone(String name, Supplier<?> work) {
        return new Step(name, "", Phase.CONTROL, true, work, true);
    }

    private static Phase phase(ContractCase it) {
        return switch (it.role()) {
            case CONTROL -> Phase.CONTROL;
            case CONTROL_AFTER -> Phase.CONTROL_AFTER;
            case SCENARIO, ALLOWED -> it.isNobody() ? Phase.NOBODY : Phase.REFUSALS;
        };
    }

    /**
     * Whether it is sent in its order and nothing beside it: it may change data or end a session, takes a token back, tries a
     * password, or is more than an API that others use should bear.
     */
    static boolean isAlone(ContractCase it) {
        ConditionInfo info = it.condition().info();
        boolean harmless = it.operation().isSafe()
                && !it.operation().mutates()
                && !it.operation().endsSession();
        boolean triesPassword = it.role() == CaseRole.SCENARIO && PASSWORDS.contains(info.group());
        return !harmless || triesPassword || !info.safe() || it.condition().need() == TokenNeed.Kind.REVOKED;
    }

    String name() {
        return name;
    }

    String operation() {
        return operation;
    }

    Phase phase() {
        return phase;
    }

    boolean isAlone() {
        return alone;
    }

    boolean isWanted() {
        return wanted;
    }

    Supplier<?> work() {
        return work;
    }

    State state() {
        return state;
    }

    /** Whether it is done alone because it came in vain beside others. */
    boolean isAgain() {
        return again;
    }

    void state(State next) {
        state = next;
        again |= next == State.AGAIN;
    }

    void outcome(Object known) {
        outcome = known;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    /** The outcome, which is not kept any more. */
    @Nullable
    Object handOver() {
        Object known = outcome;
        outcome = null;
        handedOver = true;
        return known;
    }
}
