package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.CredentialCondition;
import java.util.List;

/** Every condition there is. */
public final class CredentialConditions {

    /** The good credential: every operation has it, no suite names it. */
    public static final CredentialCondition CONTROL = new Valid();

    /** What may stand under {@code scenarios}. */
    public static final List<CredentialCondition> ALL = List.of(
            new NoToken(),
            new WrongScheme(),
            new MalformedToken(),
            new BadSignature(),
            new ExpiredToken(),
            new WrongAudience(),
            new InsufficientScope());

    private CredentialConditions() {}

    /**
     * The condition of a name that the suite reader let through.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static CredentialCondition named(String name) {
        return ALL.stream()
                .filter(condition -> condition.info().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no condition is named '" + name + "'"));
    }
}
