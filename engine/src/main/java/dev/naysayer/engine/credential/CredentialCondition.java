package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Operation;
import dev.naysayer.dsl.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way for a credential to be wrong. Changes exactly one fact of the good blueprint. */
public interface CredentialCondition {

    ConditionInfo info();

    /** The good blueprint with this one thing wrong. */
    Blueprint applyTo(Blueprint good);

    /** What it asks of a token source. */
    default TokenNeed need() {
        return applyTo(Blueprint.good(info().name(), List.of())).need();
    }

    /** Whose good credential it presents, of all that a suite names; null where it is about the one that an operation's control has. */
    default @Nullable Subject subject() {
        return null;
    }

    /** Why this condition makes no sense for an operation, as the rest of "not applicable: …"; null where it does. */
    default @Nullable String notApplicable(Operation operation) {
        return null;
    }
}
