package dev.naysayer.dsl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a suite says of passwords, secrets or keys that are tried one after the other, behind all else.
 *
 * @param at where the suite says it
 * @param subject whose account may be locked by it, and who does nothing else in the suite
 * @param attempts how many wrong passwords are tried, of this user and of one whom nobody knows
 * @param pause how long after the last wrong password the good one gets through again
 * @param status with which status the last wrong password is refused, 401 or 429; null where the suite does not say it
 */
public record Limits(
        Position at,
        Subject subject,
        int attempts,
        Duration pause,
        @Nullable Declared<Integer> status) {}
