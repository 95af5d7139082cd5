package dev.naysayer.engine.run;

import dev.naysayer.engine.exchange.TransportSettings;
import dev.naysayer.engine.plan.Shard;
import java.time.Duration;

/**
 * What a run is told from outside.
 *
 * @param transport time-outs and limits of requests
 * @param targets the base URLs that settings name
 * @param longestWait how long may be waited for a token to expire
 * @param commandTimeout how long a command that gives a value may take
 * @param targetTimeout how long a call of a target, its start for one, may take
 * @param strict whether a broken SHOULD or security advice is a violation
 * @param waiverNotice how many days before its end a waiver ends soon
 * @param parallelism how many requests of a suite may be under way at once, at least 1; 1 where {@code retries} is 0, since what comes
 *     in vain beside others has to be sent again alone
 * @param retries how often a request is sent again that came in vain
 * @param shard which of the cases are run
 */
public record RunSettings(
        TransportSettings transport,
        BaseUrls targets,
        Duration longestWait,
        Duration commandTimeout,
        Duration targetTimeout,
        boolean strict,
        int waiverNotice,
        int parallelism,
        int retries,
        Shard shard) {

    public RunSettings {
        parallelism = retries == 0 ? 1 : parallelism;
    }
}
