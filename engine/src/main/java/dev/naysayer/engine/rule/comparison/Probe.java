package dev.naysayer.engine.rule.comparison;

import dev.naysayer.dsl.Suite;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of request that no case of a suite sends: a suite has to allow it. */
public enum Probe {
    /** A refused request once more. */
    AGAIN,
    /** HEAD where the suite has GET. */
    HEAD,
    /** A path below an operation's, at which there is nothing, without a credential. */
    UNKNOWN_PATH,
    /** A method that no operation has on its path, without a credential. */
    UNKNOWN_METHOD,
    /** A good token with just the scope that a challenge asks for. */
    CHALLENGED_SCOPE,
    /** A good token of just the login that a challenge asks for. */
    CHALLENGED_STEP_UP,
    /** The metadata that a challenge names, at the API's own origin, without a credential. */
    RESOURCE_METADATA,
    /** Passwords that are tried one after the other, as {@code limits} says. */
    LIMITS,
    /** The resource that an operation's {@code absent} names. */
    ABSENT;

    /** As a suite writes it under {@code probes}. */
    public String yaml() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that a suite allows by name; {@link #ABSENT} it allows by naming what is not there, {@link #LIMITS} by naming whose account may
     * be locked. */
    public static Set<String> names() {
        return Arrays.stream(values())
                .filter(probe -> probe != ABSENT && probe != LIMITS)
                .map(Probe::yaml)
                .collect(Collectors.toSet());
    }

    /** Whether the suite allows it. */
    public boolean isAllowedBy(Suite suite) {
        return this == ABSENT
                || (this == LIMITS && suite.limits() != null)
                || suite.probes().contains(yaml());
    }
}
