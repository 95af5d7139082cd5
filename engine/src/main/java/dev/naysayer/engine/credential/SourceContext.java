package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.Secret;
import dev.naysayer.dsl.Suite;
import dev.naysayer.engine.credential.source.Logins;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What token sources work with; nothing in it is a source's own.
 *
 * @param clock what is now
 * @param leeway how far the API's clock may be off
 * @param longestWait how long a source may wait for a token to expire
 * @param issuer the tests' own issuer where it runs, or null
 * @param http speaks to authorization servers
 * @param destinations where secrets may go, with all hosts that the suite names
 * @param secrets is told each secret as it comes up, so that it is hidden from then on
 * @param progress is told in one line what a source is waiting for
 * @param target the API's base URL, or null where it is not known yet
 * @param logins what log-ins of several credentials share, or null where each is for itself
 */
public record SourceContext(
        Clock clock,
        Duration leeway,
        Duration longestWait,
        @Nullable EmbeddedIssuer issuer,
        IssuerHttp http,
        Destinations destinations,
        Consumer<Secret> secrets,
        Consumer<String> progress,
        @Nullable URI target,
        @Nullable Logins logins) {

    /** Without an API, and with nothing that is shared. */
    public SourceContext(
            Clock clock,
            Duration leeway,
            Duration longestWait,
            @Nullable EmbeddedIssuer issuer,
            IssuerHttp http,
            Destinations destinations,
            Consumer<Secret> secrets,
            Consumer<String> progress) {
        this(clock, leeway, longestWait, issuer, http, destinations, secrets, progress, null, null);
    }

    /** To look at declarations with, before anything runs: no time passes and nobody answers. */
    static final SourceContext UNCONNECTED = new SourceContext(
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            Suite.DEFAULT_LEEWAY,
            Duration.ZERO,
            null,
            IssuerHttp.UNCONNECTED,
            new Destinations(List.of(), "nothing is sent"),
            secret -> {},
            progress -> {});
}
